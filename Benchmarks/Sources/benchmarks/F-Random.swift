import NDArray

/// Section F: random numbers, each row from a generator of its own, so that all draw NumPy's numbers.
let random =
  [1000, 1_000_000].map { n in Group(name: "F/\(tag(n))") { drawn(n) } }
  + [
    Group(name: "F") {
      [
        Row("F:default_rng_create") {
          Generator(seed: 1).hashValue
        } check: { _ in
          1
        }
      ]
    }
  ]

private func drawn(_ n: Int) -> [Row] {
  @inline(__always)
  func row<Result: Sampled>(
    _ name: String, _ body: @escaping (inout Generator) -> Result
  ) -> Row {
    var generator = Generator(seed: 1)
    return Row("F:\(name)") { body(&generator) }
  }
  let size = tag(n)
  let weights = NDArray([0.1, 0.2, 0.3, 0.2, 0.2])
  var shuffled = NDArray<Int>.arange(n)
  var (legacy, legacyNormal) = (RandomState(seed: 1), RandomState(seed: 1))
  return [
    row("random/\(size)/f64") { $0.random([n]) },
    row("random/\(size)/f32") { $0.random([n], as: Float.self) },
    row("standard_normal/\(size)/f64") { $0.standardNormal([n]) },
    row("standard_normal/\(size)/f32") { $0.standardNormal([n], as: Float.self) },
    row("integers0_100/\(size)") { $0.integers(0..<100, [n]) },
    row("integers_full/\(size)") { $0.integers(0..<Int.max, [n]) },
    row("permutation/\(size)") { $0.permutation(n) },
    row("exponential/\(size)") { $0.exponential(scale: 1, shape: [n]) },
    row("choice_p/\(size)") { $0.choice(5, [n], p: weights) },
    row("uniform/\(size)") { $0.uniform(-1, 1, shape: [n]) },
    row("normal_loc/\(size)") { $0.normal(mean: 1, standardDeviation: 2, shape: [n]) },
    row("gamma2.5/\(size)") { $0.gamma(2.5, scale: 1, shape: [n]) },
    row("binomial/\(size)") { $0.binomial(10, 0.3, shape: [n]) },
    row("poisson4/\(size)") { $0.poisson(4, shape: [n]) },
    row("shuffle/\(size)") {
      $0.shuffle(&shuffled)
      return shuffled
    },
    Row("F:legacy_randn/\(size)") { legacyNormal.randn(n) },
    Row("F:legacy_rand/\(size)") { legacy.rand(n) },
  ]
}
