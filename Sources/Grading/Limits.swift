import Foundation

/// What one check may use.
public struct Limits: Codable, Sendable, Equatable {
  /// Seconds of processor time; what Swift's backtracer takes when the check dies is not
  /// counted. See ``childSeconds`` for other processes.
  public var seconds: Double
  /// Memory in megabytes (10⁶ bytes).
  public var megabytes: Int
  /// Bytes that it may print, and the size of any file that it writes.
  public var outputBytes: Int
  /// Processes and threads that it may have at a time. (The kernel does not hold root to it; a sandbox is not root.)
  public var processes: Int

  public init(
    seconds: Double = 10, megabytes: Int = 2048, outputBytes: Int = 4_000_000, processes: Int = 256
  ) {
    self.seconds = seconds
    self.megabytes = megabytes
    self.outputBytes = outputBytes
    self.processes = processes
  }

  /// Seconds that the check and what it starts may sleep, all at the same time (``Sleep``).
  var asleepSeconds: Double { 3 * seconds + 10 }

  /// Seconds of the clock after which the check is ended in any case: for whoever starts one process after the other, each
  /// with processor time of its own. A machine on which a process gets a tenth of a processor does not come near it.
  var wallSeconds: Double { 100 * seconds + 1000 }

  /// Seconds of processor time of what the check starts. That is Swift's backtracer too, which tells why a check died
  /// and takes a second or more; and what comes before the check, as starting the program.
  public var childSeconds: Double { seconds + 30 }

  /// What all processes of a check together may use, seen from outside. More than each alone, so that the kernel's limits,
  /// where they hold, decide first.
  ///
  /// - Parameter left: seconds of sleep that are left to it.
  func ofAllProcesses(sleeping left: Double?) -> ProcessMeter.Limits {
    // Programs and libraries in memory, which others share, count here.
    ProcessMeter.Limits(
      processorSeconds: 2 * seconds + 15, bytes: megabytes * 1_000_000 + 300_000_000,
      asleepSeconds: min(asleepSeconds, left ?? asleepSeconds))
  }

  /// Puts the limits on this process and on what it starts, for good.
  func applyToThisProcess() {
    limitProcessorTime()
    limit(RLIMIT_DATA, to: rlim_t(megabytes) * 1_000_000)
    limit(RLIMIT_FSIZE, to: rlim_t(outputBytes))
    limit(RLIMIT_CORE, to: 0)
    // The kernel counts all that this user runs.
    limit(__RLIMIT_NPROC, to: rlim_t(Self.runningNow + processes))
  }

  /// The timer is this process's alone; what it starts inherits the limit.
  private func limitProcessorTime() {
    let whole = Int(seconds)
    var timer = itimerval()
    timer.it_value = timeval(tv_sec: whole, tv_usec: Int((seconds - Double(whole)) * 1e6))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    limit(RLIMIT_CPU, to: rlim_t(childSeconds.rounded(.up)))
  }

  /// The processes and threads on this machine.
  private static var runningNow: Int {
    let load = FileManager.default.contents(atPath: "/proc/loadavg").map {
      String(decoding: $0, as: UTF8.self)
    }
    return load?.firstMatch(of: /\/(\d+)/).flatMap { Int($0.1) } ?? 0
  }

  private func limit(_ resource: __rlimit_resource, to value: rlim_t) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    // Past the soft limit of processor time comes SIGXCPU, past the hard one SIGKILL.
    if resource.rawValue == RLIMIT_CPU.rawValue { limit.rlim_max += 2 }
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
