import NDArray

extension Session {
  /// Takes a step at random and tells which.
  mutating func step() throws -> String {
    switch random.below(14) {
    case 0: return copy()
    case 1, 2: return view()
    case 3: return try selection()
    case 4, 5: return assignment()
    case 6, 7: return update()
    case 8: return nestedUpdate()
    case 9: return replacement()
    case 10: return try arithmetic()
    case 11: return try reduction()
    case 12: return scatter()
    default: return rearrangement()
    }
  }

  // MARK: Reading

  private mutating func copy() -> String {
    let i = variable()
    if random.oneIn(4) {
      let shape = random.shape()
      add(fresh(shape))
      return "new \(shape)"
    }
    add((arrays[i], models[i]))
    return "copy of \(i)"
  }

  private mutating func view() -> String {
    let i = variable()
    let (array, model) = (arrays[i], models[i])
    let rank = model.shape.count
    switch random.below(6) {
    case 0:
      let order = Array(0..<rank).shuffled(using: &random)
      let shape = order.map { model.shape[$0] }
      let transposed = Model(shape) { index in
        model[(0..<rank).map { index[order.firstIndex(of: $0)!] }]
      }
      add((array.transposed(order), transposed))
      return "\(i) transposed \(order)"
    case 1:
      let axes = (0..<rank).filter { _ in random.oneIn(2) }
      let flipped = Model(model.shape) { index in
        model[index.indices.map { axes.contains($0) ? model.shape[$0] - 1 - index[$0] : index[$0] }]
      }
      add((array.flipped(axes: axes), flipped))
      return "\(i) flipped \(axes)"
    case 2:
      let shape =
        (random.oneIn(2) ? [random.below(3)] : [])
        + model.shape.map { $0 == 1 && random.oneIn(2) ? random.below(4) : $0 }
      add((array.broadcast(to: shape), model.stretched(to: shape)!))
      return "\(i) broadcast to \(shape)"
    case 3:
      var shape = [model.elements.count]
      if let factor = (2...4).first(where: { shape[0] % $0 == 0 }), random.oneIn(2) {
        shape = [factor, shape[0] / factor]
      }
      if random.oneIn(3) { shape.append(1) }
      add((array.reshaped(shape), Model(shape, model.elements)))
      return "\(i) reshaped to \(shape)"
    default:
      let picks = random.picks(of: model.shape, views: true)
      add((array[indices: picks.indices], model[Picking(picks)]))
      return "\(i)\(picks)"
    }
  }

  private mutating func selection() throws -> String {
    let i = variable()
    let picks = random.picks(of: models[i].shape)
    add((arrays[i][indices: picks.indices], models[i][Picking(picks)]))
    return "\(i)\(picks)"
  }

  // MARK: Writing

  private mutating func assignment() -> String {
    let i = variable()
    let picks = random.picks(of: models[i].shape)
    let picking = Picking(picks)
    if random.oneIn(3) {
      let value = Element(exactly: random.below(10))!
      arrays[i][indices: picks.indices] = NDArray(value)
      models[i][picking] = Model(picking.shape) { _ in value }
      return "\(i)\(picks) = \(value)"
    }
    let right = operand(for: picking.shape)
    // A single element takes no array, and a mask over everything only what is one-dimensional.
    let value = picking.shape.count <= 1 && right.model.shape.count == 1 || picking.shape.count > 1
    let array = value ? right.array : NDArray(right.array.elements.first ?? 0)
    let model =
      value ? right.model : Model([], [right.model.elements.first ?? 0])
    arrays[i][indices: picks.indices] = array
    models[i][picking] = model.stretched(to: picking.shape)!
    return "\(i)\(picks) = array of shape \(model.shape)"
  }

  private mutating func update() -> String {
    let i = variable()
    let whole = random.oneIn(3)
    let picks = whole ? [] : random.picks(of: models[i].shape)
    let picking = whole ? Picking(models[i].shape.map(Pick.whole)) : Picking(picks)
    let right = operand(for: picking.shape)
    let operation = random.element(of: Operation<Element>.all)
    let result = models[i][picking].combined(with: right.model, operation.on)!
    // A target that is selected twice is computed twice from the old value; the last one stays.
    models[i][picking] = result
    if whole {
      operation.update(&arrays[i], right.array)
    } else {
      operation.update(&arrays[i][indices: picks.indices], right.array)
    }
    return "\(i)\(picks) \(operation)= array of shape \(right.model.shape)"
  }

  private mutating func nestedUpdate() -> String {
    let i = variable()
    let outer = random.picks(of: models[i].shape)
    let outerPicking = Picking(outer)
    let inner = random.picks(of: outerPicking.shape)
    let innerPicking = Picking(inner)
    let right = operand(for: innerPicking.shape)
    let operation = random.element(of: Operation<Element>.all)
    var part = models[i][outerPicking]
    part[innerPicking] = part[innerPicking].combined(with: right.model, operation.on)!
    models[i][outerPicking] = part
    operation.update(&arrays[i][indices: outer.indices][indices: inner.indices], right.array)
    return "\(i)\(outer)\(inner) \(operation)= shape \(right.model.shape)"
  }

  /// Gives a slice to a function that keeps it or a view of it, and may write it, replace it, or both.
  private mutating func replacement() -> String {
    let (writes, replaces, flat) = (random.oneIn(2), random.oneIn(2), random.oneIn(3))
    func change(
      _ slice: inout NDArray<Element>, _ kept: inout NDArray<Element>, _ other: NDArray<Element>?
    ) {
      kept = flat ? slice.flattened() : slice
      if writes { slice += 1 }
      if let other { slice = other.broadcast(to: slice.shape) }
    }
    let i = variable()
    let picks = random.picks(of: models[i].shape, views: true)
    let picking = Picking(picks)
    let right = operand(for: picking.shape)
    var kept = NDArray<Element>.zeros([0])
    let before = models[i][picking]
    change(&arrays[i][indices: picks.indices], &kept, replaces ? right.array : nil)
    models[i][picking] =
      replaces
      ? right.model.stretched(to: picking.shape)! : writes ? before.map { $0.plus(1) } : before
    add((kept, flat ? Model([before.elements.count], before.elements) : before))
    return """
      \(i)\(picks) kept\(flat ? " flat" : "")\(writes ? ", written" : "")\(replaces ? ", replaced" : "")
      """
  }

  private mutating func scatter() -> String {
    let i = variable()
    let limit = Element(exactly: random.below(10))!
    switch random.below(3) {
    case 0:
      let mask = arrays[i] .> limit
      arrays[i][mask] = 3
      models[i] = models[i].map { $0 > limit ? 3 : $0 }
      return "\(i) above \(limit) = 3"
    case 1:
      let picks = random.picks(of: models[i].shape)
      let picking = Picking(picks)
      for source in picking.sources { models[i][source] = models[i][source].plus(limit) }
      add(to: i, limit, at: picks.indices)
      return "\(i) add.at \(picks) \(limit)"
    default:
      guard let axis = models[i].shape.indices.randomElement(using: &random) else { return "" }
      arrays[i].sort(axis: axis)
      models[i] = models[i].alongAxis(axis) { $0.sorted() }
      return "\(i) sorted along \(axis)"
    }
  }

  /// The method has as many parameters as there are indices.
  private mutating func add(to i: Int, _ value: Element, at indices: [any NDIndex]) {
    let value = NDArray(value)
    switch indices.count {
    case 0: arrays[i].add(value)
    case 1: arrays[i].add(value, at: indices[0])
    case 2: arrays[i].add(value, at: indices[0], indices[1])
    default:
      // The same through positions in C order.
      let places = NDArray(Array(0..<arrays[i].count), shape: arrays[i].shape)
      var flat = arrays[i].flattened()
      flat.add(value, at: places[indices: indices].flattened())
      arrays[i] = flat.reshaped(models[i].shape)
    }
  }
}
