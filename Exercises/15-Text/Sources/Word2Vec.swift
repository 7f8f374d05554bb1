import CourseKit
import Foundation
import NDArray

/// word2vec with negative sampling, a step after each single example, as the program of 2013 does it.
///
/// It is what `BagEmbedding` and `NegativeSampling` compute for a batch of one, in Float on bare memory.
public final class Word2Vec {
  /// The vectors that are kept in the end: one row a word, or a piece of one.
  public let input: VectorTable
  /// The vectors by which neighbours are told.
  public let output: VectorTable
  private let hidden, error: VectorTable

  /// Vectors of `inputs` words or pieces for `words` neighbours; the input rows small and random, the output rows 0.
  public init(inputs: Int, words: Int, width: Int, using generator: inout Generator) {
    let start = generator.uniform(-0.5, 0.5, shape: [inputs, width]) / Double(width)
    input = VectorTable(start.asType(Float.self))
    output = VectorTable(NDArray<Float>.zeros([words, width]))
    hidden = VectorTable(NDArray<Float>.zeros([1, width]))
    error = VectorTable(NDArray<Float>.zeros([1, width]))
  }

  /// One step of gradient descent on one example, and its loss before the step.
  ///
  /// $h$ is the sum of the rows `inputs` times `scale`. For the target (label 1) and each negative (label 0) the output row $u$
  /// moves by $\eta(\text{label} - \sigma(u\cdot h))h$; the same factor times the *old* $u$, summed over all, moves each input row, times `scale`.
  public func step(
    inputs: [Int], scale: Float = 1, target: Int, negatives: [Int], rate: Float
  ) -> Float {
    // `hidden` and `error` are tables of one row. table.clear(row), table.dot(row, other, otherRow) and
    // table.add(factor, other, otherRow, to: row) are all that is needed. The loss is NegativeSampling's, without overflow.
    notImplemented()
  }
}
