import NDArray

/// Section B: broadcasting, views with strides, joining and repeating.
let layouts = [
  Group(name: "B/f64") { layoutRows(Double.self) },
  Group(name: "B/f32") { layoutRows(Float.self) },
]

private func layoutRows<E: NDFloat>(_ type: E.Type) -> [Row] {
  var generator = Generator(seed: Group.seed)
  let a = generator.normal(1000, 1000, as: E.self)
  let vector = generator.normal(1000, as: E.self)
  let images = generator.normal(32, 64, 16, 16, as: E.self)
  let channels = generator.normal(64, 1, 1, as: E.self)
  let large = generator.normal(2000, 2000, as: E.self)
  let b = a[.stride(by: -1)].copied()
  let column = vector.reshaped([1000, 1])
  let row = vector.reshaped([1, 1000])

  func named<Result: Sampled>(_ name: String, _ body: @escaping () -> Result) -> Row {
    Row("B:\(name)/\(E.tag)", body)
  }
  return [
    named("M+row") { a + vector },
    named("M+col") { a + column },
    named("col+row") { column + row },
    named("M+M") { a + b },
    named("4d+chan") { images + channels },
    named("aT+b") { a.T + b },
    named("strided_neg*2") { a[.stride(by: 2), .stride(by: -1)] * 2 },
    named("aT_copy_2000") { large.T.contiguous() },
    named("aT_reshape_2000") { large.T.flattened() },
    named("transpose4d_NCHW_NHWC") { images.transposed([0, 2, 3, 1]).contiguous() },
    named("concat0") { concatenated([a, b], axis: 0) },
    named("concat1") { concatenated([a, b], axis: 1) },
    named("stack0") { stacked([a, b], axis: 0) },
    named("stack-1") { stacked([a, b], axis: -1) },
    named("pad2") { a.padded(2, mode: .constant(0)) },
    named("repeat") { a.repeated(2, axis: 1) },
    named("tile") { a.tiled([2, 1]) },
    named("flip_copy") { a.flipped().copied() },
    named("roll") { a.rolled(by: 7, axis: 1) },
    named("col_slice_copy") { a[.all, 0..<500].copied() },
    named("strided_copy") { a[.all, .stride(by: 2)].copied() },
    named("meshgrid") { meshgrid([vector, vector]) },
    named("sum_of_sq_dist") { (vector[.all, .newAxis] - vector[.newAxis]) ** 2 },
  ]
}
