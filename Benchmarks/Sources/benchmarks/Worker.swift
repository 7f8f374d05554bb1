import Foundation

/// Answers the driver, `compare.py`: one line of standard input is a command, one line of standard
/// output its answer.
///
/// | command | answer |
/// |---|---|
/// | `info` | the version of Swift and the OpenBLAS core |
/// | `groups` | the names of the groups of rows |
/// | `open GROUP` | draws the operands; the names of the rows |
/// | `check ROW` | one call; a few numbers of its result |
/// | `calibrate ROW NS` | how many calls take about NS nanoseconds |
/// | `time ROW COUNT` | the nanoseconds that COUNT calls take |
///
/// An answer that starts with `error` says why there is no other.
@main
struct Worker {
  private var rows: [String: Row] = [:]

  static func main() {
    var worker = Worker()
    while let line = readLine() {
      let answer: String
      do {
        answer = try worker.answer(to: line.split(separator: " ").map(String.init))
      } catch {
        answer = "error \(error)".replacingOccurrences(of: "\n", with: " ")
      }
      print(answer)
      fflush(nil)
    }
  }

  private mutating func answer(to command: [String]) throws -> String {
    switch (command.first, command.dropFirst().first.flatMap { rows[$0] }) {
    case ("info", _):
      return "Swift, \(isDebug ? "debug" : "release") build; OpenBLAS core \(openBLASCore())"
    case ("groups", _):
      return Group.all.map(\.name).joined(separator: " ")
    case ("open", _):
      rows = [:]
      let opened = try Group.all.first { $0.name == command[1] }?.rows() ?? []
      rows = Dictionary(uniqueKeysWithValues: opened.map { ($0.name, $0) })
      return opened.map(\.name).joined(separator: " ")
    case ("check", let row?):
      return try row.sample().map(\.description).joined(separator: " ")
    case ("calibrate", let row?):
      return String(try calls(of: row, in: Int(command[2])!))
    case ("time", let row?):
      return String(try nanoseconds(Int(command[2])!, row))
    default:
      return "error no such command or row"
    }
  }
}

/// How many calls of `row` take about `target` nanoseconds.
private func calls(of row: Row, in target: Int) throws -> Int {
  var count = 1
  while true {
    let taken = max(min(try nanoseconds(count, row), try nanoseconds(count, row)), 1)
    if taken >= target / 2 { return max(count * target / taken, 1) }
    count = max(count * 2, min(count * target / taken, count * 100))
  }
}

/// The time of `count` calls; where there are several, one more comes before the clock starts.
private func nanoseconds(_ count: Int, _ row: Row) throws -> Int {
  if count > 1 { try row.run() }
  let start = DispatchTime.now().uptimeNanoseconds
  for _ in 0..<count { try row.run() }
  return Int(DispatchTime.now().uptimeNanoseconds - start)
}

private var isDebug: Bool {
  #if DEBUG
    true
  #else
    false
  #endif
}

/// The kernels that OpenBLAS chose for this processor, or was told to take.
private func openBLASCore() -> String {
  guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "openblas_get_corename") else { return "unknown" }
  typealias Name = @convention(c) () -> UnsafePointer<CChar>?
  return unsafeBitCast(symbol, to: Name.self)().map { String(cString: $0) } ?? "unknown"
}
