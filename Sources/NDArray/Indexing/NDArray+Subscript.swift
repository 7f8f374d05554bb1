// The subscripts that take more than integers. The last index that is no integer tells them apart, so that the type checker
// never has two of them to choose from, and none where all indices are integers. With one subscript for `any NDIndex...`
// each `a[0]` had seven meanings to try, and four of them in an expression took seconds.

extension NDArray {
  /// What the indices select, as an array; see ``NDIndex`` for what may be written.
  ///
  /// ```swift
  /// let a = NDArray.arange(6).reshaped([3, 2])
  /// print(a[1])                   // [2 3]
  /// print(a[.all, -1])            // [1 3 5]
  /// print(a[..<2, 1...])
  /// // [[1]
  /// //  [3]]
  /// print(a[.stride(by: -1), 0])  // [4 2 0]
  /// print(a[[2, 0], 1])           // [5 1]
  /// print(a[a .> 3])              // [4 5]
  /// ```
  ///
  /// Integers, ranges, strides and new axes give a view in O(1); arrays and masks copy. Assigning
  /// writes into this array; the right side broadcasts to the selection. Traps when an integer is out
  /// of range or there are more indices than axes; ranges are clamped.
  public subscript(_ first: any NDSelector) -> NDArray {
    get { selecting([first]) }
    set { write(newValue, at: [first]) }
    _modify { yield &self[indices: [first]] }
  }

  /// What the indices select, as an array.
  public subscript(_ first: any NDIndex, _ second: any NDSelector) -> NDArray {
    get { selecting([first, second]) }
    set { write(newValue, at: [first, second]) }
    _modify { yield &self[indices: [first, second]] }
  }

  /// What the indices select, as an array.
  public subscript(_ first: any NDSelector, _ j: Int) -> NDArray {
    get { selecting([first, j]) }
    set { write(newValue, at: [first, j]) }
    _modify { yield &self[indices: [first, j]] }
  }

  /// What the indices select, as an array.
  public subscript(_ first: any NDIndex, _ second: any NDIndex, _ third: any NDSelector) -> NDArray
  {
    get { selecting([first, second, third]) }
    set { write(newValue, at: [first, second, third]) }
    _modify { yield &self[indices: [first, second, third]] }
  }

  /// What the indices select, as an array.
  public subscript(_ first: any NDIndex, _ second: any NDSelector, _ k: Int) -> NDArray {
    get { selecting([first, second, k]) }
    set { write(newValue, at: [first, second, k]) }
    _modify { yield &self[indices: [first, second, k]] }
  }

  /// What the indices select, as an array.
  public subscript(_ first: any NDSelector, _ j: Int, _ k: Int) -> NDArray {
    get { selecting([first, j, k]) }
    set { write(newValue, at: [first, j, k]) }
    _modify { yield &self[indices: [first, j, k]] }
  }

  /// What the indices select, as an array.
  public subscript(
    _ first: any NDIndex, _ second: any NDIndex, _ third: any NDIndex, _ fourth: any NDIndex,
    _ rest: any NDIndex...
  ) -> NDArray {
    get { selecting([first, second, third, fourth] + rest) }
    set { write(newValue, at: [first, second, third, fourth] + rest) }
    _modify { yield &self[indices: [first, second, third, fourth] + rest] }
  }

  /// What a list of indices selects, where their number is known only when the program runs.
  public subscript(indices indices: [any NDIndex]) -> NDArray {
    get { selecting(indices) }
    set { write(newValue, at: indices) }
    _modify {
      makeUnique()
      let plan = IndexPlan(indices, in: layout)
      if plan.gather != nil {
        var selected = selecting(plan)
        defer { assign(selected, at: indices) }
        yield &selected
      } else {
        // Written in place, and this array keeps its elements whatever becomes of the slice. Where another comes back,
        // or somebody has kept it, the elements are written to a copy.
        var slice = loan(plan.view)
        defer {
          if !slice.isLoan(plan.view, of: self) { assign(slice, at: indices) }
        }
        yield &slice
      }
    }
  }
}

// MARK: - One value for all

extension NDArray {
  /// Every selected element set to one value.
  ///
  /// ```swift
  /// a[a .< 2] = 0
  /// a[0..<2, -1] = 9
  /// print(a)
  /// // [[4. 9.]
  /// //  [2. 9.]]
  /// ```
  ///
  /// It is optional so that no operator takes it: in `a[0..<2] += 1` and `0.5 * a[1...]` the type
  /// checker is left with the array. Reading gives the element if exactly one is selected, else nil;
  /// assigning nil traps.
  @_disfavoredOverload
  public subscript(_ first: any NDSelector) -> Element? {
    get { element(at: [first]) }
    set { assign(newValue, at: [first]) }
  }

  /// Every selected element set to one value.
  @_disfavoredOverload
  public subscript(_ first: any NDIndex, _ second: any NDSelector) -> Element? {
    get { element(at: [first, second]) }
    set { assign(newValue, at: [first, second]) }
  }

  /// Every selected element set to one value.
  @_disfavoredOverload
  public subscript(_ first: any NDSelector, _ j: Int) -> Element? {
    get { element(at: [first, j]) }
    set { assign(newValue, at: [first, j]) }
  }

  /// Every selected element set to one value.
  @_disfavoredOverload
  public subscript(_ first: any NDIndex, _ second: any NDIndex, _ third: any NDSelector) -> Element?
  {
    get { element(at: [first, second, third]) }
    set { assign(newValue, at: [first, second, third]) }
  }

  /// Every selected element set to one value.
  @_disfavoredOverload
  public subscript(_ first: any NDIndex, _ second: any NDSelector, _ k: Int) -> Element? {
    get { element(at: [first, second, k]) }
    set { assign(newValue, at: [first, second, k]) }
  }

  /// Every selected element set to one value.
  @_disfavoredOverload
  public subscript(_ first: any NDSelector, _ j: Int, _ k: Int) -> Element? {
    get { element(at: [first, j, k]) }
    set { assign(newValue, at: [first, j, k]) }
  }

  /// Every selected element set to one value.
  @_disfavoredOverload
  public subscript(
    _ first: any NDIndex, _ second: any NDIndex, _ third: any NDIndex, _ fourth: any NDIndex,
    _ rest: any NDIndex...
  ) -> Element? {
    get { element(at: [first, second, third, fourth] + rest) }
    set { assign(newValue, at: [first, second, third, fourth] + rest) }
  }

  /// The element that the indices select if it is one.
  private func element(at indices: [any NDIndex]) -> Element? {
    let selected = selecting(indices)
    return selected.count == 1 ? selected.scalar : nil
  }

  private mutating func assign(_ value: Element?, at indices: [any NDIndex]) {
    guard let value else { fail("assignment: nil is no element") }
    assign(NDArray(value), at: indices)
  }
}

extension NDArray {
  /// What a list of indices selects.
  private func selecting(_ indices: [any NDIndex]) -> NDArray {
    if let view = storage.shortLayout?.sliced(by: indices) { return self.view(view) }
    if let mask = wholeMask(indices) { return compressed(by: mask) }
    return selecting(IndexPlan(indices, in: layout))
  }

  /// What a plan selects: a view where it can be one, else a copy in C order.
  func selecting(_ plan: IndexPlan) -> NDArray {
    guard let gather = plan.gather else { return view(plan.view) }
    return NDArray(shape: plan.shape) { out in
      withExtendedLifetime(storage) {
        let source = storage.pointer(to: Element.self) + plan.view.offset
        if plan.view.rank == 0 { return gather.take(from: source, to: out) }
        let region = plan.region
        let loop = _Loop.over(shape: region.shape, plan.view, region)
        let work = plan.shape.product * MemoryLayout<Element>.size * _Loop.Cost.copy.rawValue
        plan.forEachRegion(work: work) {
          loop.copyAlone(source + $0, out + $1)
        }
      }
    }
  }

  /// Writes a value that may be a part of this array: in `a[0] = a[1]` the right side is copied, or it would
  /// keep the whole array from being written in place. Inlined, the value would live on in the setter.
  @inline(never)
  mutating func write(_ value: consuming NDArray, at indices: [any NDIndex]) {
    if value.storage.root === storage.root { value = value.copied() }
    assign(value, at: indices)
  }

  /// Writes `value`, stretched to the selection's shape, where the indices point.
  mutating func assign(_ value: NDArray, at indices: [any NDIndex]) {
    makeUnique()
    if value.rank == 0, let mask = wholeMask(indices) { return fill(mask, with: value.scalar) }
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
        plan.forEachRegion { loop.copyAlone(source + $1, out + $0) }
      }
    }
  }

  /// Without the leading axes of extent 1 beyond `rank`, which an assignment ignores.
  private func droppingLeadingOnes(to rank: Int) -> NDArray {
    var result = layout
    while result.rank > rank && result.shape[0] == 1 { result = result.removing(axis: 0) }
    return result.rank == self.rank ? self : view(result)
  }
}
