import Foundation
import NDArray

extension IntegerCall {
  /// A method of both generators.
  private static func draw(
    _ name: String, _ count: Int,
    _ body: @escaping @Sendable (inout any RandomDistributions, [Int]) -> Void
  ) -> [IntegerCall] {
    [
      IntegerCall("\(name), Generator", count) {
        var random: any RandomDistributions = Generator(seed: 1)
        body(&random, $0)
      },
      IntegerCall("\(name), RandomState", count) {
        var random: any RandomDistributions = RandomState(seed: 1)
        body(&random, $0)
      },
    ]
  }

  static let random: [IntegerCall] =
    [
      draw("exponential", 2) { _ = $0.exponential(shape: $1) },
      draw("normal of arrays", 1) { _ = $0.exponential(scale: NDArray([1, 2]), shape: $1) },
      draw("binomial", 1) { _ = ($0.binomial($1[0], 0.5), $0.binomial($1[0], 1e-300)) },
      draw("binomial of a share", 2) { _ = $0.binomial($1[0], 1 / (1 + abs(Double($1[1])))) },
      draw("binomial of a shape", 2) { _ = $0.binomial(Swift.max($1[0], 0), 0.3, shape: [$1[1]]) },
      draw("multinomial", 2) { _ = $0.multinomial($1[0], NDArray([0.25, 0.75]), shape: [$1[1]]) },
      draw("poisson", 1) { _ = $0.poisson(Double($1[0])) },
      draw("hypergeometric", 3) { _ = $0.hypergeometric($1[0], $1[1], $1[2]) },
      draw("hypergeometric of arrays", 3) {
        _ = $0.hypergeometric(NDArray($1[0]), NDArray($1[1]), NDArray($1[2]))
      },
      draw("dirichlet", 1) { _ = $0.dirichlet(NDArray([1, 2]), shape: $1) },
      draw("multivariateNormal", 2) {
        _ = try? $0.multivariateNormal(
          mean: NDArray([0, 1]), covariance: NDArray.eye(2), shape: $1)
      },
      draw("permutation", 1) { _ = $0.permutation($1[0]) },
      draw("permutation of an array", 1) { _ = $0.permutation(Operands.table, axis: $1[0]) },
      [
        IntegerCall("seed", 1) { _ = Generator(seed: $0[0]) },
        IntegerCall("seeds", 2) { _ = Generator(seed: $0) },
        IntegerCall("SeedSequence", 2) {
          var seeds = SeedSequence($0[0].magnitude)
          let words: [UInt64] = seeds.generateState($0[1])
          _ = (words, seeds.generateState($0[1]) as [UInt32], seeds.spawn($0[1]))
        },
        IntegerCall("spawn", 1) {
          var random = Generator(seed: 1)
          _ = random.spawn($0[0])
        },
        IntegerCall("integers", 3) {
          var random = Generator(seed: 1)
          let (low, high) = (Swift.min($0[0], $0[1]), Swift.max($0[0], $0[1]))
          _ = (random.integers(low...high), random.integers(low..<high, [$0[2]]))
        },
        IntegerCall("integers between arrays", 3) {
          var random = Generator(seed: 1)
          _ = random.integers(NDArray([$0[0]]), NDArray([$0[1]]), shape: [$0[2]])
        },
        IntegerCall("randint", 3) {
          var random = RandomState(seed: 1)
          let (low, high) = (Swift.min($0[0], $0[1]), Swift.max($0[0], $0[1]))
          _ = random.randint(low..<high, [$0[2]])
        },
        IntegerCall("randint between arrays", 3) {
          var random = RandomState(seed: 1)
          _ = random.randint(NDArray([$0[0]]), NDArray([$0[1]]), shape: [$0[2]])
        },
        IntegerCall("choice", 2) {
          var random = Generator(seed: 1)
          _ = (random.choice($0[0]), random.choice($0[0], [$0[1]]))
        },
        IntegerCall("choice without replacement", 2) {
          var random = Generator(seed: 1)
          _ = random.choice($0[0], [$0[1]], replace: false)
        },
        IntegerCall("choice of RandomState", 2) {
          var random = RandomState(seed: 1)
          _ = (random.choice($0[0], [$0[1]]), random.choice($0[0], [$0[1]], replace: false))
        },
        IntegerCall("choice of items", 2) {
          var random = Generator(seed: 1)
          _ = random.choice(Operands.table, [$0[0]], axis: $0[1])
        },
        IntegerCall("multivariateHypergeometric", 4) {
          var random = Generator(seed: 1)
          _ = random.multivariateHypergeometric([$0[0], $0[1]], $0[2], shape: [$0[3]])
        },
        IntegerCall("multivariateHypergeometric by count", 3) {
          var random = Generator(seed: 1)
          _ = random.multivariateHypergeometric([$0[0], $0[1]], $0[2], method: .count)
        },
        IntegerCall("random, bools", 2) {
          var random = Generator(seed: 1)
          _ = (random.random($0), random.bools($0), random.standardNormal($0, as: Float.self))
        },
        IntegerCall("bytes", 1) {
          var random = Generator(seed: 1)
          _ = random.bytes($0[0])
        },
        IntegerCall("bytes of RandomState", 1) {
          var random = RandomState(seed: 1)
          _ = random.bytes($0[0])
        },
        IntegerCall("permuted", 1) {
          var random = Generator(seed: 1)
          _ = random.permuted(Operands.table, axis: $0[0])
        },
      ],
    ].flatMap { $0 }

  static let files: [IntegerCall] = [
    IntegerCall("bytesOf", 2) {
      _ = try? NDArray<Double>(
        bytesOf: URL(fileURLWithPath: "/dev/null"), offset: $0[0], count: $0[1])
    },
    IntegerCall("bytesOf a file", 2) {
      _ = try? NDArray<Double>(
        bytesOf: URL(fileURLWithPath: "/proc/self/exe"), offset: $0[0], count: $0[1])
    },
    IntegerCall("text", 4) {
      let format = TextFormat(
        skipRows: $0[0], skipFooter: $0[1], useColumns: [$0[2]], maxRows: $0[3])
      _ = try? NDArray<Double>(text: "1 2\n3 4\n", format)
    },
    IntegerCall("text, changed afterwards", 3) {
      var format = TextFormat()
      (format.skipRows, format.maxRows, format.minimumRank) = ($0[0], $0[1], $0[2])
      _ = try? NDArray<Int>(text: "1 2\n3 4\n", format)
      _ = try? NamedColumns<Double>(text: "a b\n1 2\n", format)
    },
    IntegerCall("columns of a text", 2) {
      _ = try? NDArray<Double>(text: "1 2\n3 4\n", TextFormat(useColumns: $0))
      _ = try? NamedColumns<Double>(text: "a b\n1 2\n", TextFormat(useColumns: $0))
    },
    IntegerCall("text of a width", 2) {
      _ = Operands.row.text(TextStyle(format: "%\($0[0].magnitude)s"))
      _ = Operands.row.text(TextStyle(format: "%.\($0[1].magnitude)f"))
    },
    IntegerCall("text with a width", 1) {
      _ = Operands.row.text(TextStyle(format: "%-\($0[0].magnitude)d"))
    },
  ]

  static let text: [IntegerCall] = [
    IntegerCall("formatted", 4) {
      for mode in [PrintOptions.FloatMode.maximum, .unique, .maximumEqual, .fixed] {
        let options = PrintOptions(
          precision: $0[0], threshold: $0[1], edgeItems: $0[2], maxLineWidth: $0[3], floatMode: mode
        )
        _ = (Operands.cube.formatted(options), Operands.integers.debugFormatted(options))
        _ = Operands.endless.formatted(
          PrintOptions(edgeItems: Swift.max(Swift.min($0[2], 1000), 1), maxLineWidth: $0[3]))
      }
    },
    IntegerCall("threads", 1) { NDRuntime.threads = $0[0] },
    IntegerCall("threads at work", 1) {
      NDRuntime.threads = $0[0]
      _ = (NDArray<Double>.ones([1 << 22]) * 2).sum()
    },
    IntegerCall("keptMemoryLimit", 1) {
      NDRuntime.keptMemoryLimit = $0[0]
      _ = NDArray<Double>.ones([1 << 20]) + 1
    },
  ]
}
