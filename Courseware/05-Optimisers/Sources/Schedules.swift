import CourseKit
import Foundation

/// A learning rate for each step, counted from 0.
public protocol Schedule: Sendable {
  func rate(at step: Int) -> Double
}

/// The lecture's: $\epsilon_k = (1-\alpha)\epsilon_0 + \alpha\epsilon_\tau$ with $\alpha = k/\tau$, and $\epsilon_\tau$ from step τ on.
public struct LinearDecay: Schedule {
  public let start, end: Double
  public let steps: Int
  public init(from start: Double, to end: Double, over steps: Int) {
    (self.start, self.end, self.steps) = (start, end, steps)
  }

  public func rate(at step: Int) -> Double {
    // BEGIN SOLUTION
    if step >= steps { return end }
    let alpha = Double(step) / Double(steps)
    return (1 - alpha) * start + alpha * end
    // END SOLUTION
  }
}

/// Times `factor` after every `interval` steps: $\epsilon_0\,f^{\lfloor k/n\rfloor}$.
public struct StepDecay: Schedule {
  public let start, factor: Double
  public let interval: Int
  public init(from start: Double, times factor: Double, every interval: Int) {
    (self.start, self.factor, self.interval) = (start, factor, interval)
  }

  public func rate(at step: Int) -> Double {
    // BEGIN SOLUTION
    start * pow(factor, Double(step / interval))
    // END SOLUTION
  }
}

/// Half a wave from `start` down to `end`, $\epsilon_\tau + \frac12(\epsilon_0 - \epsilon_\tau)(1 + \cos(\pi k/\tau))$, and `end` from then on.
public struct CosineDecay: Schedule {
  public let start, end: Double
  public let steps: Int
  public init(from start: Double, to end: Double = 0, over steps: Int) {
    (self.start, self.end, self.steps) = (start, end, steps)
  }

  public func rate(at step: Int) -> Double {
    // BEGIN SOLUTION
    if step >= steps { return end }
    return end + (start - end) * (1 + cos(.pi * Double(step) / Double(steps))) / 2
    // END SOLUTION
  }
}

/// A straight climb in `steps` steps to the first rate of another schedule, which then runs from its beginning:
/// step k < n has (k + 1)/n of that rate.
public struct WarmUp: Schedule {
  public let steps: Int
  public let then: any Schedule
  public init(over steps: Int, then: any Schedule) { (self.steps, self.then) = (steps, then) }

  public func rate(at step: Int) -> Double {
    // BEGIN SOLUTION
    step < steps
      ? then.rate(at: 0) * Double(step + 1) / Double(steps) : then.rate(at: step - steps)
    // END SOLUTION
  }
}
