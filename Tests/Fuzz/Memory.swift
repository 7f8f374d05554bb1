import Foundation

/// Lets this process have so much more memory than it has now, and no more.
///
/// The limit is on addresses, of which the address sanitiser takes terabytes at the start, so what is
/// there already counts.
func limitMemory(toMegabytes megabytes: Int) {
  let statistics = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  guard let pages = statistics.split(separator: " ").first.flatMap({ UInt($0) }) else {
    fatalError("/proc/self/statm cannot be read")
  }
  let bytes = pages * UInt(sysconf(Int32(_SC_PAGESIZE))) + UInt(megabytes) << 20
  var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
  precondition(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
}
