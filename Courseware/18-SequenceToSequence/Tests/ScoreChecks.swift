import CourseKit
import GradedTests
import NDArray
import SequenceToSequence
import Testing

@Suite(.graded) struct ScoreChecks {
  @Test("n-grams and clipped matches by hand") func clippedMatchesByHand() {
    #expect(
      nGramCounts(words("a b a b"), 2) == [["a", "b"]: 2, ["b", "a"]: 1], "three pairs, a b twice")
    #expect(nGramCounts(words("a b"), 3).isEmpty, "no run of 3 in 2 words")
    #expect(nGramCounts(words("a b"), 2) == [["a", "b"]: 1], "one run as long as the text")
    let the = [String](repeating: "the", count: 7)
    let two = clippedMatches(
      the, [words("the cat is on the mat"), words("there is a cat on the mat")], 1)
    #expect(
      two == (2, 7), "“the” seven times: clipped to the 2 of the first reference, of 7: got \(two)")
    let cat = words("the cat sat on mat")
    let matches = (1...4).map { clippedMatches(cat, [words("the cat sat on the mat")], $0) }
    #expect(
      matches.map(\.matched) == [5, 3, 2, 1] && matches.map(\.total) == [5, 4, 3, 2],
      "5/5, 3/4, 2/3, 1/2 of “the cat sat on mat”: got \(matches)")
    let several = clippedMatches(words("a a b"), [words("a b"), words("a a")], 1)
    #expect(
      several == (3, 3),
      "the reference that has a run most often counts, not the sum of all and not the first: got \(several)"
    )
    #expect(clippedMatches(cat, [], 1) == (0, 5), "no reference allows nothing")
    let sum = clippedMatches(words("a a a"), [words("a"), words("a")], 1)
    #expect(sum == (1, 3), "two references with one a each allow one: got \(sum)")
  }

  @Test("brevity by hand") func brevityByHand() {
    expectClose(
      brevityPenalty(candidate: 5, reference: 6), 0.818731, tolerance: 1e-6, "e^(1 − 6/5)")
    expectClose(brevityPenalty(candidate: 6, reference: 6), 1, "as long: no penalty")
    expectClose(brevityPenalty(candidate: 9, reference: 6), 1, "longer: none, and no reward")
    expectClose(brevityPenalty(candidate: 2, reference: 0), 1, "longer than nothing: none either")
    expectClose(brevityPenalty(candidate: 0, reference: 6), 0, "nothing written: 0")
    expectClose(brevityPenalty(candidate: 0, reference: 0), 0, "nothing wanted either: still 0")
    expectClose(brevityPenalty(candidate: 1, reference: 3), 0.135335, tolerance: 1e-6, "e^(1 − 3)")
    #expect(closestLength(7, [4, 9, 20]) == 9, "9 is nearer to 7 than 4")
    #expect(closestLength(7, [9, 5]) == 5, "9 and 5 are equally near: the shorter")
    #expect(closestLength(3, [3, 1]) == 3, "its own length")
    #expect(closestLength(3, []) == 0, "no reference: 0")
  }

  @Test("BLEU by hand") func bleuByHand() {
    let (cat, mat) = (words("the cat sat on mat"), words("the cat sat on the mat"))
    expectClose(
      bleu([cat], [[mat]]), 0.578930, tolerance: 1e-6, "0.818731 · (5/5 · 3/4 · 2/3 · 1/2)^¼")
    expectClose(bleu([mat], [[mat]]), 1, "the reference itself")
    expectClose(
      bleu([cat], [[words("the"), mat]]), 0.578930, tolerance: 1e-6,
      "two references: brevity by the one of 6 words, nearer to 5 than the one of 1")
    expectClose(
      bleu([cat], [[mat]], longest: 1), 0.818731, tolerance: 1e-6, "single words: brevity alone")
    expectClose(
      bleu([cat, mat], [[mat], [mat]], longest: 2), 0.860880, tolerance: 1e-6,
      "counts added up before they are divided: 11/11 · 8/9, e^(1 − 12/11); not a mean of two BLEUs"
    )
  }

  @Test("BLEU like nltk's") func bleuAgainstNLTK() throws {
    let cases: [BLEUCase] = try reference("bleu.json")
    for item in cases {
      expectClose(
        bleu(item.candidates, item.references, longest: item.longest), item.bleu,
        "BLEU-\(item.longest) of \(item.candidates.map { $0.joined(separator: " ") })")
    }
  }

  @Test("BLEU at the edges") func bleuEdges() {
    let mat = words("the cat sat on the mat")
    expectClose(bleu([words("a b c d e")], [[mat]]), 0, "no word right: 0")
    expectClose(
      bleu([words("mat the on sat cat the")], [[mat]]), 0, "all words right, no pair: 0, unsmoothed"
    )
    expectClose(bleu([[]], [[mat]]), 0, "nothing written: 0")
    expectClose(bleu([words("the cat sat")], [[mat]]), 0, "too short for a run of four: 0")
    expectClose(
      bleu([words("the cat"), mat], [[mat], [mat]]), 0.606531, tolerance: 1e-6,
      "one text is too short for runs of three: it has none of them, but counts for the length, e^(1 − 12/8)"
    )
  }

  @Test("errors per letter by hand") func characterErrorRateByHand() {
    let wanted = [letters("париж"), letters("ош")]
    expectClose(
      characterErrorRate(wanted, [letters("парис"), letters("оша")]), 2.0 / 7,
      "one letter wrong, one too many, of 5 + 2: a mean over letters, not over texts")
    expectClose(characterErrorRate(wanted, wanted), 0, "all right")
    expectClose(characterErrorRate([letters("ош")], [[]]), 1, "nothing written: every letter")
    expectClose(
      characterErrorRate([letters("ош")], [letters("абвгд")]), 2.5, "it may be more than 1")
    expectClose(
      exactShare(wanted + wanted, [letters("париж"), letters("аш"), [], letters("ошо")]), 0.25,
      "one of four texts")
  }
}
