import SwiftSyntax

/// Finds the mutants of one file.
///
/// The kinds are in extensions, each of which adds to ``mutants`` what it makes of one node.
final class MutantFinder: SyntaxVisitor {
  let file: SourceFile
  /// The functions and properties around the node, outermost first.
  var scopes: [Scope] = []
  private var mutants: [Mutant] = []
  private var seen: Set<Place> = []

  private struct Place: Hashable {
    var lower: Int
    var upper: Int
    var replacement: String
  }

  /// The mutants of `source`, in the order of the file; of two that make the same text, the first.
  static func mutants(of source: String) -> [Mutant] {
    let finder = MutantFinder(SourceFile(source))
    finder.walk(finder.file.tree)
    return finder.mutants.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }.map(\.element)
  }

  private init(_ file: SourceFile) {
    self.file = file
    super.init(viewMode: .sourceAccurate)
  }

  func add(_ kind: Mutant.Kind, _ node: some SyntaxProtocol, _ replacement: String) {
    add(kind, node.range, replacement)
  }

  func add(_ kind: Mutant.Kind, _ range: Range<Int>, _ replacement: String) {
    guard file.isMarked(range), file.text(range) != replacement else { return }
    guard seen.insert(smallest(range, replacement)).inserted else { return }
    let (before, after) = file.lines(around: range, with: replacement)
    guard before != after || before.hasSuffix("…") else { return }
    mutants.append(
      Mutant(
        kind: kind, function: scopes.last { !$0.name.isEmpty }?.name ?? "",
        line: file.line(of: range.lowerBound) + 1, before: before, after: after,
        offset: range.lowerBound, length: range.count, replacement: replacement))
  }

  /// The same change without the bytes at both ends that stay.
  private func smallest(_ range: Range<Int>, _ replacement: String) -> Place {
    var (lower, upper, new) = (range.lowerBound, range.upperBound, Array(replacement.utf8)[...])
    while lower < upper, let first = new.first, first == file.bytes[lower] {
      lower += 1
      new.removeFirst()
    }
    while lower < upper, let last = new.last, last == file.bytes[upper - 1] {
      upper -= 1
      new.removeLast()
    }
    return Place(lower: lower, upper: upper, replacement: String(decoding: new, as: UTF8.self))
  }

  // MARK: - Scopes

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name.text, node, parameters: node.signature.parameterClause.parameters)
  }
  override func visitPost(_ node: FunctionDeclSyntax) { scopes.removeLast() }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    enter("init", node, parameters: node.signature.parameterClause.parameters)
  }
  override func visitPost(_ node: InitializerDeclSyntax) { scopes.removeLast() }

  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
    enter("subscript", node, parameters: node.parameterClause.parameters)
  }
  override func visitPost(_ node: SubscriptDeclSyntax) { scopes.removeLast() }

  override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
    guard node.accessorBlock != nil else { return .visitChildren }
    return enter(node.pattern.text, node, parameters: [])
  }
  override func visitPost(_ node: PatternBindingSyntax) {
    if node.accessorBlock != nil { scopes.removeLast() }
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.memberBlock)
  }
  override func visitPost(_ node: StructDeclSyntax) { scopes.removeLast() }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.memberBlock)
  }
  override func visitPost(_ node: ClassDeclSyntax) { scopes.removeLast() }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.memberBlock)
  }
  override func visitPost(_ node: EnumDeclSyntax) { scopes.removeLast() }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.memberBlock)
  }
  override func visitPost(_ node: ActorDeclSyntax) { scopes.removeLast() }

  private func enter(
    _ name: String, _ node: some SyntaxProtocol, parameters: FunctionParameterListSyntax
  ) -> SyntaxVisitorContinueKind {
    scopes.append(Scope(name, parameters: parameters, body: node))
    return .visitChildren
  }

  private func enter(_ members: MemberBlockSyntax) -> SyntaxVisitorContinueKind {
    scopes.append(Scope(members: members))
    return .visitChildren
  }

  // MARK: - What is mutated

  override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    mutateOperator(node)
    mutateAssignment(node)
    return .visitChildren
  }

  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    switch node.operator.text {
    case "-": add(.sign, node, node.expression.text)
    case "!", ".!": add(.condition, node, node.expression.text)
    default: break
    }
    return .visitChildren
  }

  override func visit(_ node: PostfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    .visitChildren
  }

  override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    mutateInteger(node)
    return .visitChildren
  }

  override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    mutateFloat(node)
    return .visitChildren
  }

  override func visit(_ node: BooleanLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    if node.label != "keepDims" {
      add(.constant, node, node.literal.text == "true" ? "false" : "true")
    }
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    mutateCall(node)
    mutateAxes(node)
    mutateArguments(node)
    return .visitChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    mutateMember(node)
    return .visitChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    mutateName(node)
    return .visitChildren
  }

  override func visit(_ node: TupleExprSyntax) -> SyntaxVisitorContinueKind {
    exchange(node.elements.map(\.expression))
    return .visitChildren
  }

  override func visit(_ node: ArrayExprSyntax) -> SyntaxVisitorContinueKind {
    exchange(node.elements.map(\.expression))
    return .visitChildren
  }

  override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
    add(.condition, node, node.thenExpression.operand)
    add(.condition, node, node.elseExpression.operand)
    return .visitChildren
  }

  override func visit(_ node: ConditionElementListSyntax) -> SyntaxVisitorContinueKind {
    mutateConditions(node)
    return .visitChildren
  }

  override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
    mutateStatements(node)
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    mutateLoop(node)
    return .visitChildren
  }
}
