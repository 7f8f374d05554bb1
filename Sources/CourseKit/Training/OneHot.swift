import NDArray

/// One row for each label with 1 at the label's place and 0 elsewhere, shape [labels, classes].
///
/// Traps when a label is not in 0 ..< `classes`.
public func oneHot(_ labels: NDArray<Int>, classes: Int) -> NDArray<Double> {
  require(labels.rank == 1, "oneHot: labels must have one axis, got shape \(labels.shape)")
  var rows = NDArray.zeros([labels.count, classes])
  for (row, label) in labels.elements.enumerated() {
    require(
      (0..<classes).contains(label), "oneHot: label \(label) at \(row) is not in 0 ..< \(classes)")
    rows[row, label] = 1
  }
  return rows
}
