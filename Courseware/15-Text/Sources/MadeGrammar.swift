import NDArray

/// A small language made for the purpose: which words are alike is known, because the grammar says so.
public struct MadeGrammar: Sendable {
  /// Eight kinds: one of it, many of it, and what it likes.
  public let kinds: [[String]]
  /// The other words, class by class.
  public let classes: [String: [String]]

  /// The class of each word: those of one class stand in the same places.
  public var classOf: [String: String] {
    var result: [String: String] = [:]
    for kind in kinds {
      for (word, name) in zip(kind, ["one", "many", "liked"]) { result[word] = name }
    }
    for (name, words) in classes { for word in words { result[word] = name } }
    return result
  }

  /// Sentences of together at least `tokens` words, such as *the cat wants its milk*, *some old horses sleep near the river*.
  public func sentences(tokens: Int, using generator: inout Generator) -> [[String]] {
    var (sentences, count): ([[String]], Int) = ([], 0)
    func pick(_ words: [String]) -> String { words[generator.integers(0..<words.count)] }
    while count < tokens {
      let kind = kinds[generator.integers(0..<kinds.count)]
      let isMany = generator.random() < 0.5
      let number = isMany ? "many" : "one"
      let noun = kind[isMany ? 1 : 0]
      let function = isMany ? classes["function many"]! : classes["function one"]!
      let sentence: [String]
      if generator.random() < 0.6 {
        sentence = [function[0], noun, pick(classes["likes \(number)"]!), function[1], kind[2]]
      } else {
        sentence =
          [function[2], pick(classes["adjective"]!), noun, pick(classes["moves \(number)"]!)]
          + [pick(classes["preposition"]!), pick(classes["place"]!)]
      }
      sentences.append(sentence)
      count += sentence.count
    }
    return sentences
  }
}

extension MadeGrammar {
  /// The language in English words.
  public static let english = MadeGrammar(
    kinds: lists(
      "cat cats milk|dog dogs bones|cow cows grass|horse horses hay|bird birds seeds|mouse mice cheese|bear bears honey|rabbit rabbits carrots"
    ),
    classes: [
      "function one": ["the", "its", "a"], "function many": ["these", "their", "some"],
      "likes one": list("likes eats wants takes finds"),
      "likes many": list("like eat want take find"),
      "moves one": list("sleeps runs rests jumps waits"),
      "moves many": list("sleep run rest jump wait"),
      "adjective": list("old young small big quiet"), "preposition": list("near behind beside"),
      "place": list("river house tree road barn"),
    ])

  /// The same language in Russian words, one for one; only the words are Russian, the grammar is not.
  public static let russian = MadeGrammar(
    kinds: lists(
      "кот коты молоко|пёс псы кости|корова коровы трава|конь кони сено|птица птицы зёрна|мышь мыши сыр|медведь медведи мёд|заяц зайцы морковь"
    ),
    classes: [
      "function one": ["этот", "свой", "один"], "function many": ["эти", "своё", "некоторые"],
      "likes one": list("любит ест хочет берёт находит"),
      "likes many": list("любят едят хотят берут находят"),
      "moves one": list("спит бежит отдыхает прыгает ждёт"),
      "moves many": list("спят бегут отдыхают прыгают ждут"),
      "adjective": list("старый молодой малый большой тихий"), "preposition": list("у за возле"),
      "place": list("реки дома дерева дороги амбара"),
    ])

  /// Every word of one language with its counterpart in another of the same plan.
  public func dictionary(to other: MadeGrammar) -> [(String, String)] {
    var pairs = zip(kinds, other.kinds).flatMap { Array(zip($0, $1)) }
    for name in classes.keys.sorted() { pairs += zip(classes[name]!, other.classes[name]!) }
    return pairs
  }

  private static func list(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " }).map(String.init)
  }

  private static func lists(_ text: String) -> [[String]] {
    text.split(separator: "|").map { list(String($0)) }
  }
}
