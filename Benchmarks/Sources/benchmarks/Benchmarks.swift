import ArgumentParser
import Foundation

@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Times NDArray's operations.",
    discussion: """
      Prints nanoseconds per call, minimum and median. The times of this build are compared with those of \
      another by writing one run with --save and reading it in the other with --against:

        swift run --package-path Benchmarks -c release benchmarks --save release.json
        swift run --package-path Benchmarks benchmarks --against release.json
      """)

  @Option(help: "Elements per operand.") var n = 100_000
  @Option(help: "Timed batches per operation.") var repetitions = 15
  @Option(help: "Only operations whose name contains this.") var filter = ""
  @Option(help: "Writes the times to this file.") var save: String?
  @Option(help: "Shows the ratio to the times in this file.") var against: String?

  func run() throws {
    let timings = Operation.all(n: n)
      .filter { filter.isEmpty || $0.name.contains(filter) }
      .map { operation in
        Timing.measure(
          operation.name, dtype: operation.dtype, n: n, repetitions: repetitions, operation.run)
      }
    let others = try against.map {
      try JSONDecoder().decode([Timing].self, from: Data(contentsOf: URL(fileURLWithPath: $0)))
    }
    for timing in timings {
      var line = timing.op.padding(toLength: 20, withPad: " ", startingAt: 0)
      line += timing.dtype.padding(toLength: 9, withPad: " ", startingAt: 0)
      line += String(format: "%12.0f ns min %12.0f ns median", timing.minimum, timing.median)
      if let other = others?.first(where: {
        ($0.op, $0.dtype, $0.n) == (timing.op, timing.dtype, timing.n)
      }) {
        line += String(format: "   %.2f ×", timing.minimum / other.minimum)
      }
      print(line)
    }
    if let save {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(timings).write(to: URL(fileURLWithPath: save))
    }
  }
}
