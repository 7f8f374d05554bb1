import CourseKit
import NDArray

/// `torch.nn.GRU`: blocks in the order r z n,
///
/// $$r = \sigma(a_r + b_r),\quad z = \sigma(a_z + b_z),\quad n = \tanh(a_n + r\odot b_n),\quad h_t = (1-z)\odot n + z\odot h_{t-1}.$$
///
/// z is the share of the old, as on the lecture's second slide. But the reset gate multiplies *after* the product, $r\odot(U_nh + b_{hn})$
/// and not $U_n(r\odot h)$: so the product can be made together with the others. The state is [h].
public struct GRUCell: CellRule {
  public init() {}
  public var gates: Int { 3 }
  public var states: Int { 1 }

  public func forward<Element: NDFloat>(
    _ a: NDArray<Element>, _ b: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    // The cache: [r, z, n, the block of b that r multiplies, h before].
    notImplemented()
  }

  public func backward<Element: NDFloat>(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dA: NDArray<Element>, dB: NDArray<Element>, dState: [NDArray<Element>]) {
    let (r, z, n, q, before) = (cache[0], cache[1], cache[2], cache[3], cache[4])
    let dH = dState[0]
    // The two projections differ in the third block, so their gradients do; h before is also read past b.
    _ = (r, z, n, q, before, dH)
    notImplemented()
  }
}
