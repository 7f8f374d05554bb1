import NDArray

/// A result of which a few numbers are compared with the peer's.
protocol Sampled {
  /// How many elements there are, then up to sixteen of them, evenly spaced.
  var sample: [Double] { get }
}

extension NDArray: Sampled {
  var sample: [Double] {
    let picked = Swift.min(count, 16)
    let flat = flattened()
    return [Double(count)]
      + (0..<picked).map { place in
        let element: NDArray = flat[place * (count - 1) / Swift.max(picked - 1, 1)]
        return element.asType(Double.self).scalar
      }
  }
}

extension Array: Sampled where Element: Sampled {
  var sample: [Double] { flatMap(\.sample) }
}

extension Double: Sampled {
  var sample: [Double] { [1, self] }
}

extension Float: Sampled {
  var sample: [Double] { [1, Double(self)] }
}

extension Int: Sampled {
  var sample: [Double] { [1, Double(self)] }
}

extension Bool: Sampled {
  var sample: [Double] { [1, self ? 1 : 0] }
}
