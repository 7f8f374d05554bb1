import SwiftSyntax

/// Statements left out, conditions, loops, and what is kept from one call to the next.
extension MutantFinder {
  func mutateStatements(_ list: CodeBlockItemListSyntax) {
    for item in list {
      guard !item.isValue || item.isAssignment else { continue }
      let isNeeded = item.item.is(DeclSyntax.self) || item.item.is(ReturnStmtSyntax.self)
      if isNeeded || item.item.is(GuardStmtSyntax.self) { continue }
      add(.statement, item, "")
    }
  }

  func mutateConditions(_ conditions: ConditionElementListSyntax) {
    let texts = conditions.map { $0.condition.text }
    for (index, element) in conditions.enumerated() {
      if texts.count > 1 {
        let others = texts.enumerated().filter { $0.offset != index }.map(\.element)
        add(.condition, conditions, others.joined(separator: ", "))
      }
      guard case .expression(let condition) = element.condition else { continue }
      if !condition.isComparison { add(.condition, condition, "!(\(condition.text))") }
      if conditions.parent?.is(IfExprSyntax.self) == true { add(.condition, condition, "true") }
    }
  }

  /// Rounds too few: not the first, not the last, only the first.
  func mutateLoop(_ node: ForStmtSyntax) {
    let sequence = node.sequence
    let isRange =
      sequence.as(InfixOperatorExprSyntax.self)
      .map { ["..<", "..."].contains($0.operator.text) } ?? false
    if !isRange {
      add(.bound, sequence, "\(sequence.operand).dropFirst()")
      add(.bound, sequence, "\(sequence.operand).dropLast()")
    }
    add(.statement, sequence, "\(sequence.operand).prefix(1)")
  }

  /// A value that is added to instead of replaced, and a cache that is filled once.
  func mutateAssignment(_ node: InfixOperatorExprSyntax) {
    guard node.operator.is(AssignmentExprSyntax.self) else { return }
    let target = node.leftOperand
    guard !target.is(TupleExprSyntax.self), !target.is(DiscardAssignmentExprSyntax.self) else {
      return
    }
    let name = target.as(MemberAccessExprSyntax.self)?.declName.baseName.text ?? target.text
    if scopes.contains(where: { $0.optionals.contains(name) }) {
      add(.state, node, "if \(target.text) == nil { \(node.text) }")
    } else {
      add(.state, node.operator, "+=")
    }
  }
}

extension CodeBlockItemSyntax {
  /// Whether it may be the value of its function or closure, in which it stands alone.
  var isValue: Bool {
    guard let list = parent?.as(CodeBlockItemListSyntax.self), list.count == 1 else { return false }
    guard let owner = list.parent?.parent else { return true }
    return !owner.is(ForStmtSyntax.self) && !owner.is(WhileStmtSyntax.self)
      && !owner.is(RepeatStmtSyntax.self) && !owner.is(IfExprSyntax.self)
  }
}

extension CodeBlockItemSyntax {
  fileprivate var isAssignment: Bool {
    guard let node = item.as(InfixOperatorExprSyntax.self) else { return false }
    if node.operator.is(AssignmentExprSyntax.self) { return true }
    let name = node.operator.text
    return name.hasSuffix("=") && !["==", "!=", "<=", ">="].contains(name)
  }
}

extension ExprSyntaxProtocol {
  fileprivate var isComparison: Bool {
    let name = self.as(InfixOperatorExprSyntax.self)?.operator.text
    return ["<", "<=", ">", ">=", "==", "!="].contains(name)
  }
}
