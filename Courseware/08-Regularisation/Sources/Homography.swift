import CourseKit
import Foundation
import NDArray

/// A map of the plane that keeps straight lines straight, a 3 × 3 matrix:
///
/// $$\begin{pmatrix}x'w\\ y'w\\ w\end{pmatrix} = H\begin{pmatrix}x\\ y\\ 1\end{pmatrix}.$$
///
/// x goes to the right and y *down*, as in a picture, so a positive angle turns clockwise (as `RandomAffine` of torchvision does).
public struct Homography: Sendable {
  public let matrix: NDArray<Double>

  public init(_ matrix: NDArray<Double>) {
    if matrix.shape != [3, 3] {
      fatalError("Homography: 3 × 3 numbers are needed, got \(matrix.shape)")
    }
    self.matrix = matrix
  }

  /// A shift by `x` to the right and `y` down.
  public static func shift(x: Double, y: Double) -> Homography {
    // BEGIN SOLUTION
    Homography(NDArray([[1, 0, x], [0, 1, y], [0, 0, 1]]))
    // END SOLUTION
  }

  /// A turn by so many degrees, clockwise.
  public static func rotation(degrees: Double) -> Homography {
    // BEGIN SOLUTION
    let angle = degrees * .pi / 180
    let (c, s) = (cos(angle), sin(angle))
    return Homography(NDArray([[c, -s, 0], [s, c, 0], [0, 0, 1]]))
    // STUB: // cos and sin take radians: degrees · π / 180.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Larger by `factor` in both directions.
  public static func zoom(_ factor: Double) -> Homography {
    // BEGIN SOLUTION
    Homography(NDArray([[factor, 0, 0], [0, factor, 0], [0, 0, 1]]))
    // END SOLUTION
  }

  /// Rows pushed along x by −tan(`x`) for each row down, then columns along y by −tan(`y`) for each column to the right, both angles in degrees
  /// and with torchvision's sign.
  public static func shear(x: Double, y: Double = 0) -> Homography {
    // BEGIN SOLUTION
    let (tx, ty) = (tan(x * .pi / 180), tan(y * .pi / 180))
    let alongX = Homography(NDArray([[1, -tx, 0], [0, 1, 0], [0, 0, 1]]))
    return Homography(NDArray([[1, 0, 0], [-ty, 1, 0], [0, 0, 1]])).after(alongX)
    // STUB: // Two matrices with one number off the diagonal each, put together by `after`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// First `other`, then this one.
  public func after(_ other: Homography) -> Homography {
    // BEGIN SOLUTION
    Homography(matrix.dot(other.matrix))
    // END SOLUTION
  }

  /// The map back. Traps when there is none, as for a zoom by 0.
  public var inverse: Homography {
    guard let inverse = try? Linalg.inv(matrix) else {
      fatalError("Homography: \(matrix) has no inverse")
    }
    return Homography(inverse)
  }

  /// Where the point (x, y) goes.
  public func callAsFunction(x: Double, y: Double) -> (x: Double, y: Double) {
    // BEGIN SOLUTION
    let p = matrix.dot(NDArray([x, y, 1])).elements
    return (p[0] / p[2], p[1] / p[2])
    // STUB: // `matrix.dot(NDArray([x, y, 1])).elements` are x′w, y′w and w.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
