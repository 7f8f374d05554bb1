import CourseKit
import GradedTests
import NDArray
import Optimisers
import Testing

/// What torch.optim and NumPy made of two parameters and a hundred stored gradients; made by References/make_references.py.
struct OptimiserReferences: Decodable {
  struct Values: Decodable { let W, b: NDArray<Double> }
  let W, b, dW, db, falling: NDArray<Double>
  let kept: NDArray<Int>
  let runs: [String: [Values]]

  static func load() throws -> OptimiserReferences { try reference("optimisers.json") }

  /// The parameters W (2, 3) and b (3) at their start.
  func parameters() -> [Parameter<Double>] { [Parameter("W", W), Parameter("b", b)] }

  /// Gives the stored gradients to an optimiser of ``parameters()`` and compares after 1, 2 and 100 steps.
  func expect(
    _ name: String, _ optimiser: Optimiser<Double>,
    sourceLocation: SourceLocation = #_sourceLocation,
    before step: (Int) -> Void = { _ in }
  ) throws {
    let expected = try #require(runs[name])
    let parameters = optimiser.parameters
    for k in 0..<100 {
      step(k)
      (parameters[0].gradient, parameters[1].gradient) = (dW[k], db[k])
      optimiser.step()
      guard let row = kept.elements.firstIndex(of: k + 1) else { continue }
      let after = k == 0 ? "the first step" : "\(k + 1) steps"
      expectClose(
        parameters[0].value, expected[row].W, tolerance: 1e-12, "W after \(after)",
        sourceLocation: sourceLocation)
      expectClose(
        parameters[1].value, expected[row].b, tolerance: 1e-12, "b after \(after)",
        sourceLocation: sourceLocation)
    }
  }
}

/// The points of a rule on ½(x² + 10y²) from (1, 1) with η = 0.05, by nothing of the student's but the rule itself.
func ravine(_ rule: some UpdateRule, steps: Int, decay: Double = 0) -> [NDArray<Double>] {
  var w: NDArray<Double> = [1, 1]
  var memory = (0..<rule.memories).map { _ in NDArray<Double>.zeros([2]) }
  var points: [NDArray<Double>] = []
  for step in 1...steps {
    let ahead = rule.lookAhead(w, memory)
    let gradient: NDArray<Double> = ahead * [1, 10]
    rule.update(&w, gradient, &memory, rate: 0.05, step: step)
    points.append(w)
  }
  return points
}

/// Expects the lesson's numbers for a rule on that ravine: after one step, after two, after a hundred.
func expectRavine(
  _ rule: some UpdateRule, _ first: NDArray<Double>, _ second: NDArray<Double>,
  _ last: NDArray<Double>? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  let points = ravine(rule, steps: last == nil ? 2 : 100)
  let what = "\(type(of: rule)) on ½(x² + 10y²) from (1, 1), η = 0.05"
  expectClose(points[0], first, tolerance: 1e-9, "\(what): step 1", sourceLocation: sourceLocation)
  expectClose(points[1], second, tolerance: 1e-9, "\(what): step 2", sourceLocation: sourceLocation)
  if let last {
    expectClose(
      points[99], last, tolerance: 1e-9, "\(what): step 100", sourceLocation: sourceLocation)
  }
}

/// Expects two steps of a rule whose numbers are not the usual ones: g = 2 and then 4, from w = 1 with η = 0.1.
func expectOtherNumbers(
  _ rule: some UpdateRule, _ first: Double, _ second: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var (w, memory): (NDArray<Double>, [NDArray<Double>]) = (
    [1], (0..<rule.memories).map { _ in [0] }
  )
  for (k, (g, expected)) in zip([2.0, 4], [first, second]).enumerated() {
    rule.update(&w, NDArray([g]), &memory, rate: 0.1, step: k + 1)
    expectClose(
      w, NDArray([expected]), "\(rule), its own numbers in every line: g = 2, 4, step \(k + 1)",
      sourceLocation: sourceLocation)
  }
}

/// Expects a rule to serve Float, another shape and a gradient of zero.
func expectRobust(_ rule: some UpdateRule, sourceLocation: SourceLocation = #_sourceLocation) {
  var (w, d): (NDArray<Float>, NDArray<Double>) = ([[1, -2, 3]], [[1, -2, 3]])
  var memory = (0..<rule.memories).map { _ in NDArray<Float>.zeros([1, 3]) }
  var memory64 = (0..<rule.memories).map { _ in NDArray<Double>.zeros([1, 3]) }
  let gradients: [NDArray<Double>] = [[[0.5, 0, -4]], [[0, 0, 0]], [[-1, 0, 2]]]
  for (k, g) in gradients.enumerated() {
    rule.update(&w, g.asType(Float.self), &memory, rate: 0.1, step: k + 1)
    rule.update(&d, g, &memory64, rate: 0.1, step: k + 1)
  }
  expectClose(
    w.asType(Double.self), d, tolerance: 1e-5, "\(type(of: rule)) in Float and in Double",
    sourceLocation: sourceLocation)
  expectClose(
    d[.all, 1], [-2], "a weight whose gradient is always 0 stays", sourceLocation: sourceLocation)
}
