import NDArray

extension Refusals {
  static let shapes = Refusals {
    $0.refuse("concatenate: zero-dimensional arrays cannot be concatenated") {
      _ = concatenated([NDArray(1), NDArray(2)])
    }
    $0.refuse("concatenate: the extents along axis 0 add up to more than an Int can count") {
      let hollow = NDArray<Double>.zeros([.max, 0])
      _ = concatenated([hollow, hollow])
    }
    $0.refuse("stack: axis 3 is out of bounds for array of dimension 2") {
      _ = stacked([NDArray([1]), NDArray([2])], axis: 3)
    }
    $0.refuse("tile: the repetitions must not be negative, got [-1]") {
      _ = NDArray([1]).tiled([-1])
    }
    $0.refuse("tile: 3 elements 9223372036854775807 times are more than an Int can count") {
      _ = NDArray([1, 2, 3]).tiled([.max])
    }
    $0.refuse("repeat: 3 elements 9223372036854775807 times are more than an Int can count") {
      _ = NDArray([1, 2, 3]).repeated(.max)
    }
    $0.refuse("repeat: the repeats add up to more than an Int can count") {
      _ = NDArray([1, 2]).repeated([.max, 1], axis: 0)
    }
    $0.refuse(
      "pad: widths (9223372036854775807, 1) and an axis of 2 are more than an Int can count"
    ) {
      _ = NDArray([1, 2]).padded([(.max, 1)], mode: .edge)
    }
    $0.refuse("slidingWindows: there are more windows of 0 than an Int can count") {
      _ = NDArray<Int8>(1).broadcast(to: [.max]).slidingWindows(of: 0)
    }
    $0.refuse("arraySplit: 9223372036854775807 parts are more arrays than memory holds") {
      _ = NDArray([1]).arraySplit(parts: .max)
    }
    $0.refuse(
      "reshape: cannot reshape array of size 3 and shape (3,) into shape [9223372036854775807, 3]"
    ) {
      _ = NDArray([1, 2, 3]).reshaped([.max, 3])
    }
    $0.refuse(
      "reshape: cannot reshape array of size 3 and shape (3,) into shape [-1, 9223372036854775807, 2]"
    ) { _ = NDArray([1, 2, 3]).reshaped([-1, .max, 2]) }
    $0.refuse("stack: need at least one array to stack") { _ = stacked([NDArray<Int>]()) }
    $0.refuse("moveaxis: as many sources as destinations are needed, got [0] and [0, 1]") {
      _ = NDArray.zeros([2, 3]).movedAxes([0], to: [0, 1])
    }
    $0.refuse("moveaxis: axis 2 is out of bounds for array of dimension 2") {
      _ = NDArray.zeros([2, 3]).movedAxis(source: 2, destination: 0)
    }
    $0.refuse("rot90: the axes must differ, got (0, 0)") {
      _ = NDArray.zeros([2, 3]).rotated90(axes: (0, 0))
    }
    $0.refuse("diagonal: the axes must differ, got (1, -1)") {
      _ = NDArray.zeros([2, 3]).diagonal(axes: (1, -1))
    }
    $0.refuse("slidingWindows: a window of 4 does not fit an axis of 3") {
      _ = NDArray.zeros([2, 3]).slidingWindows(of: 4)
    }
    $0.refuse("slidingWindows: 1 sizes for 2 axes; give one for each") {
      _ = NDArray.zeros([2, 3]).slidingWindows(of: [1])
    }
    $0.refuse("expandedDimensions: axis 3 is out of bounds for array of dimension 3") {
      _ = NDArray.zeros([2]).expandedDimensions(axes: [0, 3])
    }
    $0.refuse("expandedDimensions: repeated axis in [0, -3]") {
      _ = NDArray.zeros([2]).expandedDimensions(axes: [0, -3])
    }
    $0.refuse("roll: as many shifts as axes are needed, got [1, 2] and [0]") {
      _ = NDArray.zeros([2, 3]).rolled(by: [1, 2], axes: [0])
    }
    $0.refuse("nonzero: not of an array of rank 0, use atLeast1D") { _ = NDArray(1).nonzero() }
    $0.refuse("pad: 1 pairs of widths for 2 axes") {
      _ = NDArray.zeros([2, 3]).padded([(1, 1)], mode: .edge)
    }
    $0.refuse("pad: index can't contain negative values, got (0, -1)") {
      _ = NDArray.zeros([2]).padded([(0, -1)], mode: .edge)
    }
    $0.refuse("pad: can't extend empty axis 0 from its own elements") {
      _ = NDArray.zeros([0]).padded([(1, 0)], mode: .wrap)
    }
    $0.refuse("repeat: 2 counts for an axis of 3") {
      _ = NDArray.zeros([3]).repeated([1, 2], axis: 0)
    }
    $0.refuse("repeat: repeats may not contain negative values") {
      _ = NDArray.zeros([2]).repeated([1, -2], axis: 0)
    }
    $0.refuse("split: the number of parts must be larger than 0, got 0") {
      _ = NDArray.zeros([3]).split(parts: 0)
    }
    $0.refuse("split: array split does not result in an equal division: 3 into 2") {
      _ = NDArray.zeros([3]).split(parts: 2)
    }
    $0.refuse("arraySplit: the number of parts must be larger than 0, got 0") {
      _ = NDArray.zeros([3]).arraySplit(parts: 0)
    }
    $0.refuse("insert: index 4 is out of bounds for axis 0 with size 3") {
      _ = NDArray.zeros([3]).inserting(NDArray(1.0), at: 4, axis: 0)
    }
    $0.refuse("insert: index -4 is out of bounds for axis 0 with size 3") {
      _ = NDArray.zeros([3]).inserting(NDArray(1.0), at: [0, -4], axis: 0)
    }
    $0.refuse("trimZeros: needs a one-dimensional array, got shape (2,3)") {
      _ = NDArray.zeros([2, 3]).trimmedZeros()
    }
    $0.refuse("minimum.accumulate: cannot accumulate on a scalar") {
      _ = NDArray(1.0).cumulativeMin()
    }
    $0.refuse("minimum.accumulate: axis 1 is out of bounds for array of dimension 1") {
      _ = NDArray.zeros([2]).cumulativeMin(axis: 1)
    }
    $0.refuse("diff: requires input that is at least one dimensional") { _ = NDArray(1.0).diff() }
    $0.refuse("average: shape of weights (2,) must match shape (3,)") {
      _ = NDArray.zeros([3]).average(weights: NDArray.ones([2]))
    }
  }
}
