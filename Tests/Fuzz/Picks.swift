import NDArray

/// One index between brackets, in the library's form and as the positions it means.
struct Pick {
  enum Meaning {
    case integer(Int)
    /// A range or a stride, as the list of its positions.
    case slice([Int])
    case newAxis
    case positions(Model<Int>)
    case mask(Model<Bool>)
  }

  let meaning: Meaning
  let index: any NDIndex
}

extension Pick: CustomStringConvertible {
  var description: String {
    switch meaning {
    case .integer(let position): "\(position)"
    case .slice(let positions): "slice\(positions)"
    case .newAxis: "new"
    case .positions(let positions): "positions \(positions.shape) \(positions.elements)"
    case .mask(let mask): "mask \(mask.shape) \(mask.elements.map { $0 ? 1 : 0 })"
    }
  }
}

/// What a list of indices selects from a shape, by NumPy's rules, with nothing but lists of positions.
struct Picking {
  /// The shape of what is selected.
  let shape: [Int]
  /// Where each selected element stands, in C order.
  let sources: [[Int]]

  /// The picks must stand for every axis.
  init(_ picks: [Pick]) {
    var slices: [[Int]] = []
    var arrays: [Model<Int>] = []
    /// Which axis of the source is read from which slice or array.
    var axes: [(isArray: Bool, number: Int)] = []
    /// Where the arrays stand among the slices, once for each run of them.
    var runs: [Int] = []
    var inRun = false
    let hasArrays = picks.contains {
      switch $0.meaning {
      case .positions, .mask: true
      default: false
      }
    }
    func add(_ array: Model<Int>) {
      if !inRun { runs.append(slices.count) }
      inRun = true
      axes.append((true, arrays.count))
      arrays.append(array)
    }
    for pick in picks {
      switch pick.meaning {
      case .integer(let position) where !hasArrays:
        // A slice that the result does not show.
        axes.append((true, arrays.count))
        arrays.append(Model([], [position]))
      case .integer(let position): add(Model([], [position]))
      case .positions(let positions): add(positions)
      case .mask(let mask):
        let places = mask.indices.filter { mask[$0] }
        for axis in mask.shape.indices { add(Model([places.count], places.map { $0[axis] })) }
      case .slice(let positions):
        axes.append((false, slices.count))
        slices.append(positions)
        inRun = false
      case .newAxis:
        slices.append([0])
        inRun = false
      }
    }
    let together = arrays.reduce([]) { Model<Int>.common($0, $1.shape)! }
    let stretched = arrays.map { $0.stretched(to: together)! }
    let front = runs.count == 1 ? runs[0] : 0
    var shape = slices.map(\.count)
    shape.insert(contentsOf: together, at: front)
    self.shape = shape
    sources = Model<Int>.indices(of: shape).map { index in
      let selected = Array(index[front..<(front + together.count)])
      let sliced = Array(index[..<front] + index[(front + together.count)...])
      return axes.map { axis in
        axis.isArray ? stretched[axis.number][selected] : slices[axis.number][sliced[axis.number]]
      }
    }
  }
}

extension Model {
  subscript(picking: Picking) -> Model {
    get { Model(picking.shape, picking.sources.map { self[$0] }) }
    set { for (source, value) in zip(picking.sources, newValue.elements) { self[source] = value } }
  }
}
