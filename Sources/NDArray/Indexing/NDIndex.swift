/// What may stand between the brackets of `a[…]`, one per axis:
///
/// | written | selects |
/// |---|---|
/// | `2`, `-1` | one position, from the end when negative; the axis goes away |
/// | `0..<2`, `1...`, `..<(-1)`, `...3` | a range, clamped to the axis |
/// | `.all` | the whole axis |
/// | `.stride(from: 0, to: 9, by: 2)`, `.stride(by: -1)` | every second position; reversed |
/// | `.slice(1, -1)` | NumPy's `1:-1` |
/// | `.ellipsis` | as many whole axes as are left |
/// | `.newAxis` | no axis: adds one of extent 1 |
/// | `NDArray<Int>`, `[Int]` | the positions listed, in that order |
/// | `NDArray<Bool>`, `[Bool]` | the positions where the mask is true; covers as many axes as the mask has |
///
/// Swift forms `1 ..< -1` before any library sees it and traps; write `.slice(1, -1)`.
public protocol NDIndex {
  /// The index in the form in which the library reads it.
  var _item: _IndexItem { get }
}

/// An index that is no integer: a range, a stride, an array of positions, a mask, a new axis.
///
/// Subscripts that take an integer and those that take more are told apart by this.
public protocol NDSelector: NDIndex {}

/// One index between brackets.
public enum _IndexItem {
  case integer(Int)
  case slice(from: Int?, to: Int?, by: Int)
  case newAxis
  case ellipsis
  // Out of line, so that integers and ranges stay small.
  indirect case positions(NDArray<Int>)
  indirect case mask(NDArray<Bool>)
}

/// The indices that have a name instead of a value: `.all`, `.ellipsis`, `.newAxis`, `.stride`.
public struct AxisIndex: NDSelector {
  public let _item: _IndexItem
}

extension NDIndex where Self == AxisIndex {
  /// The whole axis; NumPy's `:`.
  public static var all: AxisIndex { AxisIndex(_item: .slice(from: nil, to: nil, by: 1)) }

  /// As many whole axes as the other indices leave; NumPy's `...`.
  public static var ellipsis: AxisIndex { AxisIndex(_item: .ellipsis) }

  /// A new axis of extent 1; NumPy's `None`.
  public static var newAxis: AxisIndex { AxisIndex(_item: .newAxis) }

  /// Every `step`-th position from `start` up to but not including `stop`; NumPy's `start:stop:step`.
  ///
  /// Bounds may count from the end and are clamped to the axis. A bound left out is the end of the
  /// axis from which, or to which, the step leads. Traps when `step` is zero.
  public static func stride(
    from start: Int? = nil, to stop: Int? = nil, by step: Int = 1
  ) -> AxisIndex {
    require(step != 0, "stride: slice step cannot be zero")
    return AxisIndex(_item: .slice(from: start, to: stop, by: step))
  }
}

extension Int: NDIndex {
  public var _item: _IndexItem { .integer(self) }
}

extension Range: NDIndex, NDSelector where Bound == Int {
  public var _item: _IndexItem { .slice(from: lowerBound, to: upperBound, by: 1) }
}

extension ClosedRange: NDIndex, NDSelector where Bound == Int {
  public var _item: _IndexItem { .slice(from: lowerBound, to: after(upperBound), by: 1) }
}

extension PartialRangeFrom: NDIndex, NDSelector where Bound == Int {
  public var _item: _IndexItem { .slice(from: lowerBound, to: nil, by: 1) }
}

extension PartialRangeUpTo: NDIndex, NDSelector where Bound == Int {
  public var _item: _IndexItem { .slice(from: nil, to: upperBound, by: 1) }
}

extension PartialRangeThrough: NDIndex, NDSelector where Bound == Int {
  public var _item: _IndexItem { .slice(from: nil, to: after(upperBound), by: 1) }
}

/// The bound behind `last`; the position after −1 is the end, not 0.
private func after(_ last: Int) -> Int? { last == -1 || last == .max ? nil : last + 1 }

extension NDArray: NDIndex, NDSelector where Element: NDIndexElement {
  public var _item: _IndexItem { Element._item(self) }
}

extension Array: NDIndex, NDSelector where Element: NDIndexElement {
  public var _item: _IndexItem { Element._item(NDArray(self)) }
}

/// The element types whose arrays select: `Int` by position, `Bool` as a mask.
public protocol NDIndexElement: NDScalar {
  static func _item(_ array: NDArray<Self>) -> _IndexItem
}

extension Int: NDIndexElement {
  public static func _item(_ array: NDArray<Int>) -> _IndexItem { .positions(array) }
}

extension Bool: NDIndexElement {
  public static func _item(_ array: NDArray<Bool>) -> _IndexItem { .mask(array) }
}
