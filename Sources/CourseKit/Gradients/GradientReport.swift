import NDArray

/// What a gradient check found, in a form that teaches: print it.
public struct GradientReport: Sendable {
  /// One element and both opinions of its slope.
  public struct Element: Sendable, Equatable {
    /// One position an axis.
    public let index: [Int]
    /// What the gradient under check says.
    public let gradient: Double
    /// What centred differences say.
    public let difference: Double
  }

  /// What the check calls the gradient.
  public let name: String
  /// Whether the gradient is right as far as could be measured.
  public let passed: Bool
  /// How many elements were compared.
  public let compared: Int
  /// How many elements lay at a kink and were left out.
  public let kinks: Int
  /// How many of the compared elements disagree.
  public let wrong: Int
  /// The element that disagrees most by its tolerance, if elements could be compared.
  public let worst: Element?
  /// What the mistake looks like, where it looks like something.
  public let diagnosis: GradientDiagnosis?
  private let shapes: (gradient: [Int], expected: [Int])
  private let isRepeatable: Bool

  /// - Parameters:
  ///   - sizes: how many objects, classes and so on there are besides those that the shapes tell.
  ///   - earlier: the differences at the point of an earlier forward pass, asked for where the gradient is wrong.
  init(
    name: String, gradient: NDArray<Double>, differences: CentredDifferences, sizes: [Int],
    earlier: () -> CentredDifferences? = { nil }
  ) {
    self.name = name
    isRepeatable = differences.isRepeatable
    shapes = (gradient.shape, differences.shape)
    let smooth = differences.slopes.filter { !$0.isKink }
    kinks = differences.slopes.count - smooth.count
    let relative = kinks > 0 ? 1e-4 : 1e-6

    guard gradient.shape == differences.shape else {
      (passed, compared, wrong, worst) = (false, 0, 0, nil)
      diagnosis = GradientDiagnosis(ofShape: gradient, shape: differences.shape, smooth)
      return
    }
    let values = gradient.elements
    var disagreeing: [CentredDifferences.Slope] = []
    var worst: (slope: CentredDifferences.Slope, excess: Double)?
    for slope in smooth {
      let (a, n) = (values[slope.place], slope.value)
      let tolerance = 1e-8 + relative * max(Swift.abs(a), Swift.abs(n)) + slope.rounding
      let distance = Swift.abs(a - n)
      // NaN and infinity agree with nothing.
      let excess = a.isFinite && n.isFinite ? distance / tolerance : .infinity
      if excess > 1 { disagreeing.append(slope) }
      if worst == nil || excess > worst!.excess { worst = (slope, excess) }
    }
    compared = smooth.count
    wrong = disagreeing.count
    self.worst = worst.map {
      Element(
        index: position(of: $0.slope.place, in: differences.shape),
        gradient: values[$0.slope.place], difference: $0.slope.value)
    }
    passed = isRepeatable && wrong == 0 && kinks <= compared
    diagnosis =
      wrong == 0
      ? nil
      : GradientDiagnosis(
        of: gradient, smooth, wrong: disagreeing.map(\.place),
        usesUpstream: differences.usesUpstream, sizes: differences.sizes.union(sizes),
        earlier: { earlier()?.slopes.filter { !$0.isKink } })
  }
}

extension GradientReport: CustomStringConvertible {
  /// One line for a gradient that is right; else what is wrong, the worst place and a diagnosis.
  public var description: String {
    if passed {
      let left = kinks == 0 ? "" : ", \(kinks) at a kink left out"
      return "gradient \(name): \(compared) elements agree with centred differences\(left)"
    }
    var lines = ["gradient \(name): \(headline)"]
    if isRepeatable, wrong > 0, let worst {
      lines.append(
        "  worst at \(worst.index): yours \(worst.gradient), centred difference \(worst.difference)"
      )
    }
    if let diagnosis { lines.append("  \(diagnosis)") }
    return lines.joined(separator: "\n")
  }

  private var headline: String {
    if !isRepeatable {
      return
        "the function gives different values for the same input, so it has no slope to compare; "
        + "draw random numbers from a generator with the same seed each time"
    }
    if shapes.gradient != shapes.expected {
      return
        "its shape is \(shapes.gradient), but what it is the gradient of has shape \(shapes.expected)"
    }
    if wrong > 0 { return "\(wrong) of \(compared) elements are wrong" }
    return "\(kinks) of \(kinks + compared) elements lie at kinks, too many to judge by the others"
  }
}
