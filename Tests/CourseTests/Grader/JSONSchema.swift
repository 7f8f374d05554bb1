import Foundation

/// A JSON value that keeps apart what JSON keeps apart.
enum JSONValue: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  fileprivate func isA(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"): true
    case (.array, "array"), (.object, "object"): true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }

  fileprivate var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}

/// As much of JSON Schema 2020-12 as the schemas in `Schemas/` use; another keyword is a violation.
struct JSONSchema {
  private let root: JSONValue

  /// The schema `Schemas/name.json`.
  init(_ name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Schemas/\(name).json")
    root = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: url))
  }

  /// What of `json` is not as the schema says, with its place.
  func violations(of json: String) throws -> [String] {
    check(try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)), root, "$")
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    schema.members.flatMap { keyword, rule -> [String] in
      switch (keyword, rule, value) {
      case ("$schema", _, _), ("title", _, _), ("then", _, _), ("else", _, _): return []
      case ("type", .string(let type), _): return value.isA(type) ? [] : ["\(path) is no \(type)"]
      case ("const", _, _): return value == rule ? [] : ["\(path) is not \(rule)"]
      case ("enum", .array(let values), _):
        return values.contains(value) ? [] : ["\(path): \(value) is not allowed"]
      case ("required", .array(let keys), _):
        return keys.compactMap {
          guard case .string(let key) = $0, value.members[key] == nil else { return nil }
          return "\(path) has no \(key)"
        }
      case ("properties", .object(let properties), _):
        return properties.flatMap { key, schema in
          value.members[key].map { check($0, schema, "\(path).\(key)") } ?? []
        }
      case ("additionalProperties", .boolean(false), _):
        let known = schema.members["properties"]?.members ?? [:]
        return value.members.keys.filter { known[$0] == nil }.map { "\(path) has a key \($0)" }
      case ("items", _, _):
        return value.elements.enumerated().flatMap { check($1, rule, "\(path)[\($0)]") }
      case ("minimum", .number(let limit), .number(let number)):
        return number < limit ? ["\(path) is less than \(limit)"] : []
      case ("minLength", .number(let limit), .string(let text)):
        return text.count < Int(limit) ? ["\(path) is too short"] : []
      case ("maxLength", .number(let limit), .string(let text)):
        return text.count > Int(limit) ? ["\(path) is too long"] : []
      case ("pattern", .string(let pattern), .string(let text)):
        let matches = text.range(of: pattern, options: .regularExpression) != nil
        return matches ? [] : ["\(path) does not look like \(pattern)"]
      case ("minimum", _, _), ("minLength", _, _), ("maxLength", _, _), ("pattern", _, _): return []
      case ("if", _, _):
        let branch = check(value, rule, path).isEmpty ? "then" : "else"
        return schema.members[branch].map { check(value, $0, path) } ?? []
      default: return ["\(path): the validator does not know \(keyword)"]
      }
    }
  }
}
