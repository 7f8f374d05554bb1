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
public func einsum<E: NDNumeric>(_ subscripts: String, _ operands: [NDArray<E>]) -> NDArray<E> {
  let (inputs, output) = EinsumTerm<E>.parse(subscripts, ranks: operands.map(\.rank))
  var terms = zip(operands, inputs).map { EinsumTerm($0, labels: $1).takingDiagonals() }
  while terms.count > 1 {
    let (a, b) = (terms.removeFirst(), terms.removeFirst())
    let needed = output + terms.flatMap(\.labels)
    terms.insert(a.contracted(with: b, keeping: needed), at: 0)
  }
  return terms[0].summed(keeping: output).ordered(output)
}

/// An array with a label on each axis.
private struct EinsumTerm<Element: NDNumeric> {
  var array: NDArray<Element>
  var labels: [Unicode.Scalar]

  init(_ array: NDArray<Element>, labels: [Unicode.Scalar]) {
    (self.array, self.labels) = (array, labels)
  }

  /// Reads the subscripts. The axes of an ellipsis get the digits as labels, counted from the last.
  static func parse(_ text: String, ranks: [Int]) -> (
    inputs: [[Unicode.Scalar]], output: [Unicode.Scalar]
  ) {
    let scalars = Array(text.unicodeScalars.lazy.filter { $0 != " " })
    let arrow = scalars.indices.dropLast().first { scalars[$0] == "-" && scalars[$0 + 1] == ">" }
    let parts = scalars[..<(arrow ?? scalars.count)].split(
      separator: ",", omittingEmptySubsequences: false)
    require(
      parts.count == ranks.count,
      "einsum: '\(text)' has \(parts.count) terms for \(ranks.count) operands")
    var ellipsis: [Unicode.Scalar] = []
    let inputs = zip(parts, ranks).map { part, rank in
      let extra = rank - part.count { $0 != "." }
      require(
        dots(in: part) == nil ? extra == 0 : extra >= 0,
        "einsum: term '\(String(part))' of '\(text)' does not fit an operand of \(rank) axes")
      let digits = (0..<extra).reversed().map { Unicode.Scalar(UInt8($0) + 48) }
      if digits.count > ellipsis.count { ellipsis = digits }
      return expand(part, digits)
    }
    if let arrow {
      let output = scalars[(arrow + 2)...]
      require(
        ellipsis.isEmpty || dots(in: output) != nil,
        "einsum: the output of '\(text)' has no '...' for the \(ellipsis.count) axes that '...' stands for"
      )
      return (inputs, expand(output, ellipsis))
    }
    let all = inputs.joined().filter { $0.isASCII ? $0 > "9" : $0.properties.isAlphabetic }
    let once = all.filter { letter in all.count { $0 == letter } == 1 }
    return (inputs, ellipsis + once.sorted())
  }

  /// Where `...` stands in a term.
  private static func dots(in term: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    term.firstIndex(of: ".").flatMap { start in
      term[start...].prefix(3).count { $0 == "." } == 3 ? start..<(start + 3) : nil
    }
  }

  private static func expand(
    _ term: ArraySlice<Unicode.Scalar>, _ digits: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    guard let dots = dots(in: term) else { return Array(term) }
    return Array(term[..<dots.lowerBound]) + digits + Array(term[dots.upperBound...])
  }

  /// Each label once: axes with the same label are replaced by their diagonal.
  func takingDiagonals() -> EinsumTerm {
    var result = self
    var i = 0
    while i < result.labels.count {
      if let j = result.labels[(i + 1)...].firstIndex(of: result.labels[i]) {
        let label = result.labels[i]
        require(
          result.array.shape[i] == result.array.shape[j],
          "einsum: dimensions of '\(label)' differ in one operand: \(result.array.shape)")
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
  func summed(keeping kept: [Unicode.Scalar]) -> EinsumTerm {
    let axes = labels.indices.filter { !kept.contains(labels[$0]) }
    if axes.isEmpty { return self }
    // Elements are summed in their own type, as a product is.
    let sum = array.sum(axes: axes).asType(Element.self)
    return EinsumTerm(sum, labels: labels.filter { kept.contains($0) })
  }

  /// The product with another term, summed over what neither the output nor a later term needs: shared
  /// labels that are kept are batches, shared labels that are not are the inner axis.
  func contracted(with other: EinsumTerm, keeping kept: [Unicode.Scalar]) -> EinsumTerm {
    let a = summed(keeping: kept + other.labels)
    let b = other.summed(keeping: kept + labels)
    let shared = a.labels.filter { b.labels.contains($0) }
    for label in shared {
      let (x, y) = (a.extent(label), b.extent(label))
      require(
        x == y || x == 1 || y == 1,
        "einsum: operands have different extents \(x) and \(y) for '\(label)'")
    }
    let batch = shared.filter { kept.contains($0) }
    let inner = shared.filter { !kept.contains($0) }
    let rows = a.labels.filter { !shared.contains($0) }
    let columns = b.labels.filter { !shared.contains($0) }
    let extents = Dictionary(
      uniqueKeysWithValues: shared.map { ($0, a.extent($0) == 1 ? b.extent($0) : a.extent($0)) })
    let left = a.stretched(extents).ordered(batch + rows + inner)
    let right = b.stretched(extents).ordered(batch + inner + columns)
    let batchShape = batch.map { extents[$0]! }
    let (m, k, n) = (a.size(rows), inner.reduce(1) { $0 * extents[$1]! }, b.size(columns))
    let product = left.reshaped(batchShape + [m, k]).matmul(right.reshaped(batchShape + [k, n]))
    let shape = batchShape + rows.map(a.extent) + columns.map(b.extent)
    return EinsumTerm(product.reshaped(shape), labels: batch + rows + columns)
  }

  private func extent(_ label: Unicode.Scalar) -> Int { array.shape[labels.firstIndex(of: label)!] }

  private func size(_ labels: [Unicode.Scalar]) -> Int { labels.reduce(1) { $0 * extent($1) } }

  private func stretched(_ extents: [Unicode.Scalar: Int]) -> EinsumTerm {
    let shape = labels.map { extents[$0] ?? extent($0) }
    return EinsumTerm(array.broadcast(to: shape), labels: labels)
  }

  /// The array with its axes in the order of `output`.
  func ordered(_ output: [Unicode.Scalar]) -> NDArray<Element> {
    require(
      output.count == labels.count && labels.allSatisfy { output.contains($0) },
      "einsum: the output \(String(output[...])) must name each of its labels once and no others")
    return array.transposed(output.map { labels.firstIndex(of: $0)! })
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }
}
