// MARK: - From values

// Of `init(_:)` only the one of parts is not disfavoured, and the one of nothing: a list of formulas, like
// `NDArray([[28.0 / 3 + 7, 1.0 / 3]])`, is checked once for each that could be meant.

extension NDArray {
  /// An array of parts: elements, arrays of one shape, or nested lists of them. Traps when it is ragged.
  ///
  /// ```swift
  /// let x = 0.25
  /// let p = NDArray([[x, 1 - x], [1.0 / 3, 2.0 / 3]])
  /// ```
  public init(_ parts: [some NDArrayPart<Element>]) {
    if let values = parts as? [Element] {
      self.init(flat: values, shape: [values.count])
    } else if let rows = parts as? [[Element]] {
      self.init(rows)
    } else if let blocks = parts as? [[[Element]]] {
      self.init(blocks)
    } else {
      self.init(literal: parts)
    }
  }

  /// A one-dimensional array of no elements, from `[]`.
  @_documentation(visibility: internal)
  public init(_ nothing: [Never]) {
    self.init(flat: [], shape: [0])
  }

  /// A 0-dimensional array of one element.
  @_disfavoredOverload
  public init(_ value: Element) {
    self.init(shape: []) { $0.initialize(to: value) }
  }

  /// A one-dimensional array of `values`.
  @_disfavoredOverload
  public init(_ values: some Collection<Element>) {
    self.init(flat: values, shape: [values.count])
  }

  /// A two-dimensional array of `rows`; traps when they differ in length.
  @_disfavoredOverload
  public init(_ rows: [[Element]]) {
    let width = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() {
      require(
        row.count == width,
        "NDArray: ragged rows: row 0 has \(width) elements and row \(i) has \(row.count)")
    }
    self.init(flat: rows.joined(), shape: [rows.count, width])
  }

  /// A three-dimensional array of `blocks`; traps when they differ in shape.
  @_disfavoredOverload
  public init(_ blocks: [[[Element]]]) {
    let matrices = blocks.map { NDArray($0) }
    for (i, matrix) in matrices.enumerated() {
      require(
        matrix.shape == matrices[0].shape,
        """
        NDArray: ragged blocks: block 0 has shape \(matrices[0].layout.shape.text) \
        and block \(i) has shape \(matrix.layout.shape.text)
        """)
    }
    let shape = [blocks.count] + (matrices.first?.shape ?? [0, 0])
    self.init(flat: Array(blocks.joined().joined()), shape: Dims(shape))
  }

  /// An array of `shape` whose elements are `values` in C order; traps when their number differs from
  /// the product of the shape.
  public init(_ values: some Collection<Element>, shape: [Int]) {
    let dims = Dims(checking: shape, for: "NDArray")
    require(
      values.count == dims.product,
      "NDArray: \(values.count) values do not fill shape \(dims.text), which takes \(dims.product)")
    self.init(flat: values, shape: dims)
  }

  private init(flat values: some Collection<Element>, shape: Dims) {
    self.init(shape: shape) { out in
      let copied: Void? = values.withContiguousStorageIfAvailable {
        if let start = $0.baseAddress { out.initialize(from: start, count: $0.count) }
      }
      if copied == nil {
        for (i, value) in values.enumerated() { out[i] = value }
      }
    }
  }
}

extension Dims {
  /// `shape` as given by a caller; traps when an extent is negative.
  init(checking shape: [Int], for operation: StaticString) {
    for extent in shape {
      require(extent >= 0, "\(operation): negative dimensions are not allowed, got \(shape)")
    }
    self.init(shape)
  }
}

// MARK: - Filled

// Of any type, and once more for `Double`. Those of any type are disfavoured: in `NDArray.ones([3]) * 2` the type
// checker would rather make the literal an `Int`, and with it the array.

extension NDArray {
  /// An array of `shape` filled with zeros (`false` for `Bool`).
  @_disfavoredOverload
  public static func zeros(_ shape: [Int]) -> NDArray { NDArray(zeros: shape) }

  private init(zeros shape: [Int]) {
    let layout = Layout(contiguous: Dims(checking: shape, for: "zeros"))
    storage = .zeros(of: Element.self, layout: layout)
  }

  /// An array of `shape` filled with ones (`true` for `Bool`).
  @_disfavoredOverload
  public static func ones(_ shape: [Int]) -> NDArray { full(shape, ._one) }

  /// An array of `shape` filled with `value`.
  public static func full(_ shape: [Int], _ value: Element) -> NDArray {
    let layout = Layout(contiguous: Dims(checking: shape, for: "full"))
    return NDArray(layout: layout) { $0.fill(with: value, count: layout.count) }
  }

  /// Zeros in the shape of another array.
  public static func zeros(like other: NDArray) -> NDArray { zeros(other.shape) }

  /// Ones in the shape of another array.
  public static func ones(like other: NDArray) -> NDArray { ones(other.shape) }

  /// A matrix of `rows` × `columns` (square unless given) with ones on the `k`-th diagonal and zeros
  /// elsewhere; positive `k` is above the main diagonal.
  @_disfavoredOverload
  public static func eye(_ rows: Int, _ columns: Int? = nil, k: Int = 0) -> NDArray {
    let columns = columns ?? rows
    var result = zeros([rows, columns])
    result.withMutablePointer { out in
      // Diagonals beyond the corners are empty.
      let k = Swift.max(Swift.min(k, columns), -rows)
      for i in Swift.max(-k, 0)..<Swift.max(Swift.min(rows, columns - k), Swift.max(-k, 0)) {
        out[i * columns + i + k] = ._one
      }
    }
    return result
  }
}

extension NDArray where Element == Double {
  /// Zeros of `shape`; `Double` unless another type is named.
  public static func zeros(_ shape: [Int]) -> NDArray { NDArray(zeros: shape) }

  /// Ones of `shape`; `Double` unless another type is named.
  public static func ones(_ shape: [Int]) -> NDArray { full(shape, 1) }

  /// A matrix with ones on the `k`-th diagonal; `Double` unless another type is named.
  public static func eye(_ rows: Int, _ columns: Int? = nil, k: Int = 0) -> NDArray {
    NDArray<Bool>.eye(rows, columns, k: k).asType(Double.self)
  }
}
