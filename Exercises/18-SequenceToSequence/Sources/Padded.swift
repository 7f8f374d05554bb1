import CourseKit
import NDArray

/// Texts of unequal length in one table, a column each: (steps, objects). Short ones are filled up behind with padding.
public struct Padded: Sendable {
  /// (steps, objects)
  public let tokens: NDArray<Int>
  /// How many steps of each text count, (objects).
  public let lengths: NDArray<Int>

  public init(_ texts: [[Int]]) {
    lengths = NDArray(texts.map(\.count))
    // Fill each text up to the longest; `NDArray(numbers, shape: [texts.count, steps])` has a *row* for each.
    notImplemented()
  }

  /// True where a text has a symbol, false where it is filled up; (objects, steps), as the scores of attention stand.
  public var mask: NDArray<Bool> {
    // The numbers of the steps, a row, compared with the lengths, a column: `lengths[.all, .newAxis]`.
    notImplemented()
  }
}

/// Some pairs of texts, ready for a step of training.
public struct Batch: Sendable {
  public let source: Padded
  /// What the decoder reads, (steps, objects): ⟨start⟩ y₁ … y_T.
  public let inputs: NDArray<Int>
  /// What it is to write meanwhile, (steps, objects): y₁ … y_T ⟨end⟩.
  public let targets: NDArray<Int>

  public init(source: [[Int]], target: [[Int]]) {
    self.source = Padded(source)
    // Both are one symbol longer than the target; what is read at a step was to be written at the step before.
    notImplemented()
  }
}
