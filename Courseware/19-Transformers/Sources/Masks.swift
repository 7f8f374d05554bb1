import CourseKit
import NDArray

// A mask is true where a query may see a key. It broadcasts with scores of the shape (texts, heads, queries, keys), and two masks
// are joined with `.&`. (PyTorch's layers take the opposite, true where a key is hidden; its `scaled_dot_product_attention` takes ours.)

/// Nobody looks ahead: query i sees the keys up to its own place. Shape (queries, keys).
///
/// Where there are more keys than queries, the queries are the *last* of them, as when earlier ones were kept from steps before:
/// query i stands at place keys − queries + i.
public func causalMask(_ queries: Int, keys: Int? = nil) -> NDArray<Bool> {
  let keys = keys ?? queries
  // BEGIN SOLUTION
  let places = NDArray.arange(queries) + (keys - queries)
  return NDArray.arange(keys)[.newAxis] .<= places[.all, .newAxis]
  // STUB: // NDArray.arange(n) counts 0, 1, …; a row `[.newAxis]` compared with a column `[.all, .newAxis]` gives a table.
  // STUB: _ = keys
  // STUB: notImplemented()
  // END SOLUTION
}

/// Nobody looks at what only fills up a short text: `tokens` (texts, keys) → (texts, 1, 1, keys), true where there is a word.
public func paddingMask(_ tokens: NDArray<Int>, padding: Int) -> NDArray<Bool> {
  // BEGIN SOLUTION
  (tokens .!= padding)[.all, .newAxis, .newAxis]
  // END SOLUTION
}
