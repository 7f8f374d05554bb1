import Foundation
import NDArray

/// Calls with extreme integers. Each must return, or stop with a message of the library: never with a bare trap, never
/// without end, never because memory ran out behind its back.
enum IntegerSessions {
  private static let values = [
    Int.min, .min + 1, -1 << 62, -1 << 32, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 1 << 31, 1 << 32,
    1 << 40,
    1 << 60, 1 << 62, .max - 1, .max,
  ]

  /// The call of a seed: all calls one after another, the integers at random.
  private static func call(_ seed: Int) -> (call: IntegerCall, integers: [Int]) {
    var random = Generator(seed: seed)
    let call = IntegerCall.all[seed % IntegerCall.all.count]
    // Often all but one are harmless, so that what looks at the others is reached.
    let reckless = random.oneIn(3)
    let place = random.below(call.count)
    let integers = (0..<call.count).map { i in
      reckless || i == place ? random.element(of: values) : random.below(4)
    }
    return (call, integers)
  }

  // MARK: - The process that makes the calls

  /// Makes the calls of some seeds, each of which is announced before.
  static func make(_ seeds: Range<Int>) {
    limitMemory(toMegabytes: 1024)
    signal(SIGALRM, SIG_DFL)
    for seed in seeds {
      let announced = "\(seed)\n"
      _ = write(1, announced, announced.utf8.count)
      alarm(30)
      let (call, integers) = call(seed)
      call.run(integers)
    }
    _ = write(1, "done\n", 5)
  }

  // MARK: - The process that watches

  /// Makes the calls of some seeds in other processes; returns how many were refused, and what went wrong in others.
  static func watch(_ seeds: Range<Int>) throws -> (refused: Int, failures: [String]) {
    var (next, refused) = (seeds.lowerBound, 0)
    var failures: [String] = []
    while next < seeds.upperBound {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = [
        "make-integers", "--seed", "\(next)", "--count", "\(seeds.upperBound - next)",
      ]
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      let (output, words) = (Pipe(), Pipe())
      (process.standardOutput, process.standardError) = (output, words)
      try process.run()
      let announced = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let text = String(decoding: words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let lines = announced.split(separator: "\n")
      if lines.last == "done" { break }
      guard let last = lines.last.flatMap({ Int($0) }) else {
        return (refused, failures + ["no call was made: \(text)"])
      }
      if text.contains("NDArray:0: Fatal error: ") {
        refused += 1
      } else {
        let (call, integers) = call(last)
        let end = process.terminationStatus == SIGALRM ? "did not end" : "trapped without a message"
        failures.append(
          "\(call.name) of \(integers) \(end)\n\(text.prefix(500))\nthis was: swift run fuzz integers --seed \(last) --count 1"
        )
      }
      next = last + 1
    }
    return (refused, failures)
  }
}
