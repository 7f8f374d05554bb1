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
    notImplemented()
  }

  /// A turn by so many degrees, clockwise.
  public static func rotation(degrees: Double) -> Homography {
    // cos and sin take radians: degrees · π / 180.
    notImplemented()
  }

  /// Larger by `factor` in both directions.
  public static func zoom(_ factor: Double) -> Homography {
    notImplemented()
  }

  /// Rows pushed along x by −tan(`x`) for each row down, then columns along y by −tan(`y`) for each column to the right, both angles in degrees
  /// and with torchvision's sign.
  public static func shear(x: Double, y: Double = 0) -> Homography {
    // Two matrices with one number off the diagonal each, put together by `after`.
    notImplemented()
  }

  /// First `other`, then this one.
  public func after(_ other: Homography) -> Homography {
    notImplemented()
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
    // `matrix.dot(NDArray([x, y, 1])).elements` are x′w, y′w and w.
    notImplemented()
  }
}
