import NDArray

/// An operation of two numbers and of two arrays.
struct Operation<Element: Number>: CustomStringConvertible {
  let description: String
  let on: (Element, Element) -> Element
  let of: (NDArray<Element>, NDArray<Element>) -> NDArray<Element>
  let update: (inout NDArray<Element>, NDArray<Element>) -> Void

  static var all: [Operation] {
    [
      Operation(description: "+", on: { $0.plus($1) }, of: { $0 + $1 }, update: { $0 += $1 }),
      Operation(description: "-", on: { $0.minus($1) }, of: { $0 - $1 }, update: { $0 -= $1 }),
      Operation(description: "*", on: { $0.times($1) }, of: { $0 * $1 }, update: { $0 *= $1 }),
    ]
  }
}

extension Session {
  mutating func arithmetic() throws -> String {
    let i = variable()
    let right = operand(for: models[i].shape)
    let (array, model) = (arrays[i], models[i])
    try check(array .< right.array, model.combined(with: right.model, <), "less")
    try check(array .== right.array, model.combined(with: right.model, ==), "equal")
    try check(
      maximum(array, right.array), model.combined(with: right.model) { max($0, $1) }, "maximum")
    try check(
      which(array .> 4, array, right.array),
      model.combined(with: right.model) { $0 > 4 ? $0 : $1 }, "which")
    try check(
      array.asType(Double.self).asType(Element.self) * 2, model.map { $0.times(2) }, "asType")
    let operation = random.element(of: Operation<Element>.all)
    add((operation.of(array, right.array), model.combined(with: right.model, operation.on)!))
    return "\(i) \(operation) array of shape \(right.model.shape)"
  }

  mutating func reduction() throws -> String {
    let i = variable()
    let (array, model) = (arrays[i], models[i])
    func double<E>(_ array: NDArray<E>) -> NDArray<Double> { array.asType(Double.self) }
    let doubles = model.map(\.double)
    try check(
      double(NDArray(array.sum())), Model([], [doubles.elements.reduce(0, +)]), "\(i).sum()")
    guard let axis = model.shape.indices.randomElement(using: &random) else { return "sum of \(i)" }
    let sums = doubles.alongAxis(axis, count: 1) { [$0.reduce(0, +)] }
    try check(
      double(array.sum(axis: axis, keepDims: true)), sums, "\(i).sum(axis: \(axis), keepDims)")
    try check(double(array.sum(axis: axis)), sums.dropping(axis: axis), "\(i).sum(axis: \(axis))")
    try check(
      double(array.cumsum(axis: axis)),
      doubles.alongAxis(axis) { line in line.indices.map { line[...$0].reduce(0, +) } },
      "\(i).cumsum(axis: \(axis))")
    try check(
      array.argSorted(axis: axis),
      model.alongAxis(axis) { line in line.indices.sorted { (line[$0], $0) < (line[$1], $1) } },
      "\(i).argSorted(axis: \(axis))")
    if model.shape[axis] > 0 {
      try check(
        array.max(axis: axis), model.alongAxis(axis, count: 1) { [$0.max()!] }.dropping(axis: axis),
        "\(i).max(axis: \(axis))")
      try check(
        array.argMin(axis: axis),
        model.alongAxis(axis, count: 1) { line in [line.firstIndex(of: line.min()!)!] }.dropping(
          axis: axis),
        "\(i).argMin(axis: \(axis))")
    }
    return "sums of \(i) along \(axis)"
  }

  mutating func rearrangement() -> String {
    let i = variable()
    let (array, model) = (arrays[i], models[i])
    guard let axis = model.shape.indices.randomElement(using: &random) else {
      add((array.copied(), model))
      return "\(i) copied"
    }
    switch random.below(5) {
    case 0:
      let shift = random.below(9) - 4
      let rolled = model.alongAxis(axis) { line in
        line.indices.map { line[($0 - shift % line.count + line.count) % line.count] }
      }
      add((array.rolled(by: shift, axis: axis), rolled))
      return "\(i) rolled by \(shift) along \(axis)"
    case 1:
      let joined = concatenated([array, array.flipped(axes: [axis])], axis: axis)
      add((joined, model.alongAxis(axis, count: 2 * model.shape[axis]) { $0 + $0.reversed() }))
      return "\(i) joined to its mirror along \(axis)"
    case 2:
      let count = random.below(3)
      let repeated = model.alongAxis(axis, count: count * model.shape[axis]) {
        $0.flatMap { [Element](repeating: $0, count: count) }
      }
      add((array.repeated(count, axis: axis), repeated))
      return "\(i) repeated \(count) times along \(axis)"
    case 3:
      add((array.sorted(axis: axis), model.alongAxis(axis) { $0.sorted() }))
      return "\(i) sorted along \(axis)"
    default:
      guard model.shape.count == 2 else { return "" }
      let (rows, inner) = (model.shape[0], model.shape[1])
      let product = Model([rows, rows]) { index in
        (0..<inner).reduce(Element.zero) {
          $0.plus(model[[index[0], $1]].times(model[[index[1], $1]]))
        }
      }
      // Beyond this, products of `Float` would be rounded in another order.
      guard model.elements.allSatisfy({ -100...100 ~= $0.double }) else { return "" }
      add((array.dot(array.T), product))
      return "\(i) times its transpose"
    }
  }
}
