import NDArray

extension Generator {
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func oneIn(_ n: Int) -> Bool { below(n) == 0 }

  mutating func element<T>(of list: [T]) -> T { list[below(list.count)] }

  /// A shape of up to four axes, most of them short, some empty; or now and then of up to seven short ones.
  mutating func shape() -> [Int] {
    if oneIn(8) { return (0..<(5 + below(3))).map { _ in oneIn(12) ? 0 : 1 + below(2) } }
    return (0..<below(5)).map { _ in oneIn(12) ? 0 : oneIn(25) ? 20 + below(60) : 1 + below(5) }
  }

  /// Indices for every axis of a shape; with `views`, only those that copy nothing.
  mutating func picks(of shape: [Int], views: Bool = false) -> [Pick] {
    let arrays = !views && oneIn(3)
    let length = oneIn(10) ? 0 : 1 + below(4)
    var picks: [Pick] = []
    var axis = 0
    while axis < shape.count {
      if oneIn(8) { picks.append(Pick(meaning: .newAxis, index: .newAxis)) }
      let extent = shape[axis]
      if arrays && oneIn(4) {
        let covered = 1 + below(min(2, shape.count - axis))
        // Masks broadcast with other arrays by the number of their trues, so one must do.
        if !picks.contains(where: \.isArray) {
          picks.append(mask(Array(shape[axis..<(axis + covered)])))
          axis = shape.count
          for extent in shape.dropFirst(picks.covered) { picks.append(Pick.whole(extent)) }
          break
        }
      }
      if arrays && extent > 0 && oneIn(2) && !picks.contains(where: \.isMask) {
        picks.append(positions(in: extent, [[length], [1], [2, length], [2, 1]]))
      } else if extent > 0 && oneIn(4) {
        let position = below(extent)
        let written = oneIn(2) ? position : position - extent
        picks.append(Pick(meaning: .integer(position), index: written))
      } else {
        picks.append(slice(of: extent))
      }
      axis += 1
    }
    if oneIn(8) { picks.append(Pick(meaning: .newAxis, index: .newAxis)) }
    return picks
  }

  private mutating func mask(_ shape: [Int]) -> Pick {
    let mask = Model(shape) { _ in oneIn(2) }
    return Pick(meaning: .mask(mask), index: relaid(NDArray(mask.elements, shape: mask.shape)))
  }

  private mutating func positions(in extent: Int, _ shapes: [[Int]]) -> Pick {
    let positions = Model(element(of: shapes)) { _ in below(extent) }
    let written = positions.elements.map { oneIn(3) ? $0 - extent : $0 }
    return Pick(
      meaning: .positions(positions), index: relaid(NDArray(written, shape: positions.shape)))
  }

  private mutating func slice(of extent: Int) -> Pick {
    func bound() -> Int? { oneIn(3) ? nil : below(2 * extent + 6) - extent - 3 }
    let (from, to) = (bound(), bound())
    switch below(5) {
    case 0: return Pick.whole(extent)
    case 1:
      let (low, high) = (below(extent + 2), below(extent + 2))
      let range = min(low, high)..<max(low, high)
      return Pick(meaning: .slice((0..<extent).filter(range.contains)), index: range)
    case 2:
      let start = from ?? 0
      return Pick(
        meaning: .slice((0..<extent).filter { $0 >= (start < 0 ? start + extent : start) }),
        index: start...)
    default:
      let step = element(of: [-3, -2, -1, 1, 2, 3])
      let index = AxisIndex.stride(from: from, to: to, by: step)
      return Pick(
        meaning: .slice(pythonSlice(from, to, step, extent)), index: index)
    }
  }

  /// The same array in another place in memory.
  mutating func relaid<E>(_ array: NDArray<E>) -> NDArray<E> {
    switch below(6) {
    case 0: array.T.copied().T
    case 1: array.flipped().copied().flipped()
    case 2: stacked([array, array], axis: -1)[.ellipsis, 0]
    case 3: stacked([array, array])[1]
    default: array
    }
  }
}

/// The positions that Python's `range(extent)[from:to:step]` has.
func pythonSlice(_ from: Int?, _ to: Int?, _ step: Int, _ extent: Int) -> [Int] {
  func resolved(_ bound: Int) -> Int { bound < 0 ? bound + extent : bound }
  if step > 0 {
    let start = max(from.map(resolved) ?? 0, 0)
    let stop = to.map(resolved) ?? extent
    return Array(stride(from: start, to: min(stop, extent), by: step))
  }
  let start = min(from.map(resolved) ?? extent - 1, extent - 1)
  let stop = to.map(resolved) ?? -1
  return Array(stride(from: start, to: max(stop, -1), by: step))
}

extension Pick {
  static func whole(_ extent: Int) -> Pick {
    Pick(meaning: .slice(Array(0..<extent)), index: .all)
  }

  var isMask: Bool { if case .mask = meaning { true } else { false } }
  var isArray: Bool { if case .positions = meaning { true } else { isMask } }
}

extension [Pick] {
  /// How many axes they stand for.
  var covered: Int {
    reduce(0) { count, pick in
      switch pick.meaning {
      case .newAxis: count
      case .mask(let mask): count + mask.shape.count
      default: count + 1
      }
    }
  }

  var indices: [any NDIndex] { map(\.index) }
}
