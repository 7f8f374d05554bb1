import CourseKit
import NDArray
import Networks
import Optimisers

/// A penalty and decoupled decay are the same for descent and not for Adam; and what clipping does at a cliff.
func decayAndClipping() throws {
  section("Decay: the length of all weights after 20 epochs")
  let data = try DigitsSplit()
  for (name, rule, rate) in [
    ("descent, η = 0.1", GradientDescent() as any UpdateRule, 0.1),
    ("Adam, η = 0.003", Adam(), 0.003),
  ] {
    for (kind, decay) in [
      ("none", Decay.none), ("penalty 0.01", .penalty(0.01)), ("decoupled 0.01", .decoupled(0.01)),
    ] {
      let network = DigitsSplit.network()
      let optimiser = Optimiser(
        rule, network.parameters, rate: rate, decay: decay, decays: { $0.value.rank > 1 })
      let losses = data.train(network, optimiser, epochs: 20)
      let norm = network.parameters.reduce(0) { $0 + square($1.value).sum() }.squareRoot()
      print(
        "\(name.padding(18)) \(kind.padding(15)) ‖w‖ = \(norm.text(3).padding(7)) loss \(losses[19].text(4)), held out \(data.accuracy(network).text(4))"
      )
    }
  }

  section("Clipping: Rosenbrock's valley from (−2, 0), η = 0.0015")
  let limits = [("not clipped", Double.infinity), ("by norm, 100", 100), ("by norm, 10", 10)]
  for (name, limit) in limits {
    let point = Parameter<Double>("w", [-2, 0])
    let optimiser = Optimiser(GradientDescent(), [point], rate: 0.0015)
    var highest = 0.0
    for _ in 0..<3000 {
      optimiser.step {
        point.clearGradient()
        point.accumulate(Surface.valley.gradient(point.value))
        clipByNorm([point], to: limit)
      }
      highest = Swift.max(highest, Surface.valley.value(point.value))
      if !highest.isFinite { break }
    }
    let end =
      highest.isFinite
      ? "\(point.value.point(4)), height \(Surface.valley.value(point.value).text(4))"
      : "not a number"
    print(
      "\(name.padding(14)) highest \(highest.isFinite ? highest.text(1) : "∞"), after 3000 steps \(end)"
    )
  }
}
