import NDArray

/// An operation to be timed, on operands made before the clock starts.
struct Operation {
  var name: String
  var dtype: String
  var run: () -> Void

  init(_ name: String, _ dtype: String = "float64", _ run: @escaping () -> Void) {
    (self.name, self.dtype, self.run) = (name, dtype, run)
  }

  /// The everyday operations on `n` elements.
  static func all(n: Int) -> [Operation] {
    let a = NDArray<Double>.linspace(0.1, 1, count: n)
    let b = a * 2
    let f = a.asType(Float.self)
    let i = NDArray<Int>.arange(1, n + 1)
    let mask = a .> 0.5
    let side = Int(Double(n).squareRoot())
    let m = a[0..<(side * side)].reshaped([side, side])
    var c = a
    var row = m
    return [
      Operation("a + b") { _ = a + b },
      Operation("a * 2.5") { _ = a * 2.5 },
      Operation("a / b") { _ = a / b },
      Operation("a + b", "float32") { _ = f + f },
      Operation("i % 7", "int64") { _ = i % 7 },
      Operation("c += b") { c += b },
      Operation("c[1...] *= 0.5") { c[1...] *= 0.5 },
      Operation("exp(a)") { _ = exp(a) },
      Operation("tanh(a)") { _ = tanh(a) },
      Operation("sqrt(a)") { _ = sqrt(a) },
      Operation("a .< b") { _ = (a .< b) },
      Operation("which(mask, a, b)") { _ = which(mask, a, b) },
      Operation("maximum(a, b)") { _ = maximum(a, b) },
      Operation("a.sum()") { _ = a.sum() },
      Operation("a.max()") { _ = a.max() },
      Operation("a.argMax()") { _ = a.argMax() },
      Operation("a.variance()") { _ = a.variance() },
      Operation("m.sum(axis: 0)") { _ = m.sum(axis: 0) },
      Operation("m.sum(axis: 1)") { _ = m.sum(axis: 1) },
      Operation("m + m.T") { _ = m + m.T },
      Operation("m + m[0]") { _ = m + m[0] },
      Operation("m.T.copied()") { _ = m.T.copied() },
      Operation("row[0] = m[1]") {
        row[0] = m[1]
      },
      Operation("a[mask]") { _ = a[mask] },
      Operation("m.matmul(m)") { _ = m.matmul(m) },
    ]
  }
}
