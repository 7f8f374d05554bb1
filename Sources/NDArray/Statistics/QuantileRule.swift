import Foundation

/// Rules that find a quantile between two neighbours of the sorted sample.
///
/// Types 2 and 4 to 9 of R. J. Hyndman and Y. Fan, *Sample quantiles in statistical packages*, 1996, and
/// the midpoint.
public enum QuantileInterpolation: Sendable, CaseIterable {
  /// Straight lines between the elements, the first at 0, the last at 1. Type 7.
  case linear
  /// The middle of the two neighbours, or the element that is hit.
  case midpoint
  /// The inverse of the empirical distribution function, averaged where it jumps. Type 2.
  case averagedInvertedCDF
  /// The same function made continuous by straight lines. Type 4.
  case interpolatedInvertedCDF
  /// Straight lines between the middles of the steps. Type 5.
  case hazen
  /// Type 6.
  case weibull
  /// Nearly free of bias in the median whatever the distribution. Type 8.
  case medianUnbiased
  /// Nearly free of bias for a normal distribution. Type 9.
  case normalUnbiased
}

/// Rules that choose one element of the sample as its quantile, so that the result has the type of the
/// elements.
public enum QuantileSelection: Sendable, CaseIterable {
  /// The neighbour below, at ⌊(n − 1)q⌋.
  case lower
  /// The neighbour above, at ⌈(n − 1)q⌉.
  case higher
  /// The nearer neighbour, the even one of two equally near.
  case nearest
  /// The least element with at least a share q of the sample not above it. Type 1 of Hyndman and Fan.
  case invertedCDF
  /// The element whose rank is nearest to nq, the even one of two equally near. Type 3.
  case closestObservation
}

/// Which quantiles of a row are wanted, and by what rule.
public struct _QuantileRule: Sendable {
  enum Method: Sendable {
    case median
    case interpolation(QuantileInterpolation)
    case selection(QuantileSelection)
  }

  /// Two positions in a sorted row, and how far from the first to the second the quantile lies.
  struct Place {
    var previous: Int
    var next: Int
    var weight: Double
  }

  let fractions: [Double]
  let method: Method

  /// Where the quantiles lie in a sorted row of `count` elements, at least one.
  func places(in count: Int) -> [Place] {
    let n = Double(count)
    return fractions.map { q in
      switch method {
      case .median:
        Place(previous: (count - 1) / 2, next: count / 2, weight: count % 2 == 0 ? 0.5 : 0)
      case .interpolation(let method): _QuantileRule.place(method, q, n)
      case .selection(let method):
        { Place(previous: $0, next: $0, weight: 0) }(_QuantileRule.position(method, q, n))
      }
    }
  }

  private static func place(_ method: QuantileInterpolation, _ q: Double, _ n: Double) -> Place {
    func virtual(_ alpha: Double, _ beta: Double) -> Double {
      n * q + (alpha + q * (1 - alpha - beta)) - 1
    }
    let index =
      switch method {
      case .linear: (n - 1) * q
      case .midpoint: 0.5 * (floor((n - 1) * q) + ceil((n - 1) * q))
      case .averagedInvertedCDF: n * q - 1
      case .interpolatedInvertedCDF: virtual(0, 1)
      case .hazen: virtual(0.5, 0.5)
      case .weibull: virtual(0, 0)
      case .medianUnbiased: virtual(1 / 3, 1 / 3)
      case .normalUnbiased: virtual(3 / 8, 3 / 8)
      }
    if index >= n - 1 { return Place(previous: Int(n) - 1, next: Int(n) - 1, weight: 0) }
    if index < 0 { return Place(previous: 0, next: 0, weight: 0) }
    let previous = floor(index)
    let weight =
      switch method {
      case .midpoint: index == previous ? 0 : 0.5
      case .averagedInvertedCDF: index == previous ? 0.5 : 1
      default: index - previous
      }
    return Place(previous: Int(previous), next: Int(previous) + 1, weight: weight)
  }

  private static func position(_ method: QuantileSelection, _ q: Double, _ n: Double) -> Int {
    switch method {
    case .lower: return Int(floor((n - 1) * q))
    case .higher: return Int(ceil((n - 1) * q))
    case .nearest: return Int(((n - 1) * q).rounded(.toNearestOrEven))
    case .invertedCDF:
      return Swift.max(0, Int(ceil(n * q - 1)))
    case .closestObservation:
      let index = n * q - 1 - 0.5
      let below = floor(index)
      let stays = index == below && Int(below) & 1 == 1
      return Swift.max(0, Int(below) + (stays ? 0 : 1))
    }
  }
}

extension _SortKey {
  public static func _quantiles(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ rule: _QuantileRule, nan: Self?,
    skippingNaN: Bool, _ previous: UnsafeMutablePointer<Self>, _ next: UnsafeMutablePointer<Self>,
    _ weight: UnsafeMutablePointer<Double>
  ) {
    Parts.forEach(of: rows, unit: 1, work: sortingWork(Self.self, rows * count) / 4) { part in
      var places: [_QuantileRule.Place] = []
      var positions: [Int] = []
      var known = 0
      for row in part {
        let keys = keys + row &* count
        let valid = nan.map { count - _occurrences(of: $0, keys, count: count) } ?? count
        let isNaN = valid == 0 || valid < count && !skippingNaN
        if !isNaN {
          if valid != known {
            places = rule.places(in: valid)
            positions = Set(places.flatMap { [$0.previous, $0.next] }).sorted()
            known = valid
          }
          _select(keys, count: count, positions)
        }
        for q in rule.fractions.indices {
          let target = q &* rows &+ row
          previous[target] = isNaN ? nan ?? 0 : keys[places[q].previous]
          next[target] = isNaN ? nan ?? 0 : keys[places[q].next]
          weight[target] = isNaN ? 0 : places[q].weight
        }
      }
    }
  }
}
