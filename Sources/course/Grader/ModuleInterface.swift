import Foundation

/// What a compiled module offers, as the compiler's symbol graph has it.
struct ModuleInterface: Sendable {
  struct Symbol: Sendable {
    /// `Linear.forward(_:)`
    var title: String
    /// Its last name without the parameters: `forward`.
    var name: String
    var isMacro: Bool
    var isOperator: Bool
    /// It is in no type.
    var isGlobal: Bool
    /// It is a member of a type of another module.
    var isForeign: Bool
    var file: String?
    var line: Int?

    /// Its name, and where that is looked up.
    fileprivate var place: String {
      "\(name) \(isGlobal) \(isForeign) \(isOperator) \(isMacro)"
    }
  }

  /// By what identifies them in every module of this name.
  private(set) var symbols: [String: Symbol] = [:]

  /// Reads the graphs that the compiler has left in `folder`.
  ///
  /// - Returns: `nil` if there are none, or unreadable ones.
  init?(in folder: URL) {
    guard let files = try? folder.entries().filter({ $0.pathExtension == "json" }),
      !files.isEmpty
    else { return nil }
    for file in files {
      guard let data = Disk.contents(of: Array(file.path.utf8), limit: 50_000_000),
        let graph = try? JSONDecoder().decode(Graph.self, from: data)
      else { return nil }
      add(graph, isForeign: file.lastPathComponent.contains("@"))
    }
  }

  private mutating func add(_ graph: Graph, isForeign: Bool) {
    for symbol in graph.symbols where !symbol.identifier.precise.contains("::SYNTHESIZED::") {
      let title = symbol.pathComponents.joined(separator: ".")
      let last = symbol.pathComponents.last ?? ""
      let name = last.prefix { $0 != "(" }
      let isOperator = symbol.kind.identifier.contains("func.op")
      symbols[symbol.identifier.precise] = Symbol(
        title: title, name: String(name.isEmpty ? last[...] : name),
        isMacro: symbol.kind.identifier.contains("macro"), isOperator: isOperator,
        isGlobal: symbol.pathComponents.count == 1, isForeign: isForeign,
        file: symbol.location?.uri, line: symbol.location.map { $0.position.line + 1 })
    }
  }

  private struct Graph: Decodable {
    var symbols: [Symbol]

    struct Symbol: Decodable {
      var kind: Kind
      var identifier: Identifier
      var pathComponents: [String]
      var location: Location?
    }
    struct Kind: Decodable { var identifier: String }
    struct Identifier: Decodable { var precise: String }
    struct Location: Decodable {
      var uri: String
      var position: Position
    }
    struct Position: Decodable { var line: Int }
  }
}

extension ModuleInterface {
  /// What this module offers and `solution` does not, that checks compiled against it could take for what they mean;
  /// `words` are all the names in them.
  func rivals(of words: Set<String>, beside solution: ModuleInterface) -> [Symbol] {
    // A changed function has the name of the one that it replaces.
    let offered = Set(solution.symbols.values.map(\.place))
    return symbols.filter { key, symbol in
      guard solution.symbols[key] == nil, !offered.contains(symbol.place) else { return false }
      let isWord =
        words.contains(symbol.name) || symbol.name.hasPrefix("_")
        || Self.silent.contains(symbol.name)
      return isWord && (symbol.isGlobal || symbol.isForeign || symbol.isOperator || symbol.isMacro)
    }.map(\.value).sorted { $0.title < $1.title }
  }

  /// What `solution` offers and this module does not, or not in the same way.
  func missing(from solution: ModuleInterface) -> [String] {
    solution.symbols.filter { symbols[$0.key] == nil }.map(\.value.title).sorted()
  }

  /// Names that are called without being written.
  private static let silent: Set<String> = [
    "init", "subscript", "callAsFunction", "dynamicallyCall", "Swift", "Testing", "~=",
  ]
}
