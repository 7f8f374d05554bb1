extension NDArray {
  /// This array followed by `values` along an axis.
  public func appending(_ values: NDArray, axis: Int) -> NDArray {
    concatenated([self, values], axis: axis)
  }

  /// The elements of this array followed by those of `values`, both in C order.
  public func appending(_ values: NDArray) -> NDArray {
    flattened().appending(values.flattened(), axis: 0)
  }

  /// Without the positions given along an axis; they may count from the end and repeat.
  public func deleting(_ positions: [Int], axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "delete")
    var kept = [Bool](repeating: true, count: layout.shape[axis])
    for position in positions {
      kept[IndexPlan.checked(position, kept.count, axis)] = false
    }
    return taking(NDArray<Int>(kept.indices.filter { kept[$0] }), axis: axis)
  }

  /// `values` put in before position `position` of an axis. They broadcast to the other axes; a
  /// number, or an array of extent 1 along the axis, adds one place.
  public func inserting(_ values: NDArray, at position: Int, axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "insert")
    let extent = layout.shape[axis]
    require(
      position >= -extent && position <= extent,
      "insert: index \(position) is out of bounds for axis \(axis) with size \(extent)")
    var values = values
    while values.rank < rank { values = values.expandedDimensions(axis: 0) }
    values = values.movedAxis(source: 0, destination: axis)
    var target = shape
    target[axis] = values.shape[axis]
    let parts = split(at: [position < 0 ? position + extent : position], axis: axis)
    return concatenated([parts[0], values.broadcast(to: target), parts[1]], axis: axis)
  }

  /// `values[i]` put in before position `positions[i]` of an axis, all counted in this array.
  public func inserting(_ values: NDArray, at positions: [Int], axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "insert")
    let extent = layout.shape[axis]
    let checked = positions.map { position in
      require(
        position >= -extent && position <= extent,
        "insert: index \(position) is out of bounds for axis \(axis) with size \(extent)")
      return position < 0 ? position + extent : position
    }
    var target = shape
    target[axis] = positions.count
    let added = values.broadcast(to: target)
    // Positions in the two arrays one after another, in the order of the result.
    let order = checked.indices.sorted { (checked[$0], $0) < (checked[$1], $1) }
    var sources: [Int] = []
    var next = 0
    for place in 0...extent {
      while next < order.count && checked[order[next]] == place {
        sources.append(extent + order[next])
        next += 1
      }
      if place < extent { sources.append(place) }
    }
    return concatenated([self, added], axis: axis).taking(NDArray<Int>(sources), axis: axis)
  }

  /// A one-dimensional array without the zeros at its start, at its end, or both.
  public func trimmedZeros(atStart: Bool = true, atEnd: Bool = true) -> NDArray {
    require(rank == 1, "trimZeros: needs a one-dimensional array, got shape \(layout.shape.text)")
    let hits = nonzero()[0].elements
    guard let first = hits.first, let last = hits.last else { return self[0..<0] }
    return self[(atStart ? first : 0)..<(atEnd ? last + 1 : count)]
  }
}
