import Foundation
import Yams

/// A value of a YAML file that knows where it stands.
struct Field {
  let node: Node
  let file: String
  let name: String

  /// The whole of a file.
  ///
  /// - Throws: ``Failure`` at the line that is not YAML.
  init(yaml: String, file: String, name: String) throws {
    do {
      guard let node = try Yams.compose(yaml: yaml) else { throw Failure("is empty", file: file) }
      self.init(node: node, file: file, name: name)
    } catch let error as YamlError {
      throw Failure("\(error)", file: file)
    }
  }

  private init(node: Node, file: String, name: String) {
    (self.node, self.file, self.name) = (node, file, name)
  }

  var line: Int { node.mark?.line ?? 1 }

  func failure(_ message: String) -> Failure { Failure(message, file: file, line: line) }

  /// The values of a mapping that has exactly these keys.
  func fields(_ keys: [String], optional: Set<String> = []) throws -> [String: Field] {
    guard let mapping = node.mapping else { throw failure("\(name) must be a mapping") }
    var fields: [String: Field] = [:]
    for (key, value) in mapping {
      let text = key.string ?? ""
      guard keys.contains(text) else {
        let field = Field(node: key, file: file, name: text)
        throw field.failure("unknown key “\(text)”; known here: \(keys.joined(separator: ", "))")
      }
      fields[text] = Field(node: value, file: file, name: "“\(text)”")
    }
    for key in keys where fields[key] == nil && !optional.contains(key) {
      throw failure("“\(key)” is missing")
    }
    return fields
  }

  func list() throws -> [Field] {
    guard let sequence = node.sequence else { throw failure("\(name) must be a list") }
    return sequence.map { Field(node: $0, file: file, name: "an entry of \(name)") }
  }

  func text(mayBeEmpty: Bool = false) throws -> String {
    guard let text = node.scalar?.string else {
      throw failure("\(name) must be text; put quotes around it if it has “: ” or “ #” in it")
    }
    guard mayBeEmpty || !text.isEmpty else { throw failure("\(name) is empty") }
    return text
  }

  /// A text, or each of a list of them.
  func texts() throws -> [String] {
    node.sequence == nil
      ? [try text(mayBeEmpty: true)] : try list().map { try $0.text(mayBeEmpty: true) }
  }

  func integer(in range: ClosedRange<Int>) throws -> Int {
    guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
      throw failure(
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func number(in range: ClosedRange<Double>) throws -> Double {
    guard let text = node.scalar?.string, let number = Double(text), range.contains(number) else {
      throw failure(
        "\(name) must be a number from \(range.lowerBound.formatted()) to \(range.upperBound.formatted())"
      )
    }
    return number
  }

  /// The pairs of a mapping with keys of any name, in order.
  func pairs() throws -> [(key: Field, value: Field)] {
    guard let mapping = node.mapping else { throw failure("\(name) must be a mapping") }
    return mapping.map { key, value in
      let text = "“\(key.string ?? "")”"
      return (
        Field(node: key, file: file, name: text), Field(node: value, file: file, name: text)
      )
    }
  }
}
