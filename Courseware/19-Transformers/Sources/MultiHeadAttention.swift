import CourseKit
import NDArray
import Networks

/// Several attentions side by side: $Q = X_qW_q + b_q$ and so on are cut into heads, each head attends for itself, and the results, side by side again,
/// go through one more linear map, $Y = [Z_1 \dots Z_h]W_o + b_o$.
///
/// Queries, keys and values may come from different places: all from one text (*self-attention*), or the queries from the text that is being
/// written and the others from the one that was read (*cross-attention*).
public final class MultiHeadAttention<Element: NDFloat>: Module {
  public let query, key, value, output: Linear<Element>
  public let heads: Int
  private let core = ScaledDotProduct<Element>()

  /// All maps are (width, width), Xavier; biases zero.
  public init(_ width: Int, heads: Int, using generator: inout Generator) {
    require(
      width % heads == 0,
      "MultiHeadAttention: a width of \(width) does not divide into \(heads) heads")
    self.heads = heads
    query = Linear(width, width, .xavier, using: &generator)
    key = Linear(width, width, .xavier, using: &generator)
    value = Linear(width, width, .xavier, using: &generator)
    output = Linear(width, width, .xavier, using: &generator)
  }

  /// Whom each head looked at in the last pass, (texts, heads, queries, keys).
  public var weights: NDArray<Element>? { core.weights }

  /// (texts, queries, width) and twice (texts, keys, width) → (texts, queries, width).
  public func forward(
    queries: NDArray<Element>, keys: NDArray<Element>, values: NDArray<Element>,
    mask: NDArray<Bool>? = nil
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    let z = core.forward(
      splitHeads(perToken(queries, query.forward), heads),
      splitHeads(perToken(keys, key.forward), heads),
      splitHeads(perToken(values, value.forward), heads), mask: mask)
    return perToken(mergeHeads(z), output.forward)
    // STUB: // `perToken(x, query.forward)` sends every word through a linear layer. Then heads, `core.forward`, one width again, `output`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The gradients by queries, keys and values. Where all three were one array, its gradient is their sum.
  public func backward(
    _ dY: NDArray<Element>
  ) -> (queries: NDArray<Element>, keys: NDArray<Element>, values: NDArray<Element>) {
    // BEGIN SOLUTION
    let dZ = splitHeads(perToken(dY, output.backward), heads)
    let d = core.backward(dZ)
    return (
      perToken(mergeHeads(d.q), query.backward), perToken(mergeHeads(d.k), key.backward),
      perToken(mergeHeads(d.v), value.backward)
    )
    // END SOLUTION
  }

  /// Self-attention of all of `x`.
  public func forward(_ x: NDArray<Element>, mask: NDArray<Bool>? = nil) -> NDArray<Element> {
    forward(queries: x, keys: x, values: x, mask: mask)
  }

  /// Causal self-attention of words that follow on those in `cache`: only of the new ones, `x` (texts, new, width), are queries, keys and
  /// values computed. Appends their keys and values to the cache.
  public func next(
    _ x: NDArray<Element>, cache: inout KeyValueCache<Element>
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    cache.append(
      splitHeads(perToken(x, key.forward), heads), splitHeads(perToken(x, value.forward), heads))
    let z = core.forward(
      splitHeads(perToken(x, query.forward), heads), cache.keys, cache.values,
      mask: causalMask(x.shape[1], keys: cache.count))
    return perToken(mergeHeads(z), output.forward)
    // STUB: // cache.append(keys, values) of the new words, in heads; then attend to cache.keys and cache.values with the mask for the last
    // STUB: // x.shape[1] of cache.count places.
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// Keys and values of the words so far, in heads. They never change: under a causal mask no word's depend on later ones.
public struct KeyValueCache<Element: NDFloat> {
  private var parts: (keys: NDArray<Element>, values: NDArray<Element>)?

  public init() {}

  /// How many words it holds.
  public var count: Int { parts?.keys.shape[2] ?? 0 }

  /// (texts, heads, count, width / heads)
  public var keys: NDArray<Element> { parts?.keys ?? NDArray<Element>.zeros([1, 1, 0, 1]) }

  /// (texts, heads, count, width / heads)
  public var values: NDArray<Element> { parts?.values ?? NDArray<Element>.zeros([1, 1, 0, 1]) }

  /// Puts those of further words, (texts, heads, new, width / heads), behind the others.
  public mutating func append(_ keys: NDArray<Element>, _ values: NDArray<Element>) {
    // BEGIN SOLUTION
    guard let old = parts else {
      parts = (keys, values)
      return
    }
    parts = (
      concatenated([old.keys, keys], axis: 2), concatenated([old.values, values], axis: 2)
    )
    // STUB: // The first time they are all there is; later `concatenated([old, new], axis: …)`: which axis counts the words?
    // STUB: notImplemented()
    // END SOLUTION
  }
}
