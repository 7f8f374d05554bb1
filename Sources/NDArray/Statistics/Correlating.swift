/// A type whose sequences can be slid over one another.
public protocol _Correlating {
  /// out[k] = Σⱼ a[k + j − shift] · b[j] over the j for which both exist, for k below `outputs`.
  static func _correlate(
    _ a: UnsafePointer<Self>, _ count: Int, _ b: UnsafePointer<Self>, _ width: Int, shift: Int,
    _ out: UnsafeMutablePointer<Self>, outputs: Int)
}
extension NDInteger {
  public static func _correlate(
    _ a: UnsafePointer<Self>, _ count: Int, _ b: UnsafePointer<Self>, _ width: Int, shift: Int,
    _ out: UnsafeMutablePointer<Self>, outputs: Int
  ) {
    correlate(a, count, b, width, shift, out, outputs) { $0 &+ $1 &* $2 }
  }
}

extension NDFloat {
  public static func _correlate(
    _ a: UnsafePointer<Self>, _ count: Int, _ b: UnsafePointer<Self>, _ width: Int, shift: Int,
    _ out: UnsafeMutablePointer<Self>, outputs: Int
  ) {
    correlate(a, count, b, width, shift, out, outputs) { $0 + $1 * $2 }
  }
}

/// Adds one shifted multiple of `a` after another, so that memory is read in order.
@inline(__always)
private func correlate<T: Numeric>(
  _ a: UnsafePointer<T>, _ count: Int, _ b: UnsafePointer<T>, _ width: Int, _ shift: Int,
  _ out: UnsafeMutablePointer<T>, _ outputs: Int, addingProduct: (T, T, T) -> T
) {
  out.update(repeating: 0, count: outputs)
  for j in 0..<width {
    let factor = b[j]
    let first = Swift.max(0, shift &- j)
    let end = Swift.min(outputs, count &+ shift &- j)
    if first >= end { continue }
    let (source, target) = (a + (first &+ j &- shift), out + first)
    for k in 0..<(end &- first) { target[k] = addingProduct(target[k], source[k], factor) }
  }
}

/// How much of the overlap of two sequences a convolution returns.
public enum ConvolutionMode: Sendable {
  /// Every position at which they overlap: n + m − 1 values.
  case full
  /// As many values as the longer sequence has, from the middle.
  case same
  /// Only where the shorter lies wholly within the longer: |n − m| + 1 values.
  case valid
}

/// The discrete convolution of two one-dimensional arrays: out[k] = Σⱼ a[k − j] · b[j].
///
/// Traps unless both have one axis with at least one element. Complexity: O(n · m).
public func convolve<E: NDNumeric>(
  _ a: NDArray<E>, _ b: NDArray<E>, mode: ConvolutionMode = .full
) -> NDArray<E> {
  let (long, short) = b.count > a.count ? (b, a) : (a, b)
  return slide(short.flipped(), over: long, mode, "convolve")
}

/// The cross-correlation of two one-dimensional arrays: out[k] = Σⱼ a[k + j] · b[j], from k = 0 for
/// `.valid`, and from 1 − m for `.full`.
///
/// Traps unless both have one axis with at least one element. Complexity: O(n · m).
public func correlate<E: NDNumeric>(
  _ a: NDArray<E>, _ b: NDArray<E>, mode: ConvolutionMode = .valid
) -> NDArray<E> {
  b.count > a.count
    ? slide(a, over: b, mode, "correlate").flipped() : slide(b, over: a, mode, "correlate")
}

private func slide<E: NDNumeric>(
  _ short: NDArray<E>, over long: NDArray<E>, _ mode: ConvolutionMode, _ operation: StaticString
) -> NDArray<E> {
  require(
    short.rank == 1 && long.rank == 1,
    "\(operation): object too deep for desired array, got shapes \(long.layout.shape.text) and \(short.layout.shape.text)"
  )
  require(
    short.count > 0,
    "\(operation): an array cannot be empty, got shapes \(long.layout.shape.text) and \(short.layout.shape.text)"
  )
  let (n, m) = (long.count, short.count)
  let (outputs, shift) =
    switch mode {
    case .full: (n + m - 1, m - 1)
    case .same: (n, m / 2)
    case .valid: (n - m + 1, 0)
    }
  let (a, b) = (long.contiguous(), short.contiguous())
  return NDArray(shape: [outputs]) { out in
    a.withPointer { a in
      b.withPointer { E._correlate(a, n, $0, m, shift: shift, out, outputs: outputs) }
    }
  }
}
