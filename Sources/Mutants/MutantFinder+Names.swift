import SwiftSyntax

/// One value taken for another: the input for what was made of it, a parameter for another of its type.
extension MutantFinder {
  func mutateName(_ node: DeclReferenceExprSyntax) {
    let isMember =
      node.parent?.as(MemberAccessExprSyntax.self).map { $0.declName.id == node.id } ?? false
    let isCalled =
      node.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == ExprSyntax(node).id
    // What was made of an array mostly has its shape.
    let member = node.parent?.as(MemberAccessExprSyntax.self)?.declName.baseName.text
    let isCounted = ["count", "shape"].contains(member)
    guard !isMember, !isCalled, !isCounted else { return }
    let assignment = node.parent?.as(InfixOperatorExprSyntax.self)
    let isTarget =
      assignment?.leftOperand.id == ExprSyntax(node).id
      && assignment?.operator.is(AssignmentExprSyntax.self) == true
    let (name, place) = (node.baseName.text, node.range.lowerBound)
    for scope in scopes.reversed() where scope.knows(name, at: place) {
      for other in scope.others(than: name, at: place, isTarget: isTarget)
      where !isTarget || assignment?.rightOperand.text != other {
        add(.name, node, other)
      }
      return
    }
  }
}

/// The names of a function's parameters and variables, or of a type's properties, and which could be taken for which.
struct Scope {
  let name: String
  /// The properties that may be nil.
  private(set) var optionals: Set<String> = []
  private var variables: [Variable] = []

  private struct Variable {
    var name: String
    var type: String?
    /// From where on it can be used.
    var start: Int
    /// The names that its value is made of.
    var sources: Set<String> = []
    /// What was declared with it in one tuple.
    var tuple: Int?
  }

  init(
    _ name: String, parameters: FunctionParameterListSyntax, body: some SyntaxProtocol
  ) {
    self.name = name
    variables = parameters.map {
      Variable(name: ($0.secondName ?? $0.firstName).text, type: $0.type.text, start: 0)
    }
    let collector = VariableCollector(viewMode: .sourceAccurate)
    collector.walk(body)
    for binding in collector.bindings { declare(binding) }
  }

  /// The stored properties of a type.
  init(members: MemberBlockSyntax) {
    name = ""
    for case let declaration? in members.members.map({ $0.decl.as(VariableDeclSyntax.self) }) {
      for binding in declaration.bindings where binding.accessorBlock == nil {
        guard let type = binding.typeAnnotation?.type else { continue }
        if type.is(OptionalTypeSyntax.self) { optionals.insert(binding.pattern.text) }
        variables.append(Variable(name: binding.pattern.text, type: type.text, start: 0))
      }
    }
  }

  private mutating func declare(_ binding: PatternBindingSyntax) {
    guard let value = binding.initializer?.value else { return }
    let start = binding.endPosition.utf8Offset
    if let pattern = binding.pattern.as(TuplePatternSyntax.self) {
      let values = value.as(TupleExprSyntax.self)?.elements.map(\.expression)
      for (index, element) in pattern.elements.enumerated() {
        let sources = values.flatMap { index < $0.count ? Self.names(in: $0[index]) : nil } ?? []
        variables.append(
          Variable(name: element.pattern.text, start: start, sources: sources, tuple: start))
      }
    } else {
      variables.append(
        Variable(name: binding.pattern.text, start: start, sources: Self.names(in: value)))
    }
  }

  func knows(_ name: String, at place: Int) -> Bool {
    variables.contains { $0.name == name && $0.start <= place }
  }

  /// What could be written at `place` in place of `name`; where that is assigned to, what is declared like it.
  func others(than name: String, at place: Int, isTarget: Bool) -> [String] {
    guard let this = variables.last(where: { $0.name == name && $0.start <= place }) else {
      return []
    }
    var names: [String] = []
    for other in variables where other.name != name && other.start <= place {
      let isOfOneType = this.type != nil && this.type == other.type
      let isBeside = this.tuple != nil && this.tuple == other.tuple
      let isMade =
        !isTarget && (this.sources.contains(other.name) || other.sources.contains(name))
      if isOfOneType || isBeside || isMade, !names.contains(other.name) { names.append(other.name) }
    }
    return names
  }

  private static func names(in value: ExprSyntax) -> Set<String> {
    let collector = NameCollector(viewMode: .sourceAccurate)
    collector.walk(value)
    return collector.names
  }
}

/// The `let` and `var` of a function, those of the functions in it excepted.
private final class VariableCollector: SyntaxVisitor {
  var bindings: [PatternBindingSyntax] = []

  override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
    bindings.append(node)
    return .visitChildren
  }
}

/// The names that an expression uses as values.
private final class NameCollector: SyntaxVisitor {
  var names: Set<String> = []

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    if node.parent?.is(MemberAccessExprSyntax.self) != true
      || node.parent?.as(MemberAccessExprSyntax.self)?.base?.id == ExprSyntax(node).id
    {
      names.insert(node.baseName.text)
    }
    return .visitChildren
  }
}
