import SwiftSyntax

/// A small change of a source file that a student could have made by mistake.
struct Mutant: Encodable, Hashable {
  /// What sort of change it is; the summary counts by it.
  enum Kind: String, Encodable, CaseIterable {
    case argument, axis, bound, call, condition, constant, keepDims, name, operand, order, reduction
    case sign, state, statement, transpose
    case operation = "operator"
  }

  var kind: Kind
  /// The function or property around it.
  var function: String
  var line: Int
  /// The lines that it touches, as they were and as they become, without indentation.
  var before: String
  var after: String
  /// Where it is, in bytes, and what takes its place.
  var offset: Int
  var length: Int
  var replacement: String
}

/// A file and its mutants, in the order of the file.
struct MutatedFile: Encodable {
  var file: String
  var mutants: [Mutant]
}
