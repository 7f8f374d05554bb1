import CourseKit
import GradedTests
import NDArray
import Testing
import Text

@Suite(.graded) struct ErrorRateChecks {
  @Test("the table of edit distances") func editTable() throws {
    expectList(
      editDistances(tokens("the cat sat on the mat"), tokens("the cat sit on mat")),
      [
        [0, 1, 2, 3, 4, 5], [1, 0, 1, 2, 3, 4], [2, 1, 0, 1, 2, 3], [3, 2, 1, 1, 2, 3],
        [4, 3, 2, 2, 1, 2], [5, 4, 3, 3, 2, 2], [6, 5, 4, 4, 3, 2],
      ],
      "said in the rows, heard in the columns")
    expectList(editDistances([Int](), [7, 8]), [[0, 1, 2]], "of nothing")
    expectList(editDistances([7, 8], [Int]()), [[0], [1], [2]], "to nothing")
    let stored: PieceReferences = try reference("pieces.json")
    for pair in stored.sequences {
      let table = editDistances(pair.a, pair.b)
      #expect(
        table[pair.a.count][pair.b.count] == pair.distance,
        "\(pair.a) and \(pair.b), as NLTK counts")
    }
  }

  @Test("substitutions, insertions, deletions") func editKinds() throws {
    #expect(
      edits(tokens("the cat sat on the mat"), tokens("the cat sit on mat"))
        == Edits(substitutions: 1, deletions: 1), "sit for sat, and the is missing")
    #expect(edits(["a"], ["b", "a", "c"]) == Edits(insertions: 2), "two too many")
    #expect(edits(["a", "b"], [String]()) == Edits(deletions: 2), "all missing")
    #expect(edits([String](), ["a"]) == Edits(insertions: 1), "one too many")
    #expect(
      edits(["a", "b"], ["b", "a"]) == Edits(substitutions: 2), "exchanged: the diagonal goes first"
    )
    #expect(
      edits(["a", "b", "a"], ["b", "c", "a", "b"]) == Edits(insertions: 2, deletions: 1),
      "where no diagonal is as short, the deletion goes before the insertion")
    #expect(edits(["a", "b"], ["a", "b"]) == Edits(), "the same")
    let stored: PieceReferences = try reference("pieces.json")
    for pair in stored.sequences {
      let found = edits(pair.a, pair.b)
      #expect(found.count == pair.distance, "edits of \(pair.a) and \(pair.b)")
      #expect(
        pair.b.count - pair.a.count == found.insertions - found.deletions,
        "the lengths of \(pair.a) and \(pair.b) differ by insertions less deletions")
    }
  }

  @Test("word error rate") func wordErrorRates() {
    expectClose(
      wordErrorRate("the cat sat on the mat", "the cat sit on mat"), 2.0 / 6,
      "2 edits of 6 words said")
    expectClose(wordErrorRate("The cat!", "the cat"), 0, "words, not characters")
    expectClose(wordErrorRate("yes", "no no no"), 3, "it may be more than 1")
    expectClose(wordErrorRate("yes no", ""), 1, "nothing heard")
    expectClose(wordErrorRate("", ""), 0, "nothing said, nothing heard")
    expectClose(wordErrorRate("…", "!"), 0, "marks are no words: nothing said, nothing heard")
    #expect(wordErrorRate("…", "noise") == .infinity, "nothing said and something heard")
  }
}
