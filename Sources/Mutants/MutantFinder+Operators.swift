import SwiftSyntax

/// Operators, their operands, and numbers.
extension MutantFinder {
  private static let others = [
    "+": "-", "-": "+", "*": "/", "/": "*", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=",
    "&&": "||", "||": "&&", ".&": ".|", ".|": ".&", "%": "/",
  ]
  /// Each comparison with the one that differs at equality, and with its opposite.
  private static let comparisons = [
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="],
    "!=": ["=="],
  ]
  /// Of which operators each operand could have been left out.
  private static let losesEither: Set = ["+", "*", "&&", "||", ".&", ".|"]
  private static let losesRight: Set = ["-", "/", "%"]

  func mutateOperator(_ node: InfixOperatorExprSyntax) {
    guard let sign = node.operator.as(BinaryOperatorExprSyntax.self)?.operator else { return }
    let (left, right) = (node.leftOperand, node.rightOperand)
    let name = sign.text
    if let other = Self.others[name] { add(.operation, sign, other) }
    let point = name.hasPrefix(".") && !name.hasPrefix("..") ? "." : ""
    if let others = Self.comparisons[String(name.dropFirst(point.count))] {
      let opposite = others.last!
      for other in others { add(other == opposite ? .condition : .bound, sign, point + other) }
    }
    if Self.losesEither.contains(name) || Self.losesRight.contains(name) {
      add(.operand, node, left.text)
    }
    if Self.losesEither.contains(name) { add(.operand, node, right.operand) }
    if Self.losesRight.contains(name) {
      add(.operand, node, "\(right.operand) \(name) \(left.operand)")
    }
    if name == "..<" || name == "..." {
      add(.bound, sign, name == "..<" ? "..." : "..<")
      add(.bound, right, "(\(right.operand) - 1)")
    }
    if ["+=", "-=", "*=", "/="].contains(name) { add(.state, sign, "=") }
  }

  func mutateInteger(_ node: IntegerLiteralExprSyntax) {
    guard let number = Int(node.literal.text.filter { $0 != "_" }) else { return }
    let kind: Mutant.Kind = node.label == "axis" ? .axis : .constant
    if number != 0 { add(kind, node, "\(number - 1)") }
    if kind == .constant || number != 1 { add(kind, node, "\(number + 1)") }
  }

  func mutateFloat(_ node: FloatLiteralExprSyntax) {
    guard let number = Double(node.literal.text.filter { $0 != "_" }) else { return }
    if number != 0 { add(.constant, node, "0.0") }
    add(.constant, node, number == 0 ? "1.0" : "\(2 * number)")
  }
}

extension ExprSyntaxProtocol {
  /// Its label, if it is an argument.
  var label: String? { parent?.as(LabeledExprSyntax.self)?.label?.text }
}
