/// What an array refuses, in words that name what did not fit.
public enum ArrayError: Error, Equatable, CustomStringConvertible {
  /// As many indices as axes are needed.
  case wrongNumberOfIndices(count: Int, shape: [Int])
  /// An index beyond either end of its axis; as it was written, negative ones too.
  case indexOutOfRange(index: Int, axis: Int, extent: Int)
  case axisOutOfRange(axis: Int, rank: Int)
  /// A slice with the step 0 goes nowhere.
  case stepOfZero
  /// A transpose names each axis once.
  case notAPermutation(axes: [Int], rank: Int)
  /// As many elements as before are needed; the second shape as it was asked for, −1 included.
  case cannotReshape(from: [Int], to: [Int])
  case cannotBroadcast([Int], [Int])
  /// The last axis of the left factor must be as long as the last but one of the right.
  case notAligned([Int], [Int])
  /// What has no value without elements, as the largest of none.
  case noElements(of: String)

  public var description: String {
    switch self {
    case .wrongNumberOfIndices(let count, let shape):
      "\(count) indices for an array of shape \(text(shape)) and rank \(shape.count)"
    case .indexOutOfRange(let index, let axis, let extent):
      "index \(index) is out of bounds for axis \(axis) with size \(extent)"
    case .axisOutOfRange(let axis, let rank):
      "axis \(axis) is out of bounds for an array of rank \(rank)"
    case .stepOfZero:
      "a slice cannot have the step 0"
    case .notAPermutation(let axes, let rank):
      "\(axes) does not name each of the \(rank) axes once"
    case .cannotReshape(let old, let new):
      "an array of shape \(text(old)) has no shape \(text(new))"
    case .cannotBroadcast(let a, let b):
      "shapes \(text(a)) and \(text(b)) cannot be broadcast together"
    case .notAligned(let a, let b):
      "shapes \(text(a)) and \(text(b)) are not aligned for a product"
    case .noElements(let name):
      "\(name) of no elements has no value"
    }
  }
}

/// A shape as NumPy writes it: (), (3,), (2,3).
private func text(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ",")))"
}
