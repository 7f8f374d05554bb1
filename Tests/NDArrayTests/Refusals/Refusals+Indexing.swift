import NDArray

extension Refusals {
  static let indexing = Refusals {
    $0.refuse(
      "ravelMultiIndex: shape (4611686018427387904,4) has more elements than an Int can count"
    ) { _ = ravelMultiIndex([NDArray([0]), NDArray([0])], [1 << 62, 4]) }
    $0.refuse("assignment: nil is no element") {
      var a = NDArray<Double>.zeros([2, 3])
      a[0...] = nil as Double?
    }
    $0.refuse("packedBits: not of an array of rank 0, use atLeast1D") {
      _ = NDArray(true).packedBits()
    }
    $0.refuse("unpackedBits: not of an array of rank 0, use atLeast1D") {
      _ = NDArray(UInt8(1)).unpackedBits()
    }
    $0.refuse("reduceat: index 3 out-of-bounds in add.reduceat [0, 3)") {
      _ = NDArray.zeros([3]).sums(from: [0, 3])
    }
    $0.refuse(
      """
      an element was read at [1], which selects an array of shape (3,); \
      to have the array name its type first: let part: NDArray = …
      """
    ) {
      let x: Double = NDArray<Double>.zeros([2, 3])[1]
      print(x)
    }
    $0.refuse(
      "takeAlongAxis: the positions and the array must have as many axes, got shapes (1,) and (2,3)"
    ) { _ = NDArray.zeros([2, 3]).takingAlong([0], axis: 0) }
    $0.refuse("put: no values for 1 positions") {
      var a = NDArray<Double>.zeros([2])
      a.put([0], NDArray.zeros([0]))
    }
    $0.refuse("fillDiagonal: array must be at least 2-d, got shape (2,)") {
      var a = NDArray<Double>.zeros([2])
      a.fillDiagonal(1)
    }
    $0.refuse("fillDiagonal: all dimensions of shape (2,2,3) must be of equal length") {
      var a = NDArray<Double>.zeros([2, 2, 3])
      a.fillDiagonal(1)
    }
    $0.refuse("take: cannot do a non-empty take from an empty axis") {
      _ = NDArray.zeros([0]).taking([1], outOfRange: .wrap)
    }
    $0.refuse("take: cannot do a non-empty take from an empty axis") {
      _ = NDArray.zeros([0]).taking([1], outOfRange: .clip)
    }
    $0.refuse("unravelIndex: index 6 is out of bounds for array with size 6") {
      _ = unravelIndex([6], [2, 3])
    }
    $0.refuse("ravelMultiIndex: 1 arrays of positions for shape (2,3)") {
      _ = ravelMultiIndex([[0]], [2, 3])
    }
    $0.refuse("ravelMultiIndex: invalid entry 3 for axis 1 with size 3") {
      _ = ravelMultiIndex([[0], [3]], [2, 3])
    }
    $0.refuse("choose: needs at least one array to choose from") {
      _ = choose([0], [NDArray<Double>]())
    }
    $0.refuse("choose: invalid entry 2 in choice array for 2 arrays") {
      _ = choose([2], [NDArray.zeros([1]), NDArray.ones([1])])
    }
    $0.refuse("select: 2 conditions for 1 arrays") {
      _ = select([[true], [false]], [NDArray.zeros([1])], default: 0)
    }
  }
}
