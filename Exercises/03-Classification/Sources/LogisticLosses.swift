import CourseKit
import NDArray

// One loss in the two notations of the lectures. Both take a logit z = wᵀx for each object and give a
// loss for each object; the mean over the objects is taken by the model, once.

/// The loss for labels $y = \pm1$: $\mathcal L = -\log\sigma(yz)$.
public enum SignedLogLoss {
  /// $-\log\sigma(y_iz_i)$ for each object; all shapes are (objects).
  public static func values(
    _ logits: NDArray<Double>, _ labels: NDArray<Double>
  ) -> NDArray<Double> {
    notImplemented()
  }

  /// $\partial\mathcal L_i/\partial z_i = -y_i(1 - \sigma(y_iz_i))$ for each object.
  ///
  /// By the chain rule $\partial\mathcal L/\partial w$ is this times $x$: the lecture's $-yx(1 - \sigma(yw^Tx))$.
  public static func gradient(
    _ logits: NDArray<Double>, _ labels: NDArray<Double>
  ) -> NDArray<Double> {
    notImplemented()
  }
}

/// The loss for targets $y \in \{0, 1\}$: $-\left(y\ln\hat p + (1 - y)\ln(1 - \hat p)\right)$ with
/// $\hat p = \sigma(z)$.
public enum LogLoss {
  /// The loss of each object; all shapes are (objects).
  public static func values(
    _ logits: NDArray<Double>, _ targets: NDArray<Double>
  ) -> NDArray<Double> {
    notImplemented()
  }

  /// $\partial L_i/\partial z_i = \sigma(z_i) - y_i$ for each object: how much was promised too much.
  public static func gradient(
    _ logits: NDArray<Double>, _ targets: NDArray<Double>
  ) -> NDArray<Double> {
    notImplemented()
  }
}
