import CourseKit
import NDArray
import Networks

/// $(x - \mu_c)/\sigma_c$ for each channel c of the pictures (N, C, H, W), with means and deviations that are known beforehand.
///
/// They are taken from the training pictures once, and are part of the network from then on: whoever uses it need not know them.
public final class Normalise<Element: NDFloat>: Layer {
  /// μ, as (C, 1, 1).
  public let mean: NDArray<Element>
  /// σ, as (C, 1, 1).
  public let deviation: NDArray<Element>

  /// One mean and one deviation for each channel.
  public init(mean: [Double], deviation: [Double]) {
    if mean.count != deviation.count || mean.isEmpty || deviation.contains(where: { $0 <= 0 }) {
      fatalError("Normalise: means \(mean) and deviations \(deviation) do not fit")
    }
    func column(_ numbers: [Double]) -> NDArray<Element> {
      NDArray(numbers.map { Element($0) }, shape: [numbers.count, 1, 1])
    }
    (self.mean, self.deviation) = (column(mean), column(deviation))
  }

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    (x - mean) / deviation
    // END SOLUTION
  }

  /// The mean is only shifted by; the deviation scales the gradient as it scaled the picture.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    dY / deviation
    // END SOLUTION
  }
}

/// The mean and the deviation of each channel of the pictures `x` (N, C, H, W), over all pictures, rows and columns.
public func channelStatistics<Element: NDFloat>(
  _ x: NDArray<Element>
) -> (mean: [Double], deviation: [Double]) {
  // BEGIN SOLUTION
  let (mean, deviation) = (x.mean(axes: [0, 2, 3]), x.std(axes: [0, 2, 3]))
  return (mean.elements.map { Double($0) }, deviation.elements.map { Double($0) })
  // STUB: // `.elements.map { Double($0) }` makes numbers of an array's elements.
  // STUB: notImplemented()
  // END SOLUTION
}
