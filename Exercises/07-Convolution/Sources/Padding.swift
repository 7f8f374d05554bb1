import CourseKit
import NDArray

/// What is put around a picture before a kernel slides over it, so many pixels on each of the four sides.
public enum Padding: Sendable, Hashable {
  /// Nothing: the result is smaller than the picture by the size of the kernel less one.
  case none
  /// Zeros, the lecture's first way.
  case zeros(Int)
  /// The nearest pixel of the picture again, the lecture's second way.
  case replicate(Int)

  /// How many pixels on each side.
  public var width: Int {
    switch self {
    case .none: 0
    case .zeros(let width), .replicate(let width): width
    }
  }

  /// The zeros with which a kernel of odd size k leaves a picture as large as it is, $(k-1)/2$ on each side; rounded down for an even one.
  public static func same(kernel: Int) -> Padding {
    notImplemented()
  }
}

extension Padding {
  /// The pictures `x` (N, C, H, W) with a rim, (N, C, H + 2p, W + 2p).
  public func padded<Element: NDFloat>(_ x: NDArray<Element>) -> NDArray<Element> {
    switch self {
    case .none:
      return x
    case .zeros(let p):
    _ = p
    notImplemented()
    case .replicate(let p):
    _ = p
    notImplemented()
    }
  }

  /// The gradient by the picture, from `dPadded`, the gradient by the picture with its rim.
  ///
  /// A zero of the rim depends on nothing, so its gradient is dropped. A repeated pixel was used again in each place of the
  /// rim where it stands, so the gradients of all these places add up in it.
  public func backward<Element: NDFloat>(_ dPadded: NDArray<Element>) -> NDArray<Element> {
    let (height, width) = (dPadded.shape[2], dPadded.shape[3])
    switch self {
    case .none:
      return dPadded
    case .zeros(let p):
    _ = (p, height, width)
    notImplemented()
    case .replicate(let p):
    // Add the rows above to the first row of the picture, the rows below to its last; then the same with columns. Cut out
    // the picture in the end: the corners have to go both ways.
    _ = (p, height, width)
    notImplemented()
    }
  }
}
