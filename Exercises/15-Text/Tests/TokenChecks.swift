import CourseKit
import GradedTests
import NDArray
import Testing
import Text

/// The layout of pieces.json.
struct PieceReferences: Decodable {
  struct Pair: Decodable {
    let a, b: [Int]
    let distance: Int
  }
  let texts: [String]
  let tokens: [[String]]
  let sequences: [Pair]
  let bytePairWords: [String: Int]
  let merges, smallMerges: [[String]]
  let split: [String: [String]]
}

@Suite(.graded) struct TokenChecks {
  @Test("bytes that are no UTF-8 and files of white space are refused") func textIsUTF8() throws {
    let good = Array("one\nдва ёж’s\n\nthree\r\n".utf8)
    #expect(
      try decodedText(good, named: "a") == "one\nдва ёж’s\n\nthree\r\n", "a text stays as it is")
    func error(_ bytes: [UInt8]) -> DataError? {
      do throws(DataError) {
        _ = try decodedText(bytes, named: "b.txt")
        return nil
      } catch { return error }
    }
    let latin = Array("plain\n\ncaf".utf8) + [0xE9] + Array("\nmore\n".utf8)
    #expect(
      error(latin) == .notText(file: "b.txt", line: 3),
      "Latin-1's é in the third line, the empty one counted")
    #expect(
      error(latin + latin) == .notText(file: "b.txt", line: 3), "the first of two wrong lines")
    #expect(error([0xFF, 0xFE, 0x41, 0]) == .notText(file: "b.txt", line: 1), "UTF-16 in line 1")
    #expect(error([0xD0]) == .notText(file: "b.txt", line: 1), "half a letter at the end")
    #expect(error([]) == .empty(file: "b.txt"), "no byte at all")
    #expect(error(Array(" \n\t \r\n".utf8)) == .empty(file: "b.txt"), "nothing but white space")
    #expect(error(Array(".".utf8)) == nil, "a full stop is not white space")
  }

  @Test("words by the rule: letters, and an apostrophe between letters") func tokensByRule() {
    expectList(
      tokens("A dog barked at a cat."), ["a", "dog", "barked", "at", "a", "cat"],
      "the lecture's sentence")
    expectList(
      tokens("It's 29.95, well-known!"), ["it's", "well", "known"],
      "digits and hyphens are between words")
    expectList(
      tokens("'Tis the dogs' — O’Neil"), ["tis", "the", "dogs", "o'neil"],
      "an apostrophe at an end is none; ’ becomes '")
    expectList(tokens("don''t"), ["don", "t"], "two apostrophes in a row stand between no letters")
    expectList(tokens("Ёлка, ЁЖ"), ["ёлка", "ёж"], "Russian letters are letters")
    expectList(
      tokens("Cafe\u{301} noir"), ["cafe\u{301}", "noir"],
      "an accent that is written behind its letter is one character with it, and ends no word")
    expectList(tokens("x2y"), ["x", "y"], "a digit ends a word")
    expectList(tokens("  …  "), [], "no words")
    expectList(tokens("end"), ["end"], "the last word counts without a mark behind it")
  }

  @Test("the same words as a regular expression finds") func tokensAgainstPython() throws {
    let stored: PieceReferences = try reference("pieces.json")
    for (text, expected) in zip(stored.texts, stored.tokens) {
      expectList(tokens(text), expected, "the words of “\(text)”")
    }
  }

  @Test("stop words go, the others keep their order") func stopWordsGo() {
    expectList(
      withoutStopWords(tokens("The cat is sleeping on the couch.")), ["cat", "sleeping", "couch"],
      "English")
    expectList(
      withoutStopWords(["кот", "и", "пёс", "на", "кот"]), ["кот", "пёс", "кот"],
      "Russian, and what stands twice stays twice")
    expectList(withoutStopWords(["the", "of"]), [], "nothing else")
  }

  @Test("the dictionary code of the lecture, 0 for the unknown") func dictionaryCode() {
    let dictionary = Vocabulary(
      ["a", "an", "and", "at", "ate", "bark", "barked", "cat", "cats", "dog", "dogs", "eat"])
    expectList(
      dictionary.code(of: tokens("A dog barked at a cat.")), [1, 10, 7, 4, 1, 8],
      "A dog barked at a cat.")
    expectList(dictionary.code(of: ["eat", "horse", "an"]), [12, 0, 2], "a word never seen is 0")
    expectList(dictionary.code(of: []), [], "no words")
  }

  @Test("frequent words first, equal ones by the alphabet") func vocabularyByFrequency() {
    let words = "b a c b c d b a e c b".split(separator: " ").map(String.init)
    expectList(
      Vocabulary(counting: words).words, ["b", "c", "a", "d", "e"], "b 4, c 3, a 2, d 1, e 1")
    expectList(
      Vocabulary(counting: words, atLeast: 2).words, ["b", "c", "a"],
      "at least 2: a with exactly 2 stays")
    expectList(Vocabulary(counting: words, atLeast: 5).words, [], "no word is so frequent")
    expectList(
      Vocabulary(counting: ["z", "y", "x"]).words, ["x", "y", "z"], "all equal: by the alphabet")
  }

  @Test("positions leave the unknown out, counts add up") func countsByPosition() {
    let vocabulary = Vocabulary(["is", "this", "long"])
    expectList(
      vocabulary.positions(of: ["this", "movie", "is", "this"]), [1, 0, 1], "movie was never seen")
    expectEqual(
      vocabulary.counts(of: ["this", "movie", "is", "this"]), [1, 2, 0], "is, this, long")
    expectEqual(vocabulary.counts(of: []), [0, 0, 0], "of no words")
  }

  @Test("runs of words") func wordNGramsInOrder() {
    let words = ["not", "good", "at", "all"]
    expectList(wordNGrams(words, 2), ["not good", "good at", "at all"], "pairs")
    expectList(wordNGrams(words, 3), ["not good at", "good at all"], "triples")
    expectList(wordNGrams(words, 4), ["not good at all"], "as many as there are")
    expectList(wordNGrams(words, 5), [], "more than there are")
    expectList(wordNGrams(words, 1), words, "n = 1")
    expectList(wordNGrams([], 2), [], "of nothing")
  }

  @Test("character n-grams as the slide should have them") func characterNGramsOfTheLecture() {
    let table = [
      "describe": "desc escr scri crib ribe",
      "description": "desc escr scri crip ript ipti ptio tion",
      "prescribing": "pres resc escr scri crib ribi ibin bing", "descent": "desc esce scen cent",
      "cribbage": "crib ribb ibba bbag bage",
    ]
    for (word, grams) in table {
      expectList(
        characterNGrams(word, 4), grams.split(separator: " ").map(String.init), "4-grams of \(word)"
      )
    }
    expectList(characterNGrams("will", 4), ["will"], "a word of 4")
    expectList(characterNGrams("by", 4), ["by"], "a shorter word is its own n-gram")
    expectList(characterNGrams("ёжик", 3), ["ёжи", "жик"], "characters, not bytes")
    expectList(
      characterNGrams("cafe\u{301}s", 3), ["caf", "afe\u{301}", "fe\u{301}s"],
      "an accent that is written behind its letter is one character with it: not unicodeScalars")
    expectList(characterNGrams("aaa", 1), ["a", "a", "a"], "n = 1, and what stands thrice")
  }

  @Test("n-grams do not reach over the border of words") func nGramsStayInWords() {
    expectList(
      characterNGrams(ofWords: ["document", "will", "be"], 4),
      ["docu", "ocum", "cume", "umen", "ment", "will", "be"], "document will be")
    expectList(characterNGrams(ofWords: [], 4), [], "no words")
  }

  @Test("fastText's pieces, with the borders marked") func subwordsOfAWord() {
    expectList(
      subwords("cat", lengths: 3...5), ["<ca", "cat", "at>", "<cat", "cat>", "<cat>"],
      "<cat>, 3 to 5")
    expectList(
      subwords("where", lengths: 3...3), ["<wh", "whe", "her", "ere", "re>", "<where>"],
      "<where>, the example of the paper")
    expectList(subwords("a"), ["<a>"], "as long as the shortest n-gram: once, not twice")
    expectList(subwords("of"), ["<of", "of>", "<of>"], "3 to 6 by itself, where 4 is the whole")
    #expect(
      subwords("abcdefgh").count == 8 + 7 + 6 + 5 + 1,
      "10 characters with the brackets: 8 of 3, 7 of 4, 6 of 5, 5 of 6 and the whole")
  }

  @Test("Jaccard with describe") func jaccardByHand() {
    let describe = characterNGrams("describe", 4)
    for (word, expected) in [
      ("description", 0.3), ("prescribing", 0.3), ("descent", 0.125), ("cribbage", 1.0 / 9),
    ] {
      expectClose(jaccard(characterNGrams(word, 4), describe), expected, "describe and \(word)")
    }
    expectClose(jaccard(["a", "a", "b"], ["b", "c"]), 1.0 / 3, "different members: b of a, b, c")
    expectClose(jaccard([], []), 0, "nothing and nothing")
    expectClose(jaccard(["a"], []), 0, "something and nothing")
    expectClose(jaccard(["a", "b"], ["b", "a", "a"]), 1, "the same members")
  }

  @Test("the cosine is of directions") func cosineByHand() {
    expectClose(cosine([3, 0, 4], [3, 0, 4]), 1, "itself")
    expectClose(cosine([3, 0, 4], [30, 0, 40]), 1, "ten times as long, the same direction")
    expectClose(cosine([1, 2, 2], [2, 0, -1]), 0, "at right angles")
    expectClose(cosine([1, 2, 2], [-2, -4, -4]), -1, "the opposite")
    expectClose(cosine([1, 0, 0], [1, 1, 0]), 0.5.squareRoot(), "45°")
    expectClose(cosine([0, 0], [1, 2]), 0, "a text without a known word is like nothing")
  }

  @Test("where near does not mean alike") func compactnessFails() {
    let pair = ["The cat is sleeping on the couch.", "A feline rests upon the sofa."]
    func alike(_ documents: [[String]]) -> Double {
      let counts = bagOfWords(documents, Vocabulary(documents.flatMap { $0 }))
      return cosine(counts[0], counts[1])
    }
    expectClose(
      alike(pair.map { tokens($0) }), 0.272166, tolerance: 1e-6,
      "one meaning: they share the word the")
    expectClose(
      alike(pair.map { withoutStopWords(tokens($0)) }), 0, "and nothing without stop words")
    expectClose(
      alike(["not bad good", "not good bad"].map { tokens($0) }), 1, "the order is ignored")
    func line(_ column: Int) -> NDArray<Double> {
      var picture = NDArray<Double>.zeros([5, 7])
      picture[.all, column] = 1
      return picture.flattened()
    }
    expectClose(
      cosine(line(2), line(4)), 0, "a line of five pixels, moved by two: nothing in common")
    expectClose(cosine(line(2), line(2)), 1, "and not moved")
    let time = NDArray.linspace(0, 1, count: 900, endpoint: false)
    let tones = [5.0, 6.0].map { sin(2 * .pi * $0 * time) }
    expectClose(cosine(tones[0], tones[1]), 0, "tones of 5 and of 6 cycles")
  }

  @Test("byte pairs: newest and widest") func bytePairsByHand() throws {
    let stored: PieceReferences = try reference("pieces.json")
    let pairs = BytePairs(["low": 5, "lower": 2, "newest": 6, "widest": 3], count: 10)
    expectList(
      pairs.merges.map { [$0.0, $0.1] }, stored.smallMerges,
      "the pairs of low, lower, newest, widest")
    expectList(
      pairs.pieces(of: "lowest"), ["low", "est_"], "a word never seen, of two pieces known")
    expectList(pairs.pieces(of: ""), ["_"], "the empty word")
    let few = BytePairs(["ab": 1, "cd": 1], count: 5)
    expectList(few.merges.map { [$0.0, $0.1] }, [], "no pair occurs twice")
    let twice = BytePairs(["ab": 2], count: 9)
    expectList(twice.merges.map { [$0.0, $0.1] }, [["a", "b"], ["ab", "_"]], "twice is enough")
    let tie = BytePairs(["aba": 3, "az": 3, "ab": 2], count: 3)
    expectList(
      tie.merges.map { [$0.0, $0.1] }, [["a", "b"], ["a", "_"], ["a", "z"]],
      "a + z and ab + a_ stand three times each: a comes before ab, whatever they make together")
    expectList(
      BytePairs(["aaa": 1], count: 1).merges.map { [$0.0, $0.1] }, [["a", "a"]],
      "aaa has a + a twice")
    expectList(
      BytePairs(["__": 2], count: 1).pieces(of: "__"), ["__", "_"],
      "a pair begins nowhere at the end of a word, not even where words hold _")
    let once = BytePairs(["aaaaa": 2], count: 1)
    expectList(once.pieces(of: "aaaaa"), ["aa", "aa", "a", "_"], "joined from left to right")
  }

  @Test("150 byte pairs of forty sonnets") func bytePairsOfSonnets() throws {
    let stored: PieceReferences = try reference("pieces.json")
    let pairs = BytePairs(stored.bytePairWords, count: 150)
    expectList(pairs.merges.map { [$0.0, $0.1] }, stored.merges, "the pairs")
    for (word, pieces) in stored.split.sorted(by: { $0.key < $1.key }).prefix(60) {
      expectList(pairs.pieces(of: word), pieces, "the pieces of \(word)")
    }
  }
}
