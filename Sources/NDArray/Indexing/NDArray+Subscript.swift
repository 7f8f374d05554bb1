extension NDArray {
  /// What the indices select, as an array; see ``NDIndex`` for what may be written.
  ///
  /// ```swift
  /// let a = NDArray.arange(12).reshaped([3, 4])
  /// a[1]                 // the second row
  /// a[.all, -1]          // the last column
  /// a[0..<2, 1...]       // a block
  /// a[.stride(by: -1)]   // the rows reversed
  /// a[[2, 0]]            // rows 2 and 0
  /// a[a .> 5]            // the elements above 5
  /// ```
  ///
  /// Integers, ranges, strides and new axes give a view in O(1); arrays and masks copy. Assigning
  /// writes into this array; the right side broadcasts to the selection. Traps when an integer is out
  /// of range or there are more indices than axes; ranges are clamped.
  public subscript(_ indices: any NDIndex...) -> NDArray {
    get { selecting(IndexPlan(indices, in: layout)) }
    set { assign(newValue, at: indices) }
    _modify {
      makeUnique()
      let plan = IndexPlan(indices, in: layout)
      if plan.gather != nil {
        var selected = selecting(plan)
        defer { assign(selected, at: indices) }
        yield &selected
      } else {
        // The slice gets the memory on loan under an identity of its own, so that it is written in
        // place, and this array keeps its elements whatever becomes of the slice. No other reference
        // to the loan may stand here, or the slice would copy before it writes.
        var slice = NDArray(storage: Storage(lending: storage), layout: plan.view)
        defer {
          if slice.storage.base != storage.base || slice.layout != plan.view {
            assign(slice, at: indices)
          }
        }
        yield &slice
      }
    }
  }

  /// What a list of indices selects, where their number is known only when the program runs.
  public subscript(indices indices: [any NDIndex]) -> NDArray {
    get { selecting(IndexPlan(indices, in: layout)) }
    set { assign(newValue, at: indices) }
  }

  /// The one element that the indices select, or every selected element set to one value.
  ///
  /// ```swift
  /// let x: Double = a[0, 1]
  /// a[0, 1] = 5
  /// a[a .< 0] = 0
  /// ```
  ///
  /// Reading traps unless exactly one element is selected.
  @_disfavoredOverload
  public subscript(_ indices: any NDIndex...) -> Element {
    get {
      let selected = selecting(IndexPlan(indices, in: layout))
      require(
        selected.count == 1,
        "these indices select an array of shape \(selected.layout.shape.text), not one element")
      return selected.scalar
    }
    set { assign(NDArray(newValue), at: indices) }
  }

  /// The element at one integer position per axis, or, when assigning with fewer positions than axes,
  /// all elements that they select. Complexity: O(1) to read.
  @_disfavoredOverload
  public subscript(_ positions: Int...) -> Element {
    get { withPointer { $0[elementOffset(positions)] } }
    set {
      if positions.count < rank { return assign(NDArray(newValue), at: positions) }
      makeUnique()
      let offset = elementOffset(positions)
      withMutablePointer { $0[offset] = newValue }
    }
  }
}

extension NDArray {
  /// How far behind the first element the one at `positions` lies.
  private func elementOffset(_ positions: [Int]) -> Int {
    require(
      positions.count <= rank,
      "too many indices for array: array is \(rank)-dimensional, but \(positions.count) were indexed"
    )
    require(
      positions.count == rank || count == 1,
      "\(positions.count) indices select an array of shape \(shape.dropFirst(positions.count)), not one element"
    )
    var offset = 0
    for (axis, position) in positions.enumerated() {
      offset += IndexPlan.checked(position, layout.shape[axis], axis) * layout.strides[axis]
    }
    return offset
  }

  /// What a plan selects: a view where it can be one, else a copy in C order.
  func selecting(_ plan: IndexPlan) -> NDArray {
    guard let gather = plan.gather else { return NDArray(storage: storage, layout: plan.view) }
    return NDArray(shape: plan.shape) { out in
      withExtendedLifetime(storage) {
        let source = storage.pointer(to: Element.self) + plan.view.offset
        if plan.view.rank == 0 { return gather.take(from: source, to: out) }
        let region = plan.region
        let loop = _Loop.over(shape: region.shape, plan.view, region)
        plan.forEachRegion { loop.copy(source + $0, out + $1) }
      }
    }
  }

  /// Writes `value`, stretched to the selection's shape, where the indices point.
  mutating func assign(_ value: NDArray, at indices: [any NDIndex]) {
    makeUnique()
    let plan = IndexPlan(indices, in: layout)
    // NumPy takes an array of one truth value for a truth value, but not one number for a number.
    require(
      !plan.isElement || value.rank == 0 || Element.self == Bool.self,
      "assignment: setting an array element with an array of shape \(value.layout.shape.text)")
    require(
      !plan.isWholeMask || value.rank <= 1,
      """
      assignment: a mask over the whole array takes a number or a one-dimensional array, \
      not one of shape \(value.layout.shape.text)
      """)
    let isNumber = value.count == 1
    let value = value.droppingLeadingOnes(to: plan.shape.count)
      .broadcast(to: plan.shape, in: "assignment")
    let out = storage.pointer(to: Element.self) + plan.view.offset
    withExtendedLifetime(storage) {
      guard let gather = plan.gather else {
        let loop = _Loop.over(shape: plan.view.shape, value.layout, plan.view)
        return value.withPointer { loop.copy($0, out) }
      }
      if plan.view.rank == 0 && (isNumber || value.isContiguous) {
        return value.withPointer { gather.put($0, step: isNumber ? 0 : 1, to: out) }
      }
      let region = plan.region
      let loop = _Loop.over(shape: region.shape, region, plan.view)
      value.contiguous().withPointer { source in
        plan.forEachRegion { loop.copy(source + $1, out + $0) }
      }
    }
  }

  /// Without the leading axes of extent 1 beyond `rank`, which an assignment ignores.
  private func droppingLeadingOnes(to rank: Int) -> NDArray {
    var result = self
    while result.rank > rank && result.layout.shape[0] == 1 {
      result.layout = result.layout.removing(axis: 0)
    }
    return result
  }
}
