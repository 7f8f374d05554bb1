import Foundation
import Testing

@testable import course

/// What the program in `Sources/Mutants` makes of given code.
@Suite(.serialized) struct MutantSearchTests {
  private let search = MutantSearch(
    repository: Repository(
      root: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()))

  /// `kind: the line as it becomes` for each mutant of a function with this body.
  private func mutants(
    _ body: String, in declaration: String = "func f(_ x: Double, _ y: Double, n: Int)",
    properties: String = ""
  ) throws -> [String] {
    let text = """
      struct S {
        \(properties)
        \(declaration) {
          // BEGIN SOLUTION
          \(body)
          // END SOLUTION
        }
      }
      """
    return try all(of: text).map { "\($0.kind): \($0.after)" }
  }

  private func all(of text: String) throws -> [Mutant] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("mutants-\(UUID().uuidString).swift")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let mutants = try search.mutants(of: [file])[0]
    for mutant in mutants {
      let whole = String(decoding: mutant.applied(to: Data(text.utf8)), as: UTF8.self)
      let line = mutant.after.replacing(" …", with: "").split(separator: " ")
      #expect(line.isEmpty || whole.split(whereSeparator: \.isWhitespace).contains(line[0]))
    }
    return mutants
  }

  @Test func operatorsOperandsSignsAndConstants() throws {
    #expect(
      try mutants("return x - 2.0 * y") == [
        "operand: return x", "operand: return (2.0 * y) - x", "name: return y - 2.0 * y",
        "operator: return x + 2.0 * y", "operand: return x - 2.0", "operand: return x - y",
        "constant: return x - 0.0 * y", "constant: return x - 4.0 * y",
        "operator: return x - 2.0 / y", "name: return x - 2.0 * x",
      ])
    #expect(
      try mutants("-exp(3)", in: "var value: Double") == [
        "sign: exp(3)", "call: -3", "constant: -exp(2)", "constant: -exp(4)",
      ])
  }

  @Test func axesReductionsTransposesAndArguments() throws {
    #expect(
      try mutants("z.sum(axis: 1, keepDims: true)", in: "var value: Double") == [
        "reduction: z.mean(axis: 1, keepDims: true)", "axis: z.sum()",
        "keepDims: z.sum(axis: 1)", "axis: z.sum(axis: 0, keepDims: true)",
      ])
    #expect(
      try mutants("a.T.dot(b)", in: "var value: Double") == [
        "operand: b.dot(a.T)", "transpose: a.dot(b)",
      ])
    #expect(
      try mutants("which(m, g(p, q), 0)", in: "var value: Double") == [
        "condition: g(p, q)", "condition: 0", "argument: which(g(p, q), m, 0)",
        "argument: which(m, 0, g(p, q))", "argument: which(m, g(q, p), 0)",
        "constant: which(m, g(p, q), 1)",
      ])
    #expect(
      try mutants("stride(from: 0, to: n, by: k)", in: "var value: Int") == [
        "argument: stride(from: n, to: 0, by: k)", "constant: stride(from: 1, to: n, by: k)",
        "bound: stride(from: 0, through: n, by: k)", "argument: stride(from: 0, to: k, by: n)",
        "bound: stride(from: 0, to: n - 1, by: k)",
      ])
  }

  @Test func boundsConditionsAndStatements() throws {
    #expect(
      try mutants("if x < y { stop() }\n    go()") == [
        "statement: ", "condition: if true { stop() }", "name: if y < y { stop() }",
        "bound: if x <= y { stop() }", "condition: if x >= y { stop() }",
        "name: if x < x { stop() }", "statement: if x < y { }", "statement: ",
      ])
    #expect(
      try mutants("for i in 0..<n { use(i) }\n    done()") == [
        "statement: ", "statement: for i in (0..<n).prefix(1) { use(i) }",
        "constant: for i in 1..<n { use(i) }", "bound: for i in 0...n { use(i) }",
        "bound: for i in 0..<(n - 1) { use(i) }", "statement: for i in 0..<n { }", "statement: ",
      ])
    #expect(
      try mutants("for i in list.reversed() {\n      use(i)\n    }\n    done()").dropLast(2) == [
        "statement: ", "bound: for i in list.reversed().dropFirst() {",
        "bound: for i in list.reversed().dropLast() {",
        "statement: for i in list.reversed().prefix(1) {", "order: for i in list {",
      ])
  }

  @Test func statesAndNames() throws {
    #expect(
      try mutants(
        "cache = x\n    total += y", properties: "var cache: Double?\n  var total: Double") == [
          "statement: ", "state: if cache == nil { cache = x }", "name: cache = y", "statement: ",
          "operator: total -= y", "state: total = y", "name: total += x",
        ])
    #expect(
      try mutants("let e = exp(x)\n    return e") == [
        "call: let e = x", "name: let e = exp(y)", "name: return x",
      ])
  }

  @Test func onlyTheMarkedRegions() throws {
    let text = """
      func a() -> Int { 1 + 2 }
      func b() -> Int {
        // BEGIN SOLUTION
        3
        // STUB: 4 + 5
        // END SOLUTION
      }
      func c() -> Int { 6 }
      """
    #expect(try all(of: text).map(\.line) == [4, 4])
    #expect(try all(of: "func a() -> Int { 1 + 2 }").isEmpty)
  }

  @Test func theOrderAndTheSampleStay() throws {
    let text = "func f(a: Int) -> Int {\n// BEGIN SOLUTION\na * 3 - a / 5\n// END SOLUTION\n}\n"
    let mutants = try all(of: text)
    #expect(try all(of: text) == mutants)
    #expect(mutants.map(\.offset) == mutants.map(\.offset).sorted())
    #expect(Set(mutants.map(\.name)).count == mutants.count)
    let moved = try all(of: "// A line more.\n" + text)
    #expect(moved.map(\.name) == mutants.map(\.name))
    let sample = Mutant.sample(4, of: mutants, seed: 1)
    #expect(
      sample.count == 4 && Mutant.sample(4, of: moved, seed: 1).map(\.name) == sample.map(\.name))
    #expect(Mutant.sample(4, of: mutants, seed: 2) != sample)
    #expect(Mutant.sample(1000, of: mutants, seed: 1) == mutants)
  }
}
