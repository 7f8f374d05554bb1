/// Sums of products by Einstein's convention, as NumPy's `einsum`.
///
/// ```swift
/// einsum("ij,jk->ik", a, b)   // the matrix product
/// einsum("ii->i", a)          // the diagonal
/// einsum("...ij->...ji", a)   // transposes
/// ```
///
/// One letter per axis; a letter that stands in several operands, or twice in one, ties those axes
/// together; letters that are not in the output are summed over. Without `->` the output has the
/// letters that occur once, in alphabetical order. `...` stands for axes that broadcast. Operands are
/// contracted from left to right, each pair by one batched matrix product. Traps when the subscripts do
/// not fit the shapes.
public func einsum<E: NDNumeric>(_ subscripts: String, _ operands: NDArray<E>...) -> NDArray<E> {
  einsum(subscripts, operands)
}

/// The same over a list of operands.
@specialized(where E == Double)
@specialized(where E == Float)
public func einsum<E: NDNumeric>(_ subscripts: String, _ operands: [NDArray<E>]) -> NDArray<E> {
  let subscripts = EinsumSubscripts(subscripts, ranks: operands.map { $0.rank })
  let output = subscripts.output
  var terms = zip(operands, subscripts.inputs).map { EinsumTerm($0, labels: $1).takingDiagonals() }
  while terms.count > 1 {
    let (a, b) = (terms.removeFirst(), terms.removeFirst())
    let needed = terms.reduce(output) { $0 + $1.labels }
    terms.insert(a.contracted(with: b, keeping: needed), at: 0)
  }
  return terms[0].summed(keeping: output).ordered(output)
}

/// An array with a label on each axis.
private struct EinsumTerm<Element: NDNumeric> {
  var array: NDArray<Element>
  var labels: Dims

  init(_ array: NDArray<Element>, labels: Dims) {
    (self.array, self.labels) = (array, labels)
  }

  /// Each label once: axes with the same label are replaced by their diagonal.
  func takingDiagonals() -> EinsumTerm {
    var result = self
    var i = 0
    while i < result.labels.count {
      if let j = result.labels[(i + 1)...].firstIndex(of: result.labels[i]) {
        let label = result.labels[i]
        require(
          result.array.layout.shape[i] == result.array.layout.shape[j],
          """
          einsum: dimensions of '\(EinsumSubscripts.text(label))' differ in one operand: \
          \(result.array.shape)
          """)
        result.array = result.array.diagonal(axes: (i, j))
        result.labels.remove(at: j)
        result.labels.remove(at: i)
        result.labels.append(label)
      } else {
        i += 1
      }
    }
    return result
  }

  /// Summed over every label that is not kept.
  func summed(keeping kept: Dims) -> EinsumTerm {
    let axes = labels.indices.filter { !kept.contains(labels[$0]) }
    if axes.isEmpty { return self }
    // Elements are summed in their own type, as a product is.
    let sum = array.sum(axes: axes).asType(Element.self)
    return EinsumTerm(sum, labels: labels.filter { kept.contains($0) })
  }

  /// The product with another term, summed over what neither the output nor a later term needs: shared
  /// labels that are kept are batches, shared labels that are not are the inner axis.
  func contracted(with other: EinsumTerm, keeping kept: Dims) -> EinsumTerm {
    var a = summed(keeping: kept + other.labels)
    var b = other.summed(keeping: kept + labels)
    let shared = a.labels.filter { b.labels.contains($0) }
    for label in shared {
      let (x, y) = (a.extent(label), b.extent(label))
      require(
        x == y || x == 1 || y == 1,
        "einsum: operands have different extents \(x) and \(y) for '\(EinsumSubscripts.text(label))'"
      )
    }
    let batch = shared.filter { kept.contains($0) }
    let inner = shared.filter { !kept.contains($0) }
    let rows = a.labels.filter { !shared.contains($0) }
    let columns = b.labels.filter { !shared.contains($0) }
    (a, b) = (a.stretched(to: b), b.stretched(to: a))
    let left = a.ordered(batch + rows + inner)
    let right = b.ordered(batch + inner + columns)
    let batchShape = batch.map(a.extent)
    let (m, k, n) = (a.size(rows), a.size(inner), b.size(columns))
    let product = left.reshaped(batchShape + [m, k]).matmul(right.reshaped(batchShape + [k, n]))
    let shape = batchShape + rows.map(a.extent) + columns.map(b.extent)
    return EinsumTerm(product.reshaped(shape), labels: batch + rows + columns)
  }

  private func extent(_ label: Int) -> Int { array.layout.shape[labels.firstIndex(of: label)!] }

  private func size(_ labels: Dims) -> Int { labels.reduce(1) { $0 * extent($1) } }

  /// Axes of extent 1 get the extent that the other term has for their label.
  private func stretched(to other: EinsumTerm) -> EinsumTerm {
    let shape = labels.map { label in
      let own = extent(label)
      return own == 1 && other.labels.contains(label) ? other.extent(label) : own
    }
    return EinsumTerm(array.broadcast(to: shape), labels: labels)
  }

  /// The array with its axes in the order of `output`.
  func ordered(_ output: Dims) -> NDArray<Element> {
    if output == labels { return array }
    require(
      output.count == labels.count && labels.allSatisfy { output.contains($0) },
      """
      einsum: the output \(output.map(EinsumSubscripts.text).joined()) must name each of its labels \
      once and no others
      """)
    return array.transposed(output.map { labels.firstIndex(of: $0)! })
  }
}

extension Dims {
  fileprivate func filter(_ isKept: (Int) -> Bool) -> Dims {
    reduce(into: []) { if isKept($1) { $0.append($1) } }
  }

  fileprivate static func + (first: Dims, second: Dims) -> Dims {
    second.reduce(into: first) { $0.append($1) }
  }
}
