import Conformance
import Foundation

// conformance [--layouts] FILE…
// With --layouts each case is run with its operands in every layout, alone and shared, too. One line of JSON for each case, then `N passed, M failed, K unsupported`; exits 1 when one failed.

var arguments = Array(CommandLine.arguments.dropFirst())
let layouts = arguments.contains("--layouts")
arguments.removeAll { $0 == "--layouts" }

if arguments.first == "--worker", arguments.count == 4 {
  try Runner.work(
    on: arguments[1], from: Int(arguments[2]) ?? 0, to: Int(arguments[3]) ?? 0, layouts: layouts)
  exit(0)
}
guard !arguments.isEmpty, !arguments[0].hasPrefix("-") else {
  print("usage: conformance [--layouts] FILE…")
  exit(arguments == ["--help"] ? 0 : 64)
}

let runner = Runner(
  executable: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(), layouts: layouts)
var counts: [Verdict.Status: Int] = [:]
for path in arguments {
  do {
    for verdict in try runner.run(path) {
      counts[verdict.status, default: 0] += 1
      print(verdict.line)
    }
  } catch {
    FileHandle.standardError.write(
      Data("conformance: \(path): \(error.localizedDescription)\n".utf8))
    exit(66)
  }
}
let (passed, failed) = (counts[.pass, default: 0], counts[.fail, default: 0])
print("\(passed) passed, \(failed) failed, \(counts[.unsupported, default: 0]) unsupported")
exit(failed == 0 ? 0 : 1)
