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
  // BEGIN SOLUTION
  (function(x + h) - function(x - h)) / (2 * h)
  // END SOLUTION
}

/// The step for an element x, $h = 10^{-5}\max(1, |x|)$.
///
/// A smaller one drowns in rounding, a larger one in the bend of the function. A `Double` has 16 digits
/// wherever its point is, so a large x needs a large step.
public func differenceStep(at x: Double) -> Double {
  // BEGIN SOLUTION
  1e-5 * max(1, abs(x))
  // END SOLUTION
}

/// Whether a gradient $a$ and a measured slope $n$ agree, $|a - n| \le 10^{-8} + 10^{-6}\max(|a|, |n|)$.
///
/// The second part is for large slopes, the first for those near 0. NaN and infinity agree with nothing.
public func agree(_ gradient: Double, _ slope: Double) -> Bool {
  // BEGIN SOLUTION
  let tolerance = 1e-8 + 1e-6 * max(abs(gradient), abs(slope))
  return tolerance.isFinite && abs(gradient - slope) <= tolerance
  // END SOLUTION
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
  // BEGIN SOLUTION
  let original = parameter.value
  defer { parameter.value = original }
  var (whole, half): ([Double], [Double]) = ([], [])
  for (place, x) in original.elements.enumerated() {
    func lossWithElement(_ moved: Double) -> Double {
      var elements = original.elements
      elements[place] = moved
      parameter.value = NDArray(elements, shape: original.shape)
      return loss()
    }
    let h = differenceStep(at: x)
    whole.append(centredSlope(of: lossWithElement, at: x, step: h))
    half.append(centredSlope(of: lossWithElement, at: x, step: h / 2))
  }
  return MeasuredSlopes(
    whole: NDArray(whole, shape: original.shape), half: NDArray(half, shape: original.shape))
  // STUB: // parameter.value.elements are its numbers in a row, NDArray(numbers, shape: shape) is the way back.
  // STUB: // For each: a nested `func` of that one number that puts it in place and returns loss(); its centredSlope
  // STUB: // with differenceStep and with half of it. In the end the old value again.
  // STUB: notImplemented()
  // END SOLUTION
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
    // BEGIN SOLUTION
    wrong == 0 && 2 * kinks <= count
    // END SOLUTION
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
  // BEGIN SOLUTION
  let smooth = gradient.indices.filter { agree(whole[$0], half[$0]) }
  let wrong = smooth.filter { !agree(gradient[$0], whole[$0]) }
  return GradientComparison(
    name: parameter.name, count: gradient.count, kinks: gradient.count - smooth.count,
    wrong: wrong.count)
  // STUB: _ = (gradient, whole, half)
  // STUB: notImplemented()
  // END SOLUTION
}
