import CourseKit
import NDArray
import Networks

/// Batch normalisation (Ioffe, Szegedy 2015): each feature is brought to mean 0 and variance 1 by the batch, then scaled and
/// shifted as training likes.
///
/// $$\mu = \tfrac1m\sum x, \quad v = \tfrac1m\sum(x-\mu)^2, \quad \hat x = \frac{x-\mu}{\sqrt{v+\varepsilon}}, \quad y = \gamma\hat x + \beta.$$
///
/// In training every pass moves the running statistics by a tenth towards those of the batch; in use they stand in for them. As in PyTorch
/// the running variance is the one with the divisor $m - 1$, while the batch is normalised with $m$.
///
/// This is what ``BatchNorm1d`` and ``BatchNorm2d`` share; they differ in the axes over which a feature is averaged.
public class BatchNorm<Element: NDFloat>: Layer {
  /// The new deviation and the new mean of each feature, from 1 and 0.
  public let gamma, beta: Parameter<Element>
  /// The running statistics, from 0 and 1. Frozen ones stay as they are.
  public let mean, variance: Buffer<Element>
  public let epsilon: Element
  /// How far the running statistics move in each pass.
  public let momentum: Element

  /// The axes over which a feature is averaged: [0], or [0, 2, 3] for pictures.
  public let axes: [Int]
  private let trailing: [Int]
  private var isTraining = true

  /// $\hat x$, $\sqrt{v+\varepsilon}$ of each feature, and whether $\mu$ and $v$ came from the batch.
  private var cache: (normalised: NDArray<Element>, deviation: NDArray<Element>, ofBatch: Bool)?

  fileprivate init(
    _ features: Int, axes: [Int], trailing: [Int], epsilon: Element, momentum: Element
  ) {
    gamma = Parameter("γ", NDArray<Element>.ones([features]))
    beta = Parameter("β", NDArray<Element>.zeros([features]))
    mean = Buffer("mean", NDArray<Element>.zeros([features]))
    variance = Buffer("variance", NDArray<Element>.ones([features]))
    (self.axes, self.trailing) = (axes, trailing)
    (self.epsilon, self.momentum) = (epsilon, momentum)
  }

  public func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  /// One number for each feature, in a shape that fits the input: (C), or (C, 1, 1).
  private func spread(_ values: NDArray<Element>) -> NDArray<Element> {
    values.reshaped([-1] + trailing)
  }

  /// Normalises `x`, whose axis 1 holds the features; keeps in `cache` what backward needs.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    checkShape(x)
    // x.mean(axes: axes) and x.variance(axes: axes) have the shape (C); `spread` makes them fit x. In training `follow` moves
    // the running statistics; mind the divisor of the variance that is remembered (`ddof: 1`).
    notImplemented()
  }

  /// Moves a running statistic a part of the way, $r \leftarrow (1-\alpha)\,r + \alpha\,\text{now}$, unless it is frozen.
  private func follow(_ running: Buffer<Element>, _ now: NDArray<Element>) {
    notImplemented()
  }

  /// $d\beta = \sum dY$, $d\gamma = \sum dY\odot\hat x$, and with $g = \gamma\,dY$
  ///
  /// $$dX = \frac{g - \overline{g} - \hat x\,\overline{g\odot\hat x}}{\sqrt{v+\varepsilon}}$$
  ///
  /// where the bars are means over the batch. In use $\mu$ and $v$ are constants, and $dX = g/\sqrt{v+\varepsilon}$.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let (normalised, deviation, ofBatch) = cache else {
      fatalError("BatchNorm.backward: no forward pass came before")
    }
    _ = (normalised, deviation, ofBatch)
    notImplemented()
  }

  private func checkShape(_ x: NDArray<Element>) {
    let features = gamma.value.count
    if x.rank != 2 + trailing.count || x.shape[1] != features {
      fatalError("BatchNorm of \(features) features: the input has the shape \(x.shape)")
    }
    if isTraining && x.count <= features {
      fatalError(
        "BatchNorm: one number for each feature has no variance; train on more than one object")
    }
  }
}

/// Batch normalisation of rows of features, (N, C): each feature over the N objects.
public final class BatchNorm1d<Element: NDFloat>: BatchNorm<Element> {
  public init(_ features: Int, epsilon: Element = 1e-5, momentum: Element = 0.1) {
    super.init(features, axes: [0], trailing: [], epsilon: epsilon, momentum: momentum)
  }
}

/// Batch normalisation of pictures, (N, C, H, W): each channel over all pixels of all pictures.
public final class BatchNorm2d<Element: NDFloat>: BatchNorm<Element> {
  public init(_ channels: Int, epsilon: Element = 1e-5, momentum: Element = 0.1) {
    super.init(channels, axes: [0, 2, 3], trailing: [1, 1], epsilon: epsilon, momentum: momentum)
  }
}
