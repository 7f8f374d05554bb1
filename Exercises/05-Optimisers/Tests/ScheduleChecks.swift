import CourseKit
import GradedTests
import NDArray
import Optimisers
import Testing

@Suite(.graded) struct ScheduleChecks {
  private func rates(_ schedule: some Schedule, _ steps: Int) -> NDArray<Double> {
    NDArray((0..<steps).map { schedule.rate(at: $0) })
  }

  private struct Stored: Decodable { let linear, step, cosine: NDArray<Double> }

  @Test("the lecture's schedule by hand") func linearDecayByHand() {
    let schedule = LinearDecay(from: 0.1, to: 0.001, over: 100)
    expectClose(schedule.rate(at: 0), 0.1, "ε₀")
    expectClose(schedule.rate(at: 50), 0.0505, "half-way")
    expectClose(schedule.rate(at: 100), 0.001, "ε_τ")
    expectClose(schedule.rate(at: 250), 0.001, "constant from then on")
    expectClose(
      LinearDecay(from: 0.1, to: 0.001, over: 0).rate(at: 0), 0.001,
      "over no steps: the end at once")
  }

  @Test("like torch's LinearLR") func linearDecayAgainstPyTorch() throws {
    let stored: Stored = try reference("schedules.json")
    expectClose(
      rates(LinearDecay(from: 0.1, to: 0.001, over: 100), 130), stored.linear, tolerance: 1e-12,
      "130 rates")
  }

  @Test("a staircase like torch's StepLR") func stepDecayAgainstPyTorch() throws {
    let stored: Stored = try reference("schedules.json")
    let schedule = StepDecay(from: 0.1, times: 0.2, every: 30)
    expectClose(rates(schedule, 130), stored.step, tolerance: 1e-12, "130 rates")
    expectClose(schedule.rate(at: 29), 0.1, "the last of the first stair")
    expectClose(schedule.rate(at: 30), 0.02, "the first of the second")
  }

  @Test("half a wave like torch's CosineAnnealingLR") func cosineDecayAgainstPyTorch() throws {
    let stored: Stored = try reference("schedules.json")
    let schedule = CosineDecay(from: 0.1, to: 0.001, over: 100)
    expectClose(rates(schedule, 101), stored.cosine, tolerance: 1e-10, "101 rates")
    expectClose(schedule.rate(at: 25), 0.085501786, tolerance: 1e-8, "a quarter of the way")
    expectClose(schedule.rate(at: 170), 0.001, "it does not rise again")
    expectClose(
      CosineDecay(from: 0.1, to: 0.001, over: 0).rate(at: 0), 0.001,
      "over no steps: the end at once")
  }

  @Test("warm-up, then a schedule from its beginning") func warmUpByHand() {
    let schedule = WarmUp(over: 4, then: LinearDecay(from: 0.8, to: 0, over: 8))
    expectClose(
      rates(schedule, 7), [0.2, 0.4, 0.6, 0.8, 0.8, 0.7, 0.6],
      "a quarter, …, all of 0.8; then the schedule")
    let none = WarmUp(over: 0, then: LinearDecay(from: 0.8, to: 0, over: 8))
    expectClose(rates(none, 2), [0.8, 0.7], "a warm-up of no steps")
  }

  @Test("all gradients together are shortened") func clippingByNorm() throws {
    let (a, b) = (Parameter<Double>("a", [0, 0]), Parameter<Double>("b", [[0]]))
    (a.gradient, b.gradient) = ([2, 3], [[6]])
    let norm = clipByNorm([a, b], to: 1)
    expectClose(norm, 7, "the length of (2, 3, 6) before")
    expectClose(a.gradient, NDArray([2.0 / 7, 3.0 / 7]), "a's part of it: one factor for all")
    expectClose(b.gradient, NDArray([[6.0 / 7]]), "b's part")
    (a.gradient, b.gradient) = ([0.2, 0.3], [[0.6]])
    expectClose(clipByNorm([a, b], to: 1), 0.7, "the length of (0.2, 0.3, 0.6)")
    expectClose(a.gradient, [0.2, 0.3], "a short gradient is not made longer")
    (a.gradient, b.gradient) = ([0, 0], [[0]])
    expectClose(clipByNorm([a, b], to: 1), 0, "no gradient at all")
    expectClose(a.gradient, [0, 0], "and nothing is divided by it")
  }

  @Test("each element is cut") func clippingByValue() {
    let (a, b) = (Parameter<Double>("a", [0, 0]), Parameter<Float>("b", [[0]]))
    a.gradient = [3, -4]
    clipByValue([a], to: 1)
    expectClose(a.gradient, [1, -1], "(3, −4) cut at 1: another direction")
    b.gradient = [[-0.25]]
    clipByValue([b], to: 1)
    expectEqual(b.gradient, [[-0.25]], "what is inside stays")
  }

  @Test("agrees with PyTorch's clipping") func clippingAgainstPyTorch() throws {
    struct Case: Decodable {
      let limit, norm: Double
      let W, b, valueW, valueb: NDArray<Double>
    }
    let cases: [Case] = try reference("clipping.json")
    let stored = try OptimiserReferences.load()
    for expected in cases {
      let p = stored.parameters()
      (p[0].gradient, p[1].gradient) = (stored.dW[7], stored.db[7])
      expectClose(
        clipByNorm(p, to: expected.limit), expected.norm, "the norm, limit \(expected.limit)")
      expectClose(p[0].gradient, expected.W, "dW by norm, limit \(expected.limit)")
      expectClose(p[1].gradient, expected.b, "db by norm, limit \(expected.limit)")
      (p[0].gradient, p[1].gradient) = (stored.dW[7], stored.db[7])
      clipByValue(p, to: expected.limit)
      expectClose(p[0].gradient, expected.valueW, "dW by value, limit \(expected.limit)")
      expectClose(p[1].gradient, expected.valueb, "db by value, limit \(expected.limit)")
    }
  }
}
