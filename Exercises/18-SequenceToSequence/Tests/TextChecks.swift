import CourseKit
import GradedTests
import NDArray
import SequenceToSequence
import Testing

@Suite(.graded) struct TextChecks {
  @Test("symbols and their numbers") func vocabularyByHand() {
    let vocabulary = Vocabulary(of: [letters("cab"), letters("bd")])
    #expect(
      vocabulary.encode(letters("badce")) == [5, 4, 7, 6, 3],
      "a, b, c, d are 4, 5, 6, 7; e was never seen and is “unknown”, 3")
    #expect(
      vocabulary.decode([1, 6, 4, 5, 2, 7, 2, 0]) == ["c", "a", "b"],
      "up to the first end, which is 2; start is no symbol")
    #expect(vocabulary.decode([4, 4, 0]) == ["a", "a"], "without an end: all of it but padding")
    #expect(vocabulary.decode([2, 4]) == [], "the end at once: nothing")
    #expect(
      vocabulary.decode([3, 7]) == ["⟨?⟩", "d"], "an unknown symbol is shown as one, not left out")
  }

  @Test("short texts are filled up behind, a column each") func paddedByHand() {
    let padded = Padded([[5, 6], [7, 8, 9, 4], [3]])
    expectEqual(
      padded.tokens, [[5, 7, 3], [6, 8, 0], [0, 9, 0], [0, 4, 0]],
      "(steps, objects): text 0 reads 5, 6 downwards, then padding, 0")
    expectEqual(padded.lengths, [2, 4, 1], "the lengths without padding")
    expectEqual(Padded([[4, 5]]).tokens, [[4], [5]], "one text")
    expectShape(Padded([]).tokens, [0, 0], "no text at all")
  }

  @Test("a mask has a row for each text") func maskByHand() {
    expectEqual(
      Padded([[5, 6], [7, 8, 9, 4], [3]]).mask,
      [[true, true, false, false], [true, true, true, true], [true, false, false, false]],
      "(objects, steps), true where the text has a symbol: step < length")
    expectEqual(
      Padded([[0, 5]]).mask, [[true, true]],
      "by the length, not by the number: a symbol 0 inside a text would count")
  }

  @Test("what is read was to be written one step before") func shiftedTargets() {
    let batch = Batch(source: [[5], [4, 6]], target: [[7, 8, 9], [6]])
    expectEqual(batch.source.tokens, [[5, 4], [0, 6]], "the source has neither start nor end")
    expectEqual(
      batch.inputs, [[1, 1], [7, 6], [8, 0], [9, 0]],
      "the decoder reads ⟨start⟩ and then the target; no ⟨end⟩ among the inputs")
    expectEqual(
      batch.targets, [[7, 6], [8, 2], [9, 0], [2, 0]],
      "it is to write the target and then ⟨end⟩, each symbol one step before it is read")
  }
}
