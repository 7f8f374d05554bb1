import Foundation

/// A small change of a unit's worked solution, as a student could have made it by mistake.
struct Mutant: Codable, Sendable, Equatable {
  /// What sort of change it is.
  var kind: String
  /// In the unit's `Sources/`.
  var file = ""
  /// The function or property around it.
  var function: String
  var line: Int
  /// The line that changes, as it is and as it becomes, without indentation; of several lines the first.
  var before: String
  var after: String
  /// Where it is, in bytes, and what takes its place.
  var offset: Int
  var length: Int
  var replacement: String

  private enum CodingKeys: String, CodingKey {
    case kind, function, line, before, after, offset, length, replacement
  }

  func applied(to source: Data) -> Data {
    source.prefix(offset) + Data(replacement.utf8) + source.dropFirst(offset + length)
  }

  /// What it is known by in the manifest and from one run to the next, wherever its line has moved.
  var name: String { [file, function, before, after].joined(separator: "\u{1F}") }

  /// `count` of `mutants`, drawn by `seed`, in their order. Which are drawn depends on their names alone, so that an
  /// edit changes little.
  static func sample(_ count: Int, of mutants: [Mutant], seed: Int) -> [Mutant] {
    let keys = mutants.map { Fingerprint.of(Data("\(seed) \($0.name)".utf8)) }
    let drawn = Set(mutants.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.prefix(count))
    return mutants.indices.filter(drawn.contains).map { mutants[$0] }
  }
}

/// What came of a mutant.
enum MutantFate: Sendable, Equatable {
  /// By which check, or how its process died.
  case killed(by: String)
  case didNotCompile
  case survived
}

extension Manifest.Equivalent {
  /// Whether it means `mutant`.
  func names(_ mutant: Mutant) -> Bool {
    mutant.file == file && (function == nil || mutant.function == function)
      && Self.squeezed(before) == mutant.before
      && after.contains { Self.squeezed($0) == mutant.after }
  }

  private static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
