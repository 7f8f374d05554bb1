// Window functions of `count` points, each 1 in the middle and falling towards the ends.

extension NDArray where Element == Double {
  /// The Bartlett window, a triangle.
  public static func bartlett(_ count: Int) -> NDArray {
    window(count, "bartlett") { n in
      which(n .<= 0, 1 + n / Double(count - 1), 1 - n / Double(count - 1))
    }
  }

  /// The Blackman window, 0.42 + 0.5 cos(πn/(M−1)) + 0.08 cos(2πn/(M−1)).
  public static func blackman(_ count: Int) -> NDArray {
    window(count, "blackman") { n in
      let angle = n * (.pi / Double(count - 1))
      return 0.42 + 0.5 * cos(angle) + 0.08 * cos(2 * angle)
    }
  }

  /// The Hamming window, 0.54 + 0.46 cos(πn/(M−1)).
  public static func hamming(_ count: Int) -> NDArray {
    window(count, "hamming") { n in 0.54 + 0.46 * cos(n * (.pi / Double(count - 1))) }
  }

  /// The Hann window, 0.5 + 0.5 cos(πn/(M−1)).
  public static func hanning(_ count: Int) -> NDArray {
    window(count, "hanning") { n in 0.5 + 0.5 * cos(n * (.pi / Double(count - 1))) }
  }

  /// The Kaiser window of shape `beta`, I₀(β√(1 − x²)) / I₀(β) for x from −1 to 1.
  public static func kaiser(_ count: Int, beta: Double) -> NDArray {
    window(count, "kaiser") { n in
      let x = n / Double(count - 1)
      return i0(beta * sqrt(maximum(1 - x * x, 0))) / i0(NDArray(beta))
    }
  }

  /// `shape` of the points 1−M, 3−M, …, M−1; a window of one point is 1.
  private static func window(
    _ count: Int, _ operation: StaticString, _ shape: (NDArray) -> NDArray
  ) -> NDArray {
    if count <= 1 { return NDArray.ones([Swift.max(count, 0)]) }
    require(count < 1 << 53, "\(operation): \(count) points are more than a Double can count")
    return shape(NDArray.arange(Double(1 - count), Double(count), 2))
  }
}
