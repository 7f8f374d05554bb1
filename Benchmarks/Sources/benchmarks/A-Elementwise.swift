import NDArray

/// Section A: one operation on each element, 10² to 10⁷ of them.
let elementwise: [Group] = [2, 3, 4, 5, 6, 7].flatMap { power -> [Group] in
  let n = (0..<power).reduce(1) { n, _ in n * 10 }
  return [
    Group(name: "A/f64/\(tag(n))") { floatingPoint(n, Double.self, converted: Float.self) },
    Group(name: "A/f32/\(tag(n))") { floatingPoint(n, Float.self, converted: Double.self) },
    Group(name: "A/i64/\(tag(n))") { integers(n) },
  ]
}

private func floatingPoint<E: NDFloat, Other: NDFloat>(
  _ n: Int, _ type: E.Type, converted: Other.Type
) -> [Row] {
  var generator = Generator(seed: Group.seed)
  let a = generator.normal(n, as: E.self)
  var b = generator.normal(n, as: E.self)
  b[abs(b) .< 0.001] = 1
  let positive = (abs(generator.standardNormal([n])) + 0.1).asType(E.self)
  var out = NDArray<E>.zeros([n])

  @inline(__always)
  func row<Result: Sampled>(_ name: String, _ body: @escaping () -> Result) -> Row {
    Row("A:\(name)/\(E.tag)/\(tag(n))", body)
  }
  let call = n == 100 ? [row("call") { a }] : []
  return call + [
    row("a+b") { [b] in a + b },
    row("a*b") { [b] in a * b },
    row("a*2.5+1") { a * 2.5 + 1 },
    row("a/b") { [b] in a / b },
    row("sqrt") { sqrt(positive) },
    row("exp") { exp(a) },
    row("log") { log(positive) },
    row("tanh") { tanh(a) },
    row("sigmoid") { 1 / (1 + exp(-a)) },
    row("sin") { sin(a) },
    row("max0") { maximum(a, 0) },
    row("a>b") { [b] in a .> b },
    row("where") { [b] in which(a .> b, a, b) },
    row("abs") { abs(a) },
    row("a**2") { a ** 2 },
    row("a**2.5") { positive ** 2.5 },
    // NumPy's `out=`: here the variable takes the new result and gives up its old one.
    row("a+b_out") { [b] in
      out = a + b
      return out
    },
    row("exp_out") {
      out = exp(a)
      return out
    },
    row("sigmoid_fused") { sigmoid(a) },
    row("copy") { a.copied() },
    row("zeros") { NDArray<E>.zeros([n]) },
    row("full") { NDArray<E>.full([n], 1.5) },
    row("arange") { NDArray<E>.arange(E(n)) },
    row("astype") { a.asType(Other.self) },
    row("clip") { a.clipped(to: -1...1) },
    row("isnan") { isNaN(a) },
  ]
}

private func integers(_ n: Int) -> [Row] {
  var generator = Generator(seed: Group.seed)
  let a = generator.integers(-1_000_000..<1_000_000, [n])
  let b = generator.integers(1..<1000, [n])
  return [
    Row("A:int64_add/i64/\(tag(n))") { a + b },
    Row("A:int64_floordiv/i64/\(tag(n))") { floorDivide(a, b) },
    Row("A:int64_mod/i64/\(tag(n))") { a % b },
    Row("A:int64_floordiv7/i64/\(tag(n))") { floorDivide(a, 7) },
  ]
}
