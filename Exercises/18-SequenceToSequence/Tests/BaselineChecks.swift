import CourseKit
import GradedTests
import NDArray
import SequenceToSequence
import Testing

@Suite(.graded) struct BaselineChecks {
  @Test("pieces for letters by hand") func alignedByHand() {
    let ones = { (_: String, piece: [String]) in Double(abs(piece.count - 1)) }
    #expect(
      aligned(letters("abc"), letters("xyz"), cost: ones) == [["x"], ["y"], ["z"]], "one each")
    let known = { (letter: String, piece: [String]) -> Double in
      ["a": ["я"], "j": [], "s": ["ш"], "h": []][letter] == piece ? 0 : 5
    }
    #expect(
      aligned(letters("jash"), letters("яш"), cost: known) == [[], ["я"], ["ш"], []],
      "j and h are silent: the cheapest way costs 0")
    let wide = { (letter: String, piece: [String]) -> Double in
      letter == "x" ? (piece == ["к", "с"] ? 0 : 9) : abs(Double(piece.count) - 1)
    }
    #expect(
      aligned(letters("axb"), letters("аксб"), cost: wide) == [["а"], ["к", "с"], ["б"]],
      "x takes two letters")
    #expect(
      aligned(letters("a"), letters("щыщ"), cost: ones) == [letters("щыщ")], "up to three letters")
    #expect(aligned(letters("a"), letters("щыщы"), cost: ones) == nil, "four letters for one: nil")
    #expect(aligned([], [], cost: ones) == [], "nothing for nothing")
    #expect(
      aligned(letters("ab"), letters("xyz"), cost: ones) == [["x", "y"], ["z"]],
      "equally cheap: the shorter piece last")
  }

  @Test("a table of letters learns what is silent") func substitutionTable() {
    let pairs = [
      Pair(letters: "abba", "абба"), Pair(letters: "hab", "аб"), Pair(letters: "bah", "ба"),
      Pair(letters: "ax", "акс"), Pair(letters: "xab", "ксаб"), Pair(letters: "bxb", "бксб"),
    ]
    let table = SubstitutionTable(pairs)
    #expect(
      table.table == ["a": ["а"], "b": ["б"], "h": [], "x": ["к", "с"]],
      "a → а, b → б, h → nothing, x → кс: got \(table.table)")
    #expect(
      table(letters("hax-b")) == letters("акс-б"), "letter by letter; an unknown one stays as it is"
    )
    #expect(
      mostFrequent([["б"]: 2, ["а"]: 2, ["в"]: 1]) == ["а"],
      "of equally frequent ones the first in the order of letters")
    let even = Dictionary(uniqueKeysWithValues: letters("бвгдежзиклмн").map { ([$0], 2) })
    #expect(
      mostFrequent(even) == ["б"]
        && mostFrequent(even.merging([["а", "я"]: 2]) { $1 }) == ["а", "я"],
      "twelve equally frequent ones: б; with “ая” among them “ая”: the order of letters, not of lengths"
    )
    #expect(mostFrequent([["я"]: 7, ["а"]: 2]) == ["я"], "the most frequent")
    #expect(mostFrequent([:]) == [], "nothing was counted: nothing")
  }

  @Test("the nearest known name") func nearestNames() {
    let pairs = [
      Pair(letters: "paris", "париж"), Pair(letters: "pari", "пари"),
      Pair(letters: "perm", "пермь"),
      Pair(letters: "parin", "парин"),
    ]
    #expect(nearestTranslation(of: letters("perth"), in: pairs) == letters("пермь"), "two changes")
    #expect(
      nearestTranslation(of: letters("parix"), in: pairs) == letters("париж"),
      "paris, pari and parin are one change away: the first")
    #expect(
      nearestTranslation(of: letters("pari"), in: pairs) == letters("пари"),
      "a known name: itself, though another comes first")
    #expect(
      nearestTranslation(of: letters("arin"), in: pairs) == letters("парин"),
      "one letter is missing in front: an edit distance of 1, though no letter stands in its place")
    #expect(
      nearestTranslation(of: letters("permskoje"), in: pairs) == letters("пермь"),
      "much longer than all of them")
    #expect(nearestTranslation(of: letters("pari"), in: []) == [], "no name is known: nothing")
  }
}
