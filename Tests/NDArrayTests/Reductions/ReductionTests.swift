import NDArray
import Testing

/// Rows short and long, ends that fill no register, every type and layout, against what
/// `References/make_reductions.py` has from NumPy and SciPy for the same operands.
@Suite("Reductions")
struct ReductionTests {
  @Test("of numbers", arguments: ["float64", "gaps64"])
  func doubles(kind: String) throws {
    try folds(kind, of: Double.self)
    try sums(kind, of: Double.self, precision: 1e-13)
    if kind == "float64" { try moments(kind, of: Double.self, precision: 1e-13) }
  }

  @Test("of single precision", arguments: ["float32", "gaps32"])
  func singles(kind: String) throws {
    try folds(kind, of: Float.self)
    try sums(kind, of: Float.self, precision: 2e-6)
    if kind == "float32" { try moments(kind, of: Float.self, precision: 2e-6) }
  }

  @Test("of integers and Bool")
  func integers() throws {
    try folds("bool", of: Bool.self)
    try folds("int8", of: Int8.self)
    try folds("int16", of: Int16.self)
    try folds("int32", of: Int32.self)
    try folds("int64", of: Int.self)
    try folds("uint8", of: UInt8.self)
    try folds("uint16", of: UInt16.self)
    try folds("uint32", of: UInt32.self)
    try folds("uint64", of: UInt64.self)
  }

  @Test("the same with the wider instruction sets switched off", arguments: ["baseline", "avx2"])
  func narrow(widest: String) throws {
    let (output, status) = try runTests(
      matching: "ReductionTests/(doubles|singles|integers)", environment: ["NDARRAY_SIMD": widest])
    #expect(status == 0, "\(output)")
    #expect(output.contains("Test run with 3 tests"), "\(output)")
  }

  /// What rounds nothing: the operands are multiples of 1/16.
  private func folds<E: NDScalar>(_ kind: String, of type: E.Type) throws {
    try expectReduced("sum", kind, E.self, 0, { NDArray($0.sum()) }, { $0.sum(axis: $1) })
    try expectReduced("max", kind, E.self, 0, { NDArray($0.max()) }, { $0.max(axis: $1) })
    try expectReduced("min", kind, E.self, 0, { NDArray($0.min()) }, { $0.min(axis: $1) })
    try expectReduced("argmax", kind, E.self, 0, { NDArray($0.argMax()) }, { $0.argMax(axis: $1) })
    try expectReduced("argmin", kind, E.self, 0, { NDArray($0.argMin()) }, { $0.argMin(axis: $1) })
    try expectReduced(
      "count_nonzero", kind, E.self, 0, { NDArray($0.countNonzero()) },
      { $0.countNonzero(axis: $1) })
  }

  private func moments<E: NDFloat>(_ kind: String, of type: E.Type, precision: Double) throws {
    try expectReduced(
      "var", kind, E.self, precision, { NDArray($0.variance()) }, { $0.variance(axis: $1) })
    try expectReduced(
      "prod", kind, E.self, 8 * precision, { NDArray(nearOne($0).prod()) },
      { nearOne($0).prod(axis: $1) })
  }

  private func sums<E: NDFloat>(_ kind: String, of type: E.Type, precision: Double) throws {
    try expectReduced("nansum", kind, E.self, 0, { NDArray($0.nanSum()) }, { $0.nanSum(axis: $1) })
    try expectReduced(
      "nanmean", kind, E.self, precision, { NDArray($0.nanMean()) }, { $0.nanMean(axis: $1) })
    try expectReduced(
      "logsumexp", kind, E.self, precision, { NDArray($0.logSumExp()) }, { $0.logSumExp(axis: $1) })
    try expectWhole("cumsum", kind, E.self, 0) { $0.cumsum(axis: $1) }
    try expectWhole("cumprod", kind, E.self, 8 * precision) { nearOne($0).cumprod(axis: $1) }
    try expectWhole("softmax", kind, E.self, precision) { $0.softmax(axis: $1) }
    try expectWhole("log_softmax", kind, E.self, precision) { $0.logSoftmax(axis: $1) }
  }
}

private let tables = Result { try NPZ(referenceFile("reductions.npz")) }

private let shapes = [
  [7, 131], [33, 10], [300, 3], [2, 700], [3, 20, 17], [9, 64], [2600], [1, 1], [12, 8], [20, 129],
]
private let small = [[7, 131], [12, 8], [9, 34], [3, 20, 5], [1, 1]]

/// The operand that `operand` of the script makes.
private func operand<E: NDScalar>(_ kind: String, _ shape: [Int], of type: E.Type) -> NDArray<E> {
  let places = NDArray.arange(shape.reduce(1, *))
  let whole = (places * 7919 + 13 * floorDivide(places, 7)) % 1009 - 504
  if kind == "bool" { return (whole % 3 .== 0).asType(E.self).reshaped(shape) }
  guard kind.hasPrefix("float") || kind.hasPrefix("gaps") else {
    return whole.asType(E.self).reshaped(shape)
  }
  var numbers = whole.asType(Double.self) / 16
  if kind.hasPrefix("gaps") {
    numbers[places % 97 .== 13] = .nan
    numbers[places % 251 .== 7] = .infinity
    numbers[places % 251 .== 9] = -.infinity
  }
  return numbers.asType(E.self).reshaped(shape)
}

private func nearOne<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { 1 + a / 4096 }

/// Expects of every operand, over everything and along each axis, what the table holds.
private func expectReduced<E, R: NDScalar>(
  _ name: String, _ kind: String, _ type: E.Type, _ precision: Double,
  _ flat: (NDArray<E>) -> NDArray<R>, _ along: (NDArray<E>, Int) -> NDArray<R>
) throws {
  try expect(name, kind, shapes, precision) { (a: NDArray<E>) in
    [flat(a)] + (0..<a.rank).map { along(a, $0) }
  }
}

/// Expects of every small operand along each axis what the table holds.
private func expectWhole<E>(
  _ name: String, _ kind: String, _ type: E.Type, _ precision: Double,
  _ along: (NDArray<E>, Int) -> NDArray<E>
) throws {
  try expect(name, kind, small, precision) { (a: NDArray<E>) in
    (0..<a.rank).map { along(a, $0) }
  }
}

/// Expects the same results, one operand after another, in every layout.
private func expect<E, R: NDScalar>(
  _ name: String, _ kind: String, _ shapes: [[Int]], _ precision: Double,
  _ results: (NDArray<E>) -> [NDArray<R>]
) throws {
  let wanted = try tables.get().array("\(name).\(kind)", of: Double.self, converting: true).elements
  var start = 0
  for shape in shapes {
    var count = 0
    for (layout, array) in everyLayout(of: operand(kind, shape, of: E.self)) {
      let got = results(array).flatMap { $0.asType(Double.self).elements }
      count = got.count
      let differs = zip(got, wanted[start...].prefix(count)).contains { x, y in
        x != y && !(x.isNaN && y.isNaN)
          && !(abs(x - y) <= precision * (name.hasPrefix("log") ? Swift.max(abs(y), 1) : abs(y)))
      }
      #expect(!differs, "\(name) of \(kind) \(shape), \(layout)")
    }
    start += count
  }
  #expect(start == wanted.count)
}
