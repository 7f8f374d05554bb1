import CourseKit
import NDArray

/// Bahdanau's score (2014), a small network of its own: $s_j = v\cdot\tanh(qW + h_jU)$.
public final class AdditiveScore<Element: NDFloat>: AttentionScore {
  /// W (width of the query, a), U (width of the encoder's states, a), v (a).
  public let queryWeight, keyWeight, vector: Parameter<Element>

  public init(W: NDArray<Element>, U: NDArray<Element>, v: NDArray<Element>) {
    queryWeight = Parameter("W", W)
    keyWeight = Parameter("U", U)
    vector = Parameter("v", v)
  }

  /// $k_j = h_jU$
  public func keys(_ states: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    states.dot(keyWeight.value)
    // END SOLUTION
  }

  public func keysBackward(
    _ dKeys: NDArray<Element>, _ states: NDArray<Element>
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    keyWeight.accumulate(rows(states).T.dot(rows(dKeys)))
    return dKeys.dot(keyWeight.value.T)
    // END SOLUTION
  }

  /// $t_j = \tanh(qW + k_j)$, $s_j = v\cdot t_j$
  public func forward(
    _ query: NDArray<Element>, _ keys: NDArray<Element>
  ) -> (scores: NDArray<Element>, cache: [NDArray<Element>]) {
    // BEGIN SOLUTION
    let t = tanh(query.dot(queryWeight.value)[.all, .newAxis] + keys)
    return (t.dot(vector.value), [query, t])
    // STUB: // One query for all steps: give it a new axis, `[.all, .newAxis]`. An array `.dot` a vector sums over its last axis.
    // STUB: // The cache: [query, t].
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// With $dz_j = ds_j\,v\odot(1 - t_j^2)$: $dv = \sum ds_jt_j$, $dk_j = dz_j$, and the query, which went to all steps, gets $\sum_j dz_jW^T$.
  public func backward(
    _ dScores: NDArray<Element>, _ cache: [NDArray<Element>]
  ) -> (query: NDArray<Element>, keys: NDArray<Element>) {
    let (query, t) = (cache[0], cache[1])
    // BEGIN SOLUTION
    let dS = dScores[.all, .all, .newAxis]
    vector.accumulate((dS * t).sum(axes: [0, 1]))
    let dZ = dS * vector.value * (1 - t * t)
    let dQueryW = dZ.sum(axis: 1)
    queryWeight.accumulate(query.T.dot(dQueryW))
    return (dQueryW.dot(queryWeight.value.T), dZ)
    // STUB: // dScores as a column: `dScores[.all, .all, .newAxis]`. Sums over objects and steps: `.sum(axes: [0, 1])`; over the steps: `axis: 1`.
    // STUB: _ = (query, t)
    // STUB: notImplemented()
    // END SOLUTION
  }
}
