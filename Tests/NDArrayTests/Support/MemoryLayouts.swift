import NDArray

/// The same array in memory of every kind: in C order, transposed, reversed, with gaps, and behind an
/// offset. Each is named, so that a failure tells which.
func everyLayout<E>(of array: NDArray<E>) -> [(name: String, array: NDArray<E>)] {
  [
    ("contiguous", array.copied()),
    ("transposed", array.T.copied().T),
    ("reversed", array.flipped().copied().flipped()),
    ("strided", stacked([array, array], axis: -1)[.ellipsis, 0]),
    ("offset", stacked([array, array])[1]),
  ]
}
