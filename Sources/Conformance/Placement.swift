import NDArray

/// Puts the operands of a case somewhere else in memory, and keeps a second variable for each, which must not
/// change.
final class Placement: @unchecked Sendable {
  /// How an operand lies in memory.
  enum Layout: String, CaseIterable {
    case contiguous, transposed, reversed, strided, offset
  }

  /// Where the operands that are being read are put; nil leaves them as the case says.
  @TaskLocal static var current: Placement?

  /// Every layout, alone and shared.
  static var all: [Placement] {
    Layout.allCases.flatMap { layout in
      [false, true].map { Placement(layout, isShared: $0) }
    }
  }

  private let layout: Layout
  private let isShared: Bool
  /// For each operand, whether its second variable is as it was.
  private var witnesses: [() -> Bool] = []

  private init(_ layout: Layout, isShared: Bool) {
    (self.layout, self.isShared) = (layout, isShared)
  }

  var name: String { "\(layout.rawValue), \(isShared ? "shared" : "alone")" }

  /// Whether no second variable has changed.
  var holds: Bool { witnesses.allSatisfy { $0() } }

  func place<E>(_ array: NDArray<E>) -> NDArray<E> {
    let placed =
      switch layout {
      case .contiguous: array.copied()
      case .transposed: array.T.copied().T
      case .reversed: array.flipped().copied().flipped()
      case .strided: stacked([array, array], axis: -1)[.ellipsis, 0]
      case .offset: stacked([array, array])[1]
      }
    if isShared {
      let before = placed.bytes()
      witnesses.append { placed.bytes() == before }
    }
    return placed
  }
}

extension Case {
  /// Operations whose results tell how the operand lies in memory.
  private static let layoutShows: Set = ["npy_bytes"]

  /// Runs the case as it is written, and, if that gives NumPy's result, with its operands in every other
  /// layout too, alone and while other variables hold them.
  public func runOnEveryLayout() -> Verdict {
    let verdict = run()
    guard verdict.status == .pass, !expectsRefusal, !Case.layoutShows.contains(operation) else {
      return verdict
    }
    for placement in Placement.all {
      let other = Placement.$current.withValue(placement) { run() }
      if other.status != .pass {
        return Verdict(id, .fail, got: other.got, why: "\(placement.name): \(other.why)")
      }
      if !placement.holds {
        return Verdict(id, .fail, got: other.got, why: "\(placement.name): an operand has changed")
      }
    }
    return verdict
  }
}
