import NDArray

/// The characters of a text, numbered in their own order.
public struct Alphabet: Sendable {
  public let characters: [Character]
  private let numbers: [Character: Int]

  public init(of text: String) {
    characters = Set(text).sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(characters, 0...))
  }

  /// How many kinds there are.
  public var count: Int { characters.count }

  /// The number of each character, or nil if the text has one that the alphabet has not.
  public func encode(_ text: String) -> NDArray<Int>? {
    var tokens: [Int] = []
    for character in text {
      guard let number = numbers[character] else { return nil }
      tokens.append(number)
    }
    return NDArray(tokens)
  }

  public func decode(_ tokens: NDArray<Int>) -> String {
    String(tokens.elements.map { characters[$0] })
  }
}
