import CourseKit
import NDArray

/// $s_j = q \cdot k_j$ for `query` (objects, width) and `keys` (objects, steps, width): (objects, steps).
func products<Element: NDFloat>(
  _ query: NDArray<Element>, _ keys: NDArray<Element>
) -> NDArray<Element> {
  // `keys.matmul(columns)` is a product of matrices for each object. A query as a column: `query[.all, .all, .newAxis]`.
  notImplemented()
}

/// $dq = \sum_j ds_j k_j$ and $dk_j = ds_j q$.
func productsBackward<Element: NDFloat>(
  _ dScores: NDArray<Element>, query: NDArray<Element>, keys: NDArray<Element>
) -> (query: NDArray<Element>, keys: NDArray<Element>) {
  // dScores as a row for each object: `dScores[.all, .newAxis]`; as a column: `dScores[.all, .all, .newAxis]`.
  notImplemented()
}

/// The dot product $s_j = q \cdot h_j$ (Luong et al. 2015); divided by $\sqrt d$ if it is scaled (Vaswani et al. 2017). Nothing to learn.
public final class DotScore<Element: NDFloat>: AttentionScore {
  public let isScaled: Bool

  public init(isScaled: Bool = false) { self.isScaled = isScaled }

  /// What the products are multiplied by.
  private func factor(_ query: NDArray<Element>) -> Element {
    isScaled ? 1 / Element(query.shape[1]).squareRoot() : 1
  }

  public func forward(
    _ query: NDArray<Element>, _ keys: NDArray<Element>
  ) -> (scores: NDArray<Element>, cache: [NDArray<Element>]) {
    // `products`, times the factor; the cache is [query, keys].
    notImplemented()
  }

  public func backward(
    _ dScores: NDArray<Element>, _ cache: [NDArray<Element>]
  ) -> (query: NDArray<Element>, keys: NDArray<Element>) {
    notImplemented()
  }
}

/// Luong's *general* score $s_j = q \cdot (h_jW)$: query and state need not be equally wide.
public final class GeneralScore<Element: NDFloat>: AttentionScore {
  /// (width of the encoder's states, width of the query)
  public let weight: Parameter<Element>

  public init(_ weight: NDArray<Element>) { self.weight = Parameter("W", weight) }

  public func keys(_ states: NDArray<Element>) -> NDArray<Element> {
    // An array of any rank `.dot` a matrix: its last axis meets the matrix's first.
    notImplemented()
  }

  public func keysBackward(
    _ dKeys: NDArray<Element>, _ states: NDArray<Element>
  ) -> NDArray<Element> {
    // As in a linear layer of unit 04, for the states of all objects and steps as `rows`.
    notImplemented()
  }

  public func forward(
    _ query: NDArray<Element>, _ keys: NDArray<Element>
  ) -> (scores: NDArray<Element>, cache: [NDArray<Element>]) {
    (products(query, keys), [query, keys])
  }

  public func backward(
    _ dScores: NDArray<Element>, _ cache: [NDArray<Element>]
  ) -> (query: NDArray<Element>, keys: NDArray<Element>) {
    productsBackward(dScores, query: cache[0], keys: cache[1])
  }
}

/// (objects, steps, width) → (objects · steps, width)
func rows<Element: NDFloat>(_ x: NDArray<Element>) -> NDArray<Element> {
  x.reshaped([x.shape[0] * x.shape[1], x.shape[2]])
}
