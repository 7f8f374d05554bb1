import CourseKit
import NDArray

/// A layer that switches off something at random while it trains: ``Dropout``, ``Dropout2d``, ``DropConnect``.
public protocol Dropping: AnyObject {
  /// Whether it drops; in use nothing is dropped.
  func setTraining(_ isTraining: Bool)
}

/// What stays: true with the probability $1-p$, each element for itself.
///
/// $p$ is the chance to be switched *off*, so the mask is drawn from $\mathrm{Bern}(1-p)$.
public func keepMask(
  _ shape: [Int], dropping p: Double, using generator: inout Generator
) -> NDArray<Bool> {
  // `generator.random(shape)` is uniform in 0 ..< 1.
  notImplemented()
}

/// $\dfrac1{1-p}$, by which what stays is enlarged so that the mean remains; 0 for $p = 1$, where nothing stays.
public func keepScale(_ p: Double) -> Double {
  notImplemented()
}
