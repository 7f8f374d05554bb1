import CourseKit
import NDArray

/// How weights are made to shrink.
public enum Decay: Sendable, Equatable {
  case none
  /// $\frac\lambda2\lVert w\rVert^2$ in the loss: $\lambda w$ is added to the gradient, and goes wherever the rule sends a gradient.
  case penalty(Double)
  /// $w \leftarrow w - \eta\lambda w$ before the rule's step, beside it (Loshchilov, Hutter 2019). With Adam this is AdamW.
  case decoupled(Double)
}

/// Moves the parameters of a model by a rule, and keeps what the rule remembers of each.
public final class Optimiser<Element: NDFloat> {
  public let rule: any UpdateRule
  public let parameters: [Parameter<Element>]
  /// η; a schedule may change it between steps.
  public var rate: Double
  public let decay: Decay
  /// Which parameters decay.
  private let decays: (Parameter<Element>) -> Bool

  /// What the rule remembers, for each parameter.
  public private(set) var memory: [[NDArray<Element>]]
  /// How many steps each parameter has taken.
  public private(set) var steps: [Int]

  /// An optimiser of these parameters; all decay alike unless `decays` chooses, as `{ $0.value.rank > 1 }` spares biases.
  public init(
    _ rule: any UpdateRule, _ parameters: [Parameter<Element>], rate: Double, decay: Decay = .none,
    decays: @escaping (Parameter<Element>) -> Bool = { _ in true }
  ) {
    (self.rule, self.parameters, self.rate) = (rule, parameters, rate)
    (self.decay, self.decays) = (decay, decays)
    memory = parameters.map { parameter in
      (0..<rule.memories).map { _ in NDArray<Element>.zeros(parameter.value.shape) }
    }
    steps = parameters.map { _ in 0 }
  }

  /// One step with the gradients that the parameters hold, which it reads and leaves as they are. Frozen parameters stay as they are: they
  /// do not step, decay or remember.
  public func step() {
    // BEGIN SOLUTION
    for (i, parameter) in parameters.enumerated() where !parameter.isFrozen {
      var gradient = parameter.gradient
      if decays(parameter) {
        switch decay {
        case .none: break
        case .penalty(let lambda): gradient += Element(lambda) * parameter.value
        case .decoupled(let lambda): parameter.value *= Element(1 - rate * lambda)
        }
      }
      steps[i] += 1
      rule.update(
        &parameter.value, gradient, &memory[i], rate: Element(rate), step: steps[i])
    }
    // STUB: // For each parameter that is not frozen: its gradient, decay if `decays(parameter)`, one more in `steps`, then
    // STUB: // `rule.update(&parameter.value, gradient, &memory[i], rate: Element(rate), step: steps[i])`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// One step with gradients that `compute` leaves in the parameters, taken where the rule looks ahead.
  ///
  /// `compute` clears the gradients and runs forward and backward; meanwhile the parameters that are not frozen stand at
  /// ``UpdateRule/lookAhead(_:_:)``, and return before the step.
  public func step(_ compute: () -> Void) {
    // BEGIN SOLUTION
    let here = parameters.map(\.value)
    for (i, parameter) in parameters.enumerated() where !parameter.isFrozen {
      parameter.value = rule.lookAhead(parameter.value, memory[i])
    }
    compute()
    for (parameter, value) in zip(parameters, here) { parameter.value = value }
    step()
    // END SOLUTION
  }
}
