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
    // `perToken(x, query.forward)` sends every word through a linear layer. Then heads, `core.forward`, one width again, `output`.
    notImplemented()
  }

  /// The gradients by queries, keys and values. Where all three were one array, its gradient is their sum.
  public func backward(
    _ dY: NDArray<Element>
  ) -> (queries: NDArray<Element>, keys: NDArray<Element>, values: NDArray<Element>) {
    notImplemented()
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
    // cache.append(keys, values) of the new words, in heads; then attend to cache.keys and cache.values with the mask for the last
    // x.shape[1] of cache.count places.
    notImplemented()
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
    // The first time they are all there is; later `concatenated([old, new], axis: …)`: which axis counts the words?
    notImplemented()
  }
}
