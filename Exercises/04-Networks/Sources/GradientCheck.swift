import CourseKit
import NDArray

// Is the gradient that a backward pass computed really the slope of the loss? A gradient check measures the slope with
// forward passes alone, where no mistake of `backward` can hide. It is done in Double: Float has too few digits.

/// The slope of `function` at `x` by centred differences, $\dfrac{f(x + h) - f(x - h)}{2h}$.
///
/// Its error shrinks with $h^2$, that of the one-sided $\dfrac{f(x + h) - f(x)}h$ only with $h$.
public func centredSlope(
  of function: (Double) -> Double, at x: Double, step h: Double
) -> Double {
  notImplemented()
}

/// The step for an element x, $h = 10^{-5}\max(1, |x|)$.
///
/// A smaller one drowns in rounding, a larger one in the bend of the function. A `Double` has 16 digits
/// wherever its point is, so a large x needs a large step.
public func differenceStep(at x: Double) -> Double {
  notImplemented()
}

/// Whether a gradient $a$ and a measured slope $n$ agree, $|a - n| \le 10^{-8} + 10^{-6}\max(|a|, |n|)$.
///
/// The second part is for large slopes, the first for those near 0. NaN and infinity agree with nothing.
public func agree(_ gradient: Double, _ slope: Double) -> Bool {
  notImplemented()
}

/// The slopes of a loss along each element of a parameter.
public struct MeasuredSlopes {
  /// With the step h of ``differenceStep(at:)``, in the shape of the parameter.
  public let whole: NDArray<Double>
  /// With h/2. Where the two do not agree, the loss has a kink nearby (ReLU at 0) and no slope to compare with.
  public let half: NDArray<Double>

  public init(whole: NDArray<Double>, half: NDArray<Double>) {
    (self.whole, self.half) = (whole, half)
  }
}

/// Measures the slopes of `loss` along the elements of `parameter`, one element after the other.
///
/// - Parameter loss: a forward pass and its loss, which reads `parameter.value`. That is changed for a moment in one
///   element at a time, and in the end is what it was, to the last bit.
public func measuredSlopes(
  along parameter: Parameter<Double>, of loss: () -> Double
) -> MeasuredSlopes {
  // parameter.value.elements are its numbers in a row, NDArray(numbers, shape: shape) is the way back.
  // For each: a nested `func` of that one number that puts it in place and returns loss(); its centredSlope
  // with differenceStep and with half of it. In the end the old value again.
  notImplemented()
}

/// What a gradient check found in one parameter.
public struct GradientComparison: CustomStringConvertible {
  /// The parameter's name.
  public let name: String
  /// How many elements it has.
  public let count: Int
  /// How many of them lie at a kink, where `whole` and `half` do not ``agree(_:_:)``; they are left out.
  public let kinks: Int
  /// How many of the others have a gradient that does not agree with `whole`.
  public let wrong: Int

  public init(name: String, count: Int, kinks: Int, wrong: Int) {
    (self.name, self.count, self.kinks, self.wrong) = (name, count, kinks, wrong)
  }

  /// Whether no element is wrong, and at most half of them had to be left out.
  public var passed: Bool {
    notImplemented()
  }

  public var description: String {
    let verdict = passed ? "right" : wrong > 0 ? "\(wrong) wrong" : "cannot be judged"
    return "d\(name): \(verdict) (\(count) elements, \(kinks) at kinks)"
  }
}

/// Compares `parameter.gradient`, as one backward pass filled it, with the slopes that it ought to be.
public func compareGradient(
  of parameter: Parameter<Double>, _ loss: () -> Double
) -> GradientComparison {
  let gradient = parameter.gradient.elements
  let slopes = measuredSlopes(along: parameter, of: loss)
  let (whole, half) = (slopes.whole.elements, slopes.half.elements)
  _ = (gradient, whole, half)
  notImplemented()
}
