import CourseKit
import NDArray

/// The gated recurrent unit, in both forms that the lecture prints.
///
/// $$z = \sigma(W_zx + U_zh_{t-1} + b_z),\quad r = \sigma(W_rx + U_rh_{t-1} + b_r),\quad \tilde h = \tanh(W_hx + U_h(r\odot h_{t-1}) + b_h).$$
///
/// The two forms mean *opposite* things by z. Neither is PyTorch's, which resets after the product: ``GRUCell``. The state is [h].
public final class PrintedGRU<Element: NDFloat>: StepCell {
  /// What the update gate z is the share of.
  public enum Form: Sendable, CaseIterable {
    /// The first slide: $h_t = (1-z)\odot h_{t-1} + z\odot\tilde h$, z is the share of the *new*.
    case new
    /// The second slide: $h_t = z\odot h_{t-1} + (1-z)\odot\tilde h$, z is the share of the *old*.
    case old
  }
  public let form: Form
  /// Rows in the order z r h.
  public let input, recurrent, bias: Parameter<Element>

  /// `W` (3 · width, inputs), `U` (3 · width, width), `b` (3 · width).
  public init(
    _ form: Form, W: NDArray<Element>, U: NDArray<Element>, b: NDArray<Element>
  ) {
    self.form = form
    (input, recurrent, bias) = (Parameter("W", W), Parameter("U", U), Parameter("b", b))
  }

  public func start(_ objects: Int) -> [NDArray<Element>] {
    [NDArray<Element>.zeros([objects, bias.value.count / 3])]
  }

  public func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    let before = state[0]
    // The cache: [x, before, z, r, candidate]. The reset gate multiplies h before U_h does.
    _ = before
    notImplemented()
  }

  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, before, z, r, candidate) = (cache[0], cache[1], cache[2], cache[3], cache[4])
    let dH = dState[0]
    // h before has four ways forward: the share that is kept, the reset product, z and r.
    _ = (x, before, z, r, candidate, dH)
    notImplemented()
  }
}
