// Views with the axes in another order or direction. All are O(1) and copy nothing, but `rolled`.

extension NDArray {
  /// The axes in reverse order: the transpose of a matrix. A view.
  ///
  /// Assigning to it, or to a part of it, assigns to this array: `a.T[0] = column` writes the first
  /// column in place.
  public var T: NDArray {
    get {
      if let short = storage.shortLayout { return view(short.transposed) }
      return view(layout.transposed)
    }
    set { self = newValue.T }
    _modify {
      makeUnique()
      // On loan, as a slice is that is modified.
      let view = layout.transposed
      var transposed = loan(view)
      defer {
        if !transposed.isLoan(view, of: self) { self = transposed.T }
      }
      yield &transposed
    }
  }

  /// The axes in the order given, each named once. A view.
  public func transposed(_ axes: [Int]) -> NDArray {
    require(
      axes.count == rank, "transpose: axes \(axes) don't match array of shape \(layout.shape.text)")
    _ = layout.axes(axes, of: "transpose")
    let order = axes.map { layout.axis($0, of: "transpose") }
    return view(layout.permuted(order))
  }

  /// Two axes exchanged. A view.
  public func swappedAxes(_ first: Int, _ second: Int) -> NDArray {
    var order = allAxes
    order.swapAt(layout.axis(first, of: "swapaxes"), layout.axis(second, of: "swapaxes"))
    return view(layout.permuted(order))
  }

  /// The axes `sources` moved to the positions `destinations`; the others keep their order. A view.
  public func movedAxes(_ sources: [Int], to destinations: [Int]) -> NDArray {
    require(
      sources.count == destinations.count,
      "moveaxis: as many sources as destinations are needed, got \(sources) and \(destinations)")
    _ = layout.axes(sources, of: "moveaxis")
    _ = layout.axes(destinations, of: "moveaxis")
    let pairs = zip(
      destinations.map { layout.axis($0, of: "moveaxis") },
      sources.map { layout.axis($0, of: "moveaxis") }
    ).sorted { $0.0 < $1.0 }
    var order = allAxes.filter { axis in !pairs.contains { $0.1 == axis } }
    for (destination, source) in pairs { order.insert(source, at: destination) }
    return transposed(order)
  }

  /// One axis moved to another position; the others keep their order. A view.
  public func movedAxis(source: Int, destination: Int) -> NDArray {
    movedAxes([source], to: [destination])
  }

  /// The order of the elements along the named axes reversed; along all when none is named. A view.
  public func flipped(axes: [Int]? = nil) -> NDArray {
    var result = layout
    for axis in layout.axes(axes ?? allAxes, of: "flip") where layout.shape[axis] > 0 {
      result.offset += (layout.shape[axis] - 1) * layout.strides[axis]
      result.strides[axis] = -layout.strides[axis]
    }
    return view(result)
  }

  /// Turned by `turns` quarter turns in the plane of two axes, from the first towards the second. A
  /// view.
  public func rotated90(turns: Int = 1, axes: (Int, Int) = (0, 1)) -> NDArray {
    let (first, second) = (layout.axis(axes.0, of: "rot90"), layout.axis(axes.1, of: "rot90"))
    require(first != second, "rot90: the axes must differ, got \(axes)")
    switch (turns % 4 + 4) % 4 {
    case 0: return self
    case 1: return flipped(axes: [second]).swappedAxes(first, second)
    case 2: return flipped(axes: [first, second])
    default: return swappedAxes(first, second).flipped(axes: [second])
    }
  }

  /// The elements moved `shift` places along an axis; those that leave at one end come back at the
  /// other. Complexity: O(`count`).
  public func rolled(by shift: Int, axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "roll")
    let extent = layout.shape[axis]
    if extent == 0 { return self }
    let rest = shift % extent
    let cut = rest > 0 ? extent - rest : -rest
    return concatenated(split(at: [cut], axis: axis).reversed(), axis: axis)
  }

  /// The elements moved along several axes, by `shifts[i]` places along `axes[i]`. An axis named twice is
  /// moved twice.
  public func rolled(by shifts: [Int], axes: [Int]) -> NDArray {
    require(
      shifts.count == axes.count,
      "roll: as many shifts as axes are needed, got \(shifts) and \(axes)")
    return zip(shifts, axes).reduce(self) { $0.rolled(by: $1.0, axis: $1.1) }
  }

  /// The elements in C order moved `shift` places, in this shape.
  public func rolled(by shift: Int) -> NDArray {
    flattened().rolled(by: shift, axis: 0).reshaped(shape)
  }

  /// The elements whose positions along two axes differ by `offset`, as a new last axis. A view.
  public func diagonal(offset: Int = 0, axes: (Int, Int) = (0, 1)) -> NDArray {
    let (row, column) = (layout.axis(axes.0, of: "diagonal"), layout.axis(axes.1, of: "diagonal"))
    require(row != column, "diagonal: the axes must differ, got \(axes)")
    // Diagonals beyond the corners are empty.
    let offset = Swift.max(Swift.min(offset, layout.shape[column]), -layout.shape[row])
    let first = offset < 0 ? (-offset, 0) : (0, offset)
    let length = Swift.max(
      0, Swift.min(layout.shape[row] - first.0, layout.shape[column] - first.1))
    let (rowStride, columnStride) = (layout.strides[row], layout.strides[column])
    var view = layout.removing(axis: Swift.max(row, column)).removing(axis: Swift.min(row, column))
    if length > 0 { view.offset += first.0 * rowStride + first.1 * columnStride }
    view = view.inserting(extent: length, stride: rowStride + columnStride, at: view.rank)
    return self.view(view)
  }

  /// All windows of `size` consecutive elements along an axis, as a new last axis: a view of
  /// shape (…, n − size + 1, …, size).
  public func slidingWindows(of size: Int, axis: Int = -1) -> NDArray {
    let axis = layout.axis(axis, of: "slidingWindows")
    let extent = layout.shape[axis]
    require(
      size >= 0 && size <= extent,
      "slidingWindows: a window of \(size) does not fit an axis of \(extent)")
    let (places, isHuge) = (extent - size).addingReportingOverflow(1)
    require(!isHuge, "slidingWindows: there are more windows of \(size) than an Int can count")
    var view = layout
    view.shape[axis] = places
    view = view.inserting(extent: size, stride: layout.strides[axis], at: rank)
    return self.view(view)
  }

  /// All windows of `sizes[axis]` consecutive elements along every axis, as new last axes: a view.
  public func slidingWindows(of sizes: [Int]) -> NDArray {
    require(
      sizes.count == rank,
      "slidingWindows: \(sizes.count) sizes for \(rank) axes; give one for each"
    )
    return sizes.enumerated().reduce(self) { $0.slidingWindows(of: $1.element, axis: $1.offset) }
  }
}
