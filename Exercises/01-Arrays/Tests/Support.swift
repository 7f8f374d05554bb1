import Arrays
import GradedTests
import NDArray
import Testing

/// An array as the reference files store it: shape and elements in row-major order, NaN as null.
struct Stored: Decodable {
  let shape: [Int]
  let elements: [Double?]

  var values: [Double] { elements.map { $0 ?? .nan } }
  var ndarray: NDArray<Double> { NDArray(values, shape: shape) }
  var strided: StridedArray<Double> { StridedArray(values, shape: shape) }
}

/// Expects the shape and the elements that an array of the library has.
func expectArray<Element: NDScalar>(
  _ got: StridedArray<Element>, _ expected: NDArray<Element>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let got = converted(got, what, sourceLocation) else { return }
  expectEqual(got, expected, what, sourceLocation: sourceLocation)
}

/// The same within a tolerance, and with NaN where NaN is expected.
func expectCloseArray(
  _ got: StridedArray<Double>, _ expected: NDArray<Double>, tolerance: Double = 1e-12,
  _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let got = converted(got, what, sourceLocation) else { return }
  expectClose(got, expected, tolerance: tolerance, what, sourceLocation: sourceLocation)
}

/// The array in the library's type, if it has as many elements as its shape says.
private func converted<Element: NDScalar>(
  _ array: StridedArray<Element>, _ what: String, _ location: SourceLocation
) -> NDArray<Element>? {
  let elements = array.elements
  if elements.count == array.shape.reduce(1, *) { return NDArray(elements, shape: array.shape) }
  let message = "\(what): shape \(array.shape), but `elements` lists \(elements.count) of them"
  Issue.record(Comment(rawValue: message), sourceLocation: location)
  return nil
}

/// Expects an equal value, and says what it is for.
func expectSame<Value: Equatable>(
  _ got: Value, _ expected: Value, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if got == expected { return }
  Issue.record(
    Comment(rawValue: "\(what): expected \(expected), got \(got)"), sourceLocation: sourceLocation)
}

/// Expects one certain error, with everything that it names.
func expectError<Value>(
  _ expected: ArrayError, _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Value
) {
  func record(_ got: String) {
    let message = "\(what): expected the error \"\(expected)\", got \(got)"
    Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
  }
  do {
    let value = try body()
    record("no error but \(value)")
  } catch let error as ArrayError {
    if error != expected { record("the error \"\(error)\"") }
  } catch {
    record("\(error)")
  }
}

/// Expects that two arrays look at the same elements in memory.
func expectView<Element>(
  _ view: StridedArray<Element>, of array: StridedArray<Element>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if view.buffer === array.buffer { return }
  let message = "\(what): a view is wanted, and this is a copy; pass `buffer` on, not new elements"
  Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
}

/// 0, 1, 2, … in this shape, made without the student's `rowMajorStrides`.
func counting(_ shape: [Int], from first: Int = 0) -> StridedArray<Int> {
  let count = shape.reduce(1, *)
  let strides = shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
  let buffer = Buffer(Array(first..<(first + count)))
  return StridedArray(buffer: buffer, shape: shape, strides: strides, offset: 0)
}
