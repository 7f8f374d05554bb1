import SwiftSyntax

/// Calls, their arguments, and members.
extension MutantFinder {
  /// Functions, methods and properties that are taken for each other.
  private static let others = [
    "sum": "mean", "mean": "sum", "max": "min", "min": "max", "maximum": "minimum",
    "minimum": "maximum", "argMax": "argMin", "argMin": "argMax", "any": "all", "all": "any",
    "std": "variance", "variance": "std", "zeros": "ones", "ones": "zeros", "log1p": "log",
    "expm1": "exp", "sin": "cos", "cos": "sin",
  ]
  /// Those that are about an order.
  private static let orders = [
    "first": "last", "last": "first", "dropFirst": "dropLast", "dropLast": "dropFirst",
    "prefix": "suffix", "suffix": "prefix",
  ]
  /// Functions of two values that give one of them.
  private static let choices: Set = ["min", "max", "minimum", "maximum"]

  func mutateCall(_ node: FunctionCallExprSyntax) {
    let arguments = node.arguments.map(\.expression)
    let isPlain = node.trailingClosure == nil && node.arguments.allSatisfy { $0.label == nil }
    if let function = node.calledExpression.as(DeclReferenceExprSyntax.self) {
      let name = function.baseName.text
      rename(function.baseName)
      guard isPlain, name.first?.isLowercase == true else { return }
      let isStatement = node.parent?.as(CodeBlockItemSyntax.self)?.isValue == false
      if arguments.count == 1, !isStatement { add(.call, node, arguments[0].operand) }
      if arguments.count == 2, Self.choices.contains(name) {
        for argument in arguments { add(.call, node, argument.operand) }
      }
      if name == "which", arguments.count == 3 {
        for argument in arguments.dropFirst() { add(.condition, node, argument.operand) }
      }
    } else if let method = node.calledExpression.as(MemberAccessExprSyntax.self), isPlain,
      let base = method.base
    {
      let name = method.declName.baseName.text
      if arguments.isEmpty, Self.others[name] == nil, name.first?.isLowercase == true {
        add(name == "reversed" ? .order : .call, node, base.text)
      }
      if arguments.count == 1, name == "dot" {
        add(.operand, node, "\(arguments[0].operand).dot(\(base.text))")
      }
    }
  }

  /// An axis left out, so that the whole array is folded, and `keepDims` left out.
  func mutateAxes(_ node: FunctionCallExprSyntax) {
    let arguments = Array(node.arguments)
    for argument in arguments where ["axis", "keepDims"].contains(argument.label?.text) {
      let isAxis = argument.label?.text == "axis"
      let left = arguments.filter {
        isAxis ? $0.label?.text != "keepDims" && $0 != argument : $0 != argument
      }
      guard let first = arguments.first, let last = arguments.last else { continue }
      let range = first.range.lowerBound..<last.range.upperBound
      let texts = left.map { file.text($0.range).trimmingComma }
      add(isAxis ? .axis : .keepDims, range, texts.joined(separator: ", "))
    }
  }

  func mutateArguments(_ node: FunctionCallExprSyntax) {
    let arguments = Array(node.arguments)
    // Of the larger and the smaller it makes no difference which comes first.
    let called = node.calledExpression
    let member = called.as(MemberAccessExprSyntax.self)?.declName
    let name = (called.as(DeclReferenceExprSyntax.self) ?? member)?.baseName.text ?? ""
    let isSymmetric = Self.choices.contains(name)
    for (left, right) in zip(arguments, arguments.dropFirst())
    where !isSymmetric && (left.label == nil) == (right.label == nil)
      && right.label?.text != "keepDims"
    {
      exchange([left.expression, right.expression])
    }
    for argument in arguments where argument.label?.text == "to" && arguments.count == 3 {
      add(.bound, argument.label!, "through")
      add(.bound, argument.expression, "\(argument.expression.operand) - 1")
    }
  }

  func mutateMember(_ node: MemberAccessExprSyntax) {
    guard let base = node.base else { return }
    if node.declName.baseName.text == "T" { add(.transpose, node, base.text) }
    rename(node.declName.baseName)
  }

  /// Exchanges each two neighbours.
  func exchange(_ values: [ExprSyntax]) {
    for (left, right) in zip(values, values.dropFirst()) {
      let gap = file.text(left.range.upperBound..<right.range.lowerBound)
      add(
        .argument, left.range.lowerBound..<right.range.upperBound, right.text + gap + left.text)
    }
  }

  private func rename(_ name: TokenSyntax) {
    if let other = Self.others[name.text] {
      let isConstant = ["zeros", "ones"].contains(other)
      add(isConstant ? .constant : .reduction, name, other)
    } else if let other = Self.orders[name.text] {
      add(.order, name, other)
    }
  }
}

extension String {
  fileprivate var trimmingComma: String { hasSuffix(",") ? String(dropLast()) : self }
}
