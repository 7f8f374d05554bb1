extension NDArray {
  /// The same elements in C order under another shape, in which one extent may be −1: what is left.
  ///
  /// A view where the memory allows it, else a copy. Traps when the number of elements differs.
  public func reshaped(_ shape: [Int]) -> NDArray {
    let target = resolved(shape)
    if storage.isPacked, let short = ShortLayout(packed: target, offset: storage.offset) {
      return view(short)
    }
    if let view = layout.reshaped(to: target) { return self.view(view) }
    return NDArray(storage: copied().storage, layout: Layout(contiguous: target))
  }

  private func resolved(_ shape: [Int]) -> Dims {
    var target = Dims(shape)
    if let axis = shape.firstIndex(of: -1) {
      require(
        shape.lastIndex(of: -1) == axis,
        "reshape: can only specify one unknown dimension, got \(shape)")
      target[axis] = 1
      let known = target.countedProduct ?? 0
      target[axis] = known > 0 && count % known == 0 ? count / known : -1
    }
    require(
      !target.contains { $0 < 0 } && target.countedProduct == count,
      "reshape: cannot reshape array of size \(count) and shape \(layout.shape.text) into shape \(shape)"
    )
    return target
  }

  /// The elements in C order as one axis; a view where the memory allows it.
  public func flattened() -> NDArray { reshaped([count]) }

  /// A new axis of extent 1 before position `axis` of the result. A view.
  public func expandedDimensions(axis: Int) -> NDArray {
    require(
      axis >= -rank - 1 && axis <= rank,
      "expandedDimensions: axis \(axis) is out of bounds for array of dimension \(rank + 1)")
    let at = axis < 0 ? axis + rank + 1 : axis
    return view(layout.inserting(extent: 1, stride: 0, at: at))
  }

  /// With new axes of extent 1 at the given positions of the result. A view.
  public func expandedDimensions(axes: [Int]) -> NDArray {
    let rank = self.rank + axes.count
    let named = axes.map { axis in
      require(
        axis >= -rank && axis < rank,
        "expandedDimensions: axis \(axis) is out of bounds for array of dimension \(rank)")
      return axis < 0 ? axis + rank : axis
    }
    require(Set(named).count == axes.count, "expandedDimensions: repeated axis in \(axes)")
    return named.sorted().reduce(self) { $0.expandedDimensions(axis: $1) }
  }

  /// Without the axes of extent 1. A view.
  public func squeezed() -> NDArray {
    let axes = allAxes.filter { layout.shape[$0] == 1 }
    return axes.isEmpty ? self : squeezed(axes: axes)
  }

  /// Without one axis, which must have extent 1. A view.
  public func squeezed(axis: Int) -> NDArray { squeezed(axes: [axis]) }

  /// Without the named axes, which must all have extent 1. A view.
  public func squeezed(axes: [Int]) -> NDArray {
    var result = layout
    for axis in layout.reducedAxes(axes, of: "squeeze").reversed() {
      require(
        layout.shape[axis] == 1,
        "squeeze: cannot select axis \(axis) of shape \(layout.shape.text), its size is not one")
      result = result.removing(axis: axis)
    }
    return view(result)
  }

  /// Stretched to `shape`: axes of extent 1 and missing leading axes repeat without being copied. Traps
  /// when the shapes do not fit.
  public func broadcast(to shape: [Int]) -> NDArray {
    broadcast(to: Dims(checking: shape, for: "broadcast"), in: "broadcast")
  }

  func broadcast(to shape: Dims, in operation: StaticString) -> NDArray {
    shape == layout.shape ? self : view(layout.broadcast(to: shape, in: operation))
  }
}

extension Layout {
  /// This layout under another shape of as many elements, or nil when that takes a copy.
  ///
  /// Groups of axes on both sides that hold equally many elements must each lie evenly spaced.
  func reshaped(to target: Dims) -> Layout? {
    if isContiguous {
      return Layout(shape: target, strides: target.packedStrides, offset: offset)
    }
    let old = (0..<rank).filter { shape[$0] != 1 }
    var strides = Dims(repeating: 0, count: target.count)
    var (i, j) = (0, 0)
    while i < old.count {
      let (firstOld, firstNew) = (i, j)
      var oldExtent = shape[old[i]]
      i += 1
      var newExtent = 1
      while newExtent != oldExtent || j < target.count && target[j] == 1 {
        if newExtent < oldExtent || newExtent == oldExtent {
          newExtent *= target[j]
          j += 1
        } else {
          oldExtent *= shape[old[i]]
          i += 1
        }
      }
      for k in firstOld..<(i - 1)
      where self.strides[old[k]] != self.strides[old[k + 1]] * shape[old[k + 1]] {
        return nil
      }
      var step = self.strides[old[i - 1]]
      for k in stride(from: j - 1, through: firstNew, by: -1) {
        strides[k] = step
        step *= target[k]
      }
    }
    return Layout(shape: target, strides: strides, offset: offset)
  }
}
