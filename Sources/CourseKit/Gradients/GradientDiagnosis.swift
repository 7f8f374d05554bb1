import Foundation
import NDArray

/// The mistakes in a gradient that can be told by its values.
public enum GradientDiagnosis: Sendable, Equatable {
  /// Some values are NaN or infinite.
  case notFinite
  /// All zeros.
  case zero
  /// Right but for the sign.
  case wrongSign
  /// Every value is twice what it should be.
  case doubled
  /// Every value is this many times too large, and so many objects, classes or features there are: 1/n is missing.
  case missingMean(Int)
  /// Every value is this many times too large, and there is nothing of which there are so many.
  case addedUp(Int)
  /// Every value is this many times too small, and so many objects, classes or features there are: 1/n too much.
  case extraMean(Int)
  /// Every value is this many times too small, and there is nothing of which there are so many.
  case divided(Int)
  /// Every value is off by this one factor.
  case factor(Double)
  /// The transpose is right.
  case transposed
  /// Summing over these axes, along which the value was broadcast, makes it right.
  case notReduced(axes: [Int])
  /// The values are right in another shape.
  case reshaped
  /// Right for an upstream gradient of ones: the one given is not multiplied in.
  case upstreamIgnored
  /// Right for what was put in at an earlier forward pass.
  case staleCache
  /// All wrong elements are at one position of one axis; the others are right.
  case onlyAt(position: Int, axis: Int)
  /// The wrong elements are zero, the others right.
  case partlyZero
  /// One element is wrong, the others are right.
  case oneElement
}

extension GradientDiagnosis: CustomStringConvertible {
  /// What the mistake looks like and where to look for it.
  public var description: String {
    switch self {
    case .notFinite:
      "some values are NaN or infinite: look for a division by 0, log 0 or an overflow"
    case .zero: "every value is zero: it was never computed, or never accumulated"
    case .wrongSign: "every value has the wrong sign"
    case .doubled:
      "every value is doubled: added up twice, or not set back to zero before, or a 1/2 is missing"
    case .missingMean(let n): "every value is \(n) times too large: 1/n with n = \(n) is missing"
    case .addedUp(let n):
      "every value is \(n) times too large: added up over \(Self.word(n)) calls?"
    case .extraMean(2), .divided(2): "every value is half of what it should be"
    case .extraMean(let n):
      "every value is \(n) times too small: there is a 1/n with n = \(n) too much"
    case .divided(let n):
      "every value is \(n) times too small: something is divided by \(n) too often"
    case .factor(let factor):
      "every value is \(String(format: "%.5g", factor)) times what it should be: one factor is wrong"
    case .transposed: "its transpose is right: transpose it, or swap the factors of the product"
    case .notReduced(let axes):
      "summed over \(axes.count == 1 ? "axis" : "axes") \(axes.map(String.init).joined(separator: ", ")) it is right: "
        + "forward broadcasts there, so backward must sum there"
    case .reshaped: "its values are right, only the shape is not"
    case .upstreamIgnored:
      "it is right for an upstream gradient of ones: the upstream gradient is not multiplied in"
    case .staleCache:
      "it is right for an earlier forward pass: the cache is stale, each forward pass must replace it"
    case .onlyAt(let position, let axis):
      "the wrong elements all lie at position \(position) of axis \(axis); the others are right"
    case .partlyZero: "the wrong elements are all zero; the others are right"
    case .oneElement: "this element alone is wrong; the others are right"
    }
  }

  private static func word(_ number: Int) -> String {
    let words = ["three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number - 3) ? words[number - 3] : "\(number)"
  }
}

// MARK: - Finding it

extension GradientDiagnosis {
  /// For a gradient of the right shape with some elements wrong.
  ///
  /// - Parameters:
  ///   - sizes: how many objects, classes and so on there are, by which a mean could divide.
  ///   - earlier: the slopes at the point of an earlier forward pass, if there was one.
  init?(
    of gradient: NDArray<Double>, _ slopes: [CentredDifferences.Slope], wrong: [Int],
    usesUpstream: Bool, sizes: Set<Int>, earlier: () -> [CentredDifferences.Slope]?
  ) {
    let values = gradient.elements
    if slopes.contains(where: { !values[$0.place].isFinite }) {
      self = .notFinite
    } else if slopes.allSatisfy({ values[$0.place] == 0 }) {
      self = .zero
    } else if let factor = Self.factor(values, slopes, sizes), slopes.count > 1 || factor.isTelling
    {
      self = factor
    } else if gradient.rank > 1, gradient.T.shape == gradient.shape, gradient.T.matches(slopes) {
      self = .transposed
    } else if usesUpstream, gradient.matches(slopes, by: \.ofPlainSum) {
      self = .upstreamIgnored
    } else if let earlier = earlier(), Set(earlier.map(\.place)).isSuperset(of: wrong),
      gradient.matches(earlier)
    {
      self = .staleCache
    } else if wrong.count < slopes.count, wrong.allSatisfy({ values[$0] == 0 }) {
      self = .partlyZero
    } else if let (position, axis) = Self.commonPosition(wrong, slopes, gradient.shape) {
      self = .onlyAt(position: position, axis: axis)
    } else if wrong.count == 1, slopes.count > 1 {
      self = .oneElement
    } else {
      return nil
    }
  }

  /// For a gradient of another shape than `shape`, which has to be right once it is brought into it.
  init?(ofShape gradient: NDArray<Double>, shape: [Int], _ slopes: [CentredDifferences.Slope]) {
    let axes = Self.broadcastAxes(from: shape, to: gradient.shape)
    if gradient.T.shape == shape, gradient.T.matches(slopes) {
      self = .transposed
    } else if !axes.isEmpty, gradient.sum(axes: axes).reshaped(shape).matches(slopes) {
      self = .notReduced(axes: axes)
    } else if gradient.count == shape.reduce(1, *), gradient.matches(slopes) {
      self = .reshaped
    } else {
      return nil
    }
  }

  private init(factor: Double, _ sizes: Set<Int>) {
    let (times, parts) = (factor.rounded(), (1 / factor).rounded())
    if isClose(factor, -1) {
      self = .wrongSign
    } else if isClose(factor, 2) {
      self = .doubled
    } else if times > 2, isClose(factor, times) {
      self = sizes.contains(Int(times)) ? .missingMean(Int(times)) : .addedUp(Int(times))
    } else if parts > 1, isClose(factor * parts, 1) {
      self = sizes.contains(Int(parts)) ? .extraMean(Int(parts)) : .divided(Int(parts))
    } else {
      self = .factor(factor)
    }
  }

  /// Whether this factor would be remarkable even with one element to show it.
  private var isTelling: Bool {
    if case .factor = self { false } else { true }
  }

  /// What `values` are divided by the slopes, if that is one number everywhere.
  private static func factor(
    _ values: [Double], _ slopes: [CentredDifferences.Slope], _ sizes: Set<Int>
  ) -> GradientDiagnosis? {
    guard
      let largest = slopes.max(by: { Swift.abs($0.value) < Swift.abs($1.value) }),
      largest.value != 0
    else { return nil }
    let factor = values[largest.place] / largest.value
    let all = slopes.allSatisfy {
      Swift.abs(values[$0.place] - factor * $0.value)
        <= 1e-7 * Swift.abs(factor) + 1e-5 * Swift.abs(values[$0.place])
    }
    return all && factor != 0 ? GradientDiagnosis(factor: factor, sizes) : nil
  }

  /// The axes of `to` that an array of shape `from` is stretched along to get there; empty if it cannot be.
  private static func broadcastAxes(from: [Int], to: [Int]) -> [Int] {
    let added = to.count - from.count
    guard added >= 0 else { return [] }
    var axes = Array(0..<added)
    for (axis, extent) in from.enumerated() where extent != to[axis + added] {
      guard extent == 1 else { return [] }
      axes.append(axis + added)
    }
    return axes
  }

  /// The axis and position that all wrong elements share and no right one has.
  private static func commonPosition(
    _ wrong: [Int], _ slopes: [CentredDifferences.Slope], _ shape: [Int]
  ) -> (position: Int, axis: Int)? {
    let indices = wrong.map { CourseKit.position(of: $0, in: shape) }
    let all = slopes.map { CourseKit.position(of: $0.place, in: shape) }
    for axis in shape.indices where shape[axis] > 1 {
      let position = indices[0][axis]
      if indices.allSatisfy({ $0[axis] == position }),
        all.count(where: { $0[axis] == position }) == wrong.count
      {
        return (position, axis)
      }
    }
    return nil
  }
}

extension NDArray<Double> {
  /// Whether the elements, in C order, are the slopes as far as they were measured.
  fileprivate func matches(
    _ slopes: [CentredDifferences.Slope],
    by slope: KeyPath<CentredDifferences.Slope, Double> = \.value
  ) -> Bool {
    let values = elements
    return slopes.allSatisfy { isClose(values[$0.place], $0[keyPath: slope]) }
      && !slopes.isEmpty
  }
}

private func isClose(_ a: Double, _ b: Double) -> Bool {
  Swift.abs(a - b) <= 1e-7 + 1e-5 * Swift.max(Swift.abs(a), Swift.abs(b))
}
