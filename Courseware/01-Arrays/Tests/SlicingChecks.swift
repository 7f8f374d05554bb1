import Arrays
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct SlicingChecks {
  @Test("data[0], data[1], data[0:2], data[1:] of the slide")
  func slicesOfTheLecture() throws {
    let data = counting([3], from: 1)
    expectSame(try data.selected(axis: 0, 0).elements, [1], "data[0]")
    expectSame(try data.selected(axis: 0, 1).elements, [2], "data[1]")
    expectArray(try data.sliced(axis: 0, AxisSlice(0, 2)), [1, 2], "data[0:2], without data[2]")
    expectArray(try data.sliced(axis: 0, AxisSlice(1)), [2, 3], "data[1:]")
  }

  @Test("what start:stop:step takes, for every small start, stop and step")
  func sliceBounds() throws {
    let cases: [[SliceField]] = try reference("slices.json")
    for fields in cases {
      guard case .number(let extent?) = fields[0], case .number(let start) = fields[1],
        case .number(let stop) = fields[2], case .number(let step?) = fields[3],
        case .list(let taken) = fields[4]
      else { continue }
      let (first, count) = AxisSlice(start, stop, step: step).resolved(extent: extent)
      let slice = "\(start.map(String.init) ?? ""):\(stop.map(String.init) ?? ""):\(step)"
      let what = "\(slice) of \(extent) elements takes the indices \(taken)"
      if count != taken.count || (count > 0 && first != taken[0]) {
        let message = "\(what); got \(count) of them from \(first) on"
        Issue.record(Comment(rawValue: message))
        return
      }
    }
  }

  @Test("a slice is a view: shape, stride and offset change, the elements stay")
  func sliceIsAView() throws {
    let a = counting([3, 4])
    let part = try a.sliced(axis: 1, AxisSlice(1, 4, step: 2))
    expectArray(part, [[1, 3], [5, 7], [9, 11]], "a[:, 1:4:2]")
    expectView(part, of: a, "a[:, 1:4:2]")
    expectSame(part.strides, [4, 2], "its strides: a step along axis 1 is two elements long")
    expectSame(part.offset, 1, "its offset")
    part[2, -1] = 100
    expectSame(a.buffer.elements[11], 100, "written through the view, seen in the array")
  }

  @Test("backwards with a negative stride, and a slice of a slice")
  func sliceBackwards() throws {
    let a = counting([2, 5])
    let mirrored = try a.sliced(axis: 1, AxisSlice(step: -1))
    expectArray(mirrored, [[4, 3, 2, 1, 0], [9, 8, 7, 6, 5]], "a[:, ::-1]")
    expectView(mirrored, of: a, "a[:, ::-1]")
    expectSame(mirrored.strides, [5, -1], "its strides")
    let every = try a.sliced(axis: -1, AxisSlice(step: -2))
    expectArray(every, [[4, 2, 0], [9, 7, 5]], "a[..., ::-2]")
    expectArray(
      try every.sliced(axis: 1, AxisSlice(step: -1)), [[0, 2, 4], [5, 7, 9]], "and back again")
    let twelve = counting([12])
    let twice = try twelve.sliced(axis: 0, AxisSlice(2, step: 3)).sliced(axis: 0, AxisSlice(1))
    expectArray(twice, [5, 8, 11], "a[2::3][1:]")
    expectView(twice, of: twelve, "a[2::3][1:]")
    let matrix = try counting([4, 5]).sliced(axis: 0, AxisSlice(1, 3))
    let inner = try matrix.sliced(axis: 1, AxisSlice(-2))
    expectArray(inner, [[8, 9], [13, 14]], "a[1:3][:, −2:]")
    let none = try twelve.sliced(axis: 0, AxisSlice(5, 2))
    expectArray(none, NDArray<Int>([Int](), shape: [0]), "a[5:2] has no elements and is no error")
  }

  @Test("an index takes its axis away, a slice of length 1 keeps it")
  func indexDropsAnAxis() throws {
    let a = counting([2, 3, 4])
    let middle = try a.selected(axis: 1, -1)
    expectArray(middle, [[8, 9, 10, 11], [20, 21, 22, 23]], "a[:, −1]")
    expectView(middle, of: a, "a[:, −1]")
    expectSame(try a.selected(axis: 0, 1).strides, [4, 1], "strides of a[1]")
    expectSame(try a.sliced(axis: 1, AxisSlice(2, 3)).shape, [2, 1, 4], "shape of a[:, 2:3]")
    expectSame(try counting([3]).selected(axis: 0, 2).shape, [], "shape of v[2], a scalar")
    expectError(.indexOutOfRange(index: 3, axis: 1, extent: 3), "a[:, 3]") {
      try a.selected(axis: 1, 3)
    }
  }

  @Test("agrees with NumPy on sixty random views of views")
  func viewsAgainstNumPy() throws {
    let cases: [ViewCase] = try reference("views.json")
    for stored in cases {
      let base = counting(stored.shape)
      let view = try stored.view(of: base)
      let expected = NDArray(stored.result.values.map { Int($0) }, shape: stored.result.shape)
      expectArray(view, expected, stored.description)
      expectView(view, of: base, stored.description)
    }
  }
}

/// A field of slices.json: the length, start, stop or step, or the indices that are taken.
enum SliceField: Decodable {
  case number(Int?)
  case list([Int])

  init(from decoder: any Decoder) throws {
    let field = try decoder.singleValueContainer()
    if let list = try? field.decode([Int].self) {
      self = .list(list)
    } else {
      self = .number(field.decodeNil() ? nil : try field.decode(Int.self))
    }
  }
}

/// Steps from 0, 1, 2, … in a shape to a view, and what NumPy makes of them.
struct ViewCase: Decodable, CustomStringConvertible {
  struct Step: Decodable {
    let kind: String
    let axis, index, start, stop, step: Int?
    let axes: [Int]?
  }

  let shape: [Int]
  let steps: [Step]
  let result: Stored
  /// Of reshapes only: the new shape, and whether NumPy needed no copy for it.
  let new: [Int]?
  let isView: Bool?

  func view<Element>(of array: StridedArray<Element>) throws -> StridedArray<Element> {
    try steps.reduce(array) { array, step in
      switch step.kind {
      case "slice":
        try array.sliced(
          axis: step.axis ?? 0, AxisSlice(step.start, step.stop, step: step.step ?? 1))
      case "select": try array.selected(axis: step.axis ?? 0, step.index ?? 0)
      case "transpose": try array.transposed(step.axes ?? [])
      default: try array.expanded(at: step.axis ?? 0)
      }
    }
  }

  var description: String {
    let words = steps.map { step in
      let axis = step.axis.map { " along axis \($0)" } ?? ""
      switch step.kind {
      case "slice":
        let bounds = [step.start, step.stop, step.step].map { $0.map(String.init) ?? "" }
        return "slice \(bounds.joined(separator: ":"))\(axis)"
      case "select": return "index \(step.index ?? 0)\(axis)"
      case "transpose": return "transpose to \(step.axes ?? [])"
      default: return "new axis at \(step.axis ?? 0)"
      }
    }
    let reshape = new.map { ", reshape to \($0)" } ?? ""
    return "shape \(shape), \(words.joined(separator: ", "))\(reshape)"
  }
}
