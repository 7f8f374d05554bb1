import Foundation

/// What a process and all that it has started use, seen from outside through `/proc`.
///
/// The kernel's limits hold for one process at a time, count some kinds of time and memory only, and a timer can be
/// taken off by whom it is to stop. Here children, threads and shared memory count too.
struct ProcessMeter {
  /// What a tree of processes may use.
  struct Limits: Sendable {
    /// Seconds of the processor, of all processes together.
    var processorSeconds: Double
    /// Bytes of memory, of all processes together.
    var bytes: Int
    /// Seconds in which all of them sleep (``Sleep``).
    var asleepSeconds: Double
  }

  private let root: pid_t
  /// The ticks of every process ever seen, by its number and start.
  private var ticks: [String: Int] = [:]
  private var mostTicks = 0
  private var next = ContinuousClock.now + pause
  /// With resident bytes, those that processes share counted for each of them.
  private var live: [(id: pid_t, bytes: Int)] = []

  init(root: pid_t) { self.root = root }

  private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
  private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

  private static let pause = Duration.milliseconds(50)

  /// Looks at the tree, if it is time to, and says why what is seen is too much.
  mutating func look(limits: Limits) -> ChildProcess.End? {
    guard ContinuousClock.now >= next else { return nil }
    look()
    next = ContinuousClock.now + Self.pause
    if processorSeconds >= limits.processorSeconds { return .tookTooLong }
    return hasMoreMemory(than: limits.bytes) ? .tookTooMuchMemory : nil
  }

  private mutating func look() {
    var open = [root]
    var sum = 0
    live = []
    // Far more than a check may have.
    while let id = open.popLast(), live.count < 2000 {
      guard let status = ProcessStatus(in: "/proc/\(id)") else { continue }
      ticks["\(id) \(status.start)"] = status.ticks
      sum += status.ticks + status.ticksOfWaitedFor
      live.append((id, status.residentPages * Self.pageSize))
      for thread in ProcessStatus.threads(of: id) {
        open += ProcessStatus.text(of: "\(thread)/children").split(separator: " ")
          .compactMap { pid_t($0) }
      }
    }
    // Nobody waits for some, and some lived between two looks.
    mostTicks = max(mostTicks, sum, ticks.values.reduce(0, +))
  }

  /// Seconds of the processor that were seen.
  private var processorSeconds: Double { Double(mostTicks) / Self.ticksPerSecond }

  /// Whether the tree has more memory than `bytes`.
  private func hasMoreMemory(than bytes: Int) -> Bool {
    guard live.reduce(0, { $0 + $1.bytes }) > bytes else { return false }
    // What is shared may have been counted more than once.
    let shares = live.map { process in
      ProcessStatus.proportionalBytes(of: process.id)
        // It has ended meanwhile, or may not be looked into.
        ?? (ProcessStatus(in: "/proc/\(process.id)")?.residentPages ?? 0) * Self.pageSize
    }
    return shares.reduce(0, +) > bytes
  }
}

/// What `/proc` tells of a process or of one of its threads.
struct ProcessStatus {
  var ticks: Int
  /// Of children that have ended and were waited for.
  var ticksOfWaitedFor: Int
  var start: Int
  var residentPages: Int

  /// - Parameter folder: `/proc/PID` or `/proc/PID/task/TID`.
  init?(in folder: String) {
    // The name before the parenthesis may have anything in it.
    guard let end = Self.text(of: "\(folder)/stat").split(separator: ")").last else { return nil }
    let fields = end.split(separator: " ")
    guard fields.count > 21 else { return nil }
    let numbers = fields.map { Int($0) ?? 0 }
    ticks = numbers[11] + numbers[12]
    ticksOfWaitedFor = numbers[13] + numbers[14]
    start = numbers[19]
    residentPages = numbers[21]
  }

  /// The folders of a process's threads.
  static func threads(of process: pid_t) -> [String] {
    let folder = "/proc/\(process)/task"
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var threads: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.first != "." { threads.append("\(folder)/\(name)") }
    }
    return threads
  }

  /// The memory of a process, pages that others have too by their share; `nil` if it may not be known.
  static func proportionalBytes(of process: pid_t) -> Int? {
    for line in text(of: "/proc/\(process)/smaps_rollup").split(separator: "\n")
    where line.hasPrefix("Pss:") {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }
    return nil
  }

  static func text(of file: String) -> String {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = read(descriptor, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
  }
}
