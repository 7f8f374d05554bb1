import CourseKit
import NDArray

/// What a model wrote for one text.
public struct Translation<Element: NDFloat> {
  /// Without start and end.
  public let tokens: [Int]
  /// Where it looked, (written, read), a row for each symbol and one for the end if it came to one; nil without attention.
  public let weights: NDArray<Element>?
}

extension EncoderDecoder {
  /// Writes on its own: the likeliest symbol again and again, which is then read, up to the end, which alone ends a text, or `limit` symbols.
  public func translate(_ source: Padded, limit: Int) -> [Translation<Element>] {
    let objects = source.lengths.count
    var written = [[Int]](repeating: [], count: objects)
    var isOver = [Bool](repeating: false, count: objects)
    var looks: [NDArray<Element>] = []
    // Read once. Begin with `NDArray<Int>.full([objects], Vocabulary.start)`. In each step: `decoder.step`, keep its state; the next
    // tokens are the `argMax(axis: 1)` of the `logits` of its feature; keep its `look?.weights` in `looks`. Note for each text that is
    // not over what was written, or that it is over (the end is not written down). At last
    // `collected(written, isOver, looks, source)`.
    _ = (written, isOver, looks)
    (written, isOver, looks) = ([], [], [])
    notImplemented()
  }

  /// Every text with what was written for it, and its part of the looks of all steps.
  private func collected(
    _ written: [[Int]], _ isOver: [Bool], _ looks: [NDArray<Element>], _ source: Padded
  ) -> [Translation<Element>] {
    let all = looks.isEmpty ? nil : stacked(looks)
    return written.indices.map { k in
      let rows = written[k].count + (isOver[k] ? 1 : 0)
      let weights = all.map { $0[..<rows, k, ..<(source.lengths[k] as Int)] }
      return Translation(tokens: written[k], weights: weights)
    }
  }
}
