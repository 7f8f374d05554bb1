import NDArray
import Testing

@Suite("Mistakes stop the program and say what is wrong")
struct CoreTrapTests {
  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case addition = "add: operands could not be broadcast together with shapes (2,3) (4,)"
    case comparison = "less: operands could not be broadcast together with shapes (2,) (3,)"
    case inPlace =
      "subtract: non-broadcastable output operand with shape (3,) does not match the broadcast shape of (3,) (2,3)"
    case choice = "which: operands could not be broadcast together with shapes (2,) (3,)"
    case assignment = "assignment: could not broadcast input array from shape (3,) into shape (2,)"
    case element = "assignment: setting an array element with an array of shape (1,)"
    case wholeMask =
      "assignment: a mask over the whole array takes a number or a one-dimensional array, not one of shape (1,2)"
    case broadcast = "broadcast: could not broadcast input array from shape (3,) into shape (2,2)"

    case index = "index 3 is out of bounds for axis 1 with size 3"
    case negativeIndex = "index -3 is out of bounds for axis 0 with size 2"
    case position = "index 2 is out of bounds for axis 0 with size 2"
    case elementIndex = "index 5 is out of bounds for axis 0 with size 2"
    case tooManyIndices = "too many indices for array: array is 2-dimensional, but 3 were indexed"
    case twoEllipses = "an index can only have a single ellipsis ('.ellipsis')"
    case zeroStep = "stride: slice step cannot be zero"
    case positionShapes =
      "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)"
    case maskShape =
      "boolean index did not match indexed array along axis 0; size of axis is 2 but size of corresponding boolean axis is 3"

    case axis = "sum: axis 2 is out of bounds for array of dimension 2"
    case negativeAxis = "max: axis -3 is out of bounds for array of dimension 2"
    case repeatedAxis = "sum: duplicate value 0 in axes [0, -2]"
    case positionAxis = "argMax: axis 2 is out of bounds for array of dimension 2"
    case expansion = "expandedDimensions: axis 4 is out of bounds for array of dimension 3"
    case emptyMaximum = "max: an array of no elements has no max; shape (0,3)"
    case emptyAxis = "min: an axis of size zero has no min; array of shape (0,3), axes [0]"
    case emptyArgMax = "argMax: attempt to get argMax of an empty sequence"

    case reshape = "reshape: cannot reshape array of size 6 and shape (2,3) into shape [4, 2]"
    case twoUnknowns = "reshape: can only specify one unknown dimension, got [-1, -1]"
    case transpose = "transpose: axes [0] don't match array of shape (2,3)"
    case squeeze = "squeeze: cannot select axis 1 of shape (2,3), its size is not one"
    case concatenation =
      "concatenate: all the input array dimensions except for the concatenation axis must match exactly, got shapes (2,3) and (3,3) along axis 1"
    case nothingToJoin = "concatenate: need at least one array to concatenate"
    case stacking = "stack: all input arrays must have the same shape, got (2,3) and (3,)"
    case product = "matmul: shapes (2,3) and (2,3) do not fit: 3 (dim 1) != 2 (dim 0)"
    case dot = "dot: shapes (2,3) and (2,) not aligned: 3 (dim 1) != 2 (dim 0)"
    case scalar = "scalar: only an array of one element has it, this one has shape (2,3)"

    case ragged = "NDArray: ragged literal: 1 elements at literal[1] where 2 belong"
    case numberForList = "NDArray: ragged literal: a number at literal[1] where a list of 2 belongs"
    case listForNumber = "NDArray: ragged literal: a list at literal[1] where a number belongs"
    case raggedArrays =
      "NDArray: ragged literal: an array of shape (3,) at literal[1] where (2,) belongs"
    case raggedRows = "NDArray: ragged rows: row 0 has 2 elements and row 1 has 1"
    case filling = "NDArray: 3 values do not fill shape (2,2), which takes 4"
    case negativeExtent = "zeros: negative dimensions are not allowed, got [2, -1]"
    case negativePower = "power: integers to negative integer powers are not allowed"
    case tooLarge = "more elements than an Int can count"

    func make() {
      var a = NDArray<Double>.zeros([2, 3])
      var two: NDArray<Double> = [1, 2]
      var three: NDArray<Double> = [1, 2, 3]
      let none = NDArray<Double>.zeros([0, 3])
      switch self {
      case .addition: _ = a + NDArray.zeros([4])
      case .comparison: _ = (two .< three)
      case .inPlace: three -= a
      case .choice: _ = which([true, false], three, 0)
      case .assignment: a[.all, 0] = three
      case .element: a[0, 0] = NDArray([1.0])
      case .wholeMask: two[two .> 0] = [[1, 2]]
      case .broadcast: _ = three.broadcast(to: [2, 2])
      case .index: _ = a[0, 3] as NDArray<Double>
      case .negativeIndex: a[-3] = 0
      case .position: _ = a[[0, 2]]
      case .elementIndex: a[5, 0] = 1
      case .tooManyIndices: _ = a[0, 0, .all]
      case .twoEllipses: _ = a[.ellipsis, .ellipsis]
      case .zeroStep: _ = a[.stride(by: 0)]
      case .positionShapes: _ = a[[0, 1], [0, 1, 2]]
      case .maskShape: _ = a[[true, false, true]]
      case .axis: _ = a.sum(axis: 2)
      case .negativeAxis: _ = a.max(axis: -3)
      case .repeatedAxis: _ = a.sum(axes: [0, -2])
      case .positionAxis: _ = a.argMax(axis: 2)
      case .expansion: _ = a.expandedDimensions(axis: 4)
      case .emptyMaximum: _ = none.max()
      case .emptyAxis: _ = none.min(axis: 0)
      case .emptyArgMax: _ = none.argMax()
      case .reshape: _ = a.reshaped([4, 2])
      case .twoUnknowns: _ = a.reshaped([-1, -1])
      case .transpose: _ = a.transposed([0])
      case .squeeze: _ = a.squeezed(axis: 1)
      case .concatenation: _ = concatenated([a, .zeros([3, 3])], axis: 1)
      case .nothingToJoin: _ = concatenated([NDArray<Double>]())
      case .stacking: _ = stacked([a, three])
      case .product: _ = a.matmul(a)
      case .dot: _ = a.dot(two)
      case .scalar: _ = a.scalar
      case .ragged: _ = [[1, 2], [3]] as NDArray<Double>
      case .numberForList: _ = [[1, 2], 3] as NDArray<Double>
      case .listForNumber: _ = [1, [2]] as NDArray<Double>
      case .raggedArrays: _ = [NDArray.zeros([2]), NDArray.zeros([3])] as NDArray<Double>
      case .raggedRows: _ = NDArray([[1.0, 2.0], [3.0]])
      case .filling: _ = NDArray([1.0, 2.0, 3.0], shape: [2, 2])
      case .negativeExtent: _ = NDArray<Double>.zeros([2, -1])
      case .negativePower: _ = (NDArray([2, 3]) ** -1)
      case .tooLarge: _ = NDArray<Double>.zeros([Int.max, 2])
      }
    }
  }

  @Test(arguments: Mistake.allCases)
  func saysWhatIsWrong(_ mistake: Mistake) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [mistake = mistake as Mistake] in
      mistake.make()
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(mistake.rawValue), "\(mistake): \(message)")
  }
}
