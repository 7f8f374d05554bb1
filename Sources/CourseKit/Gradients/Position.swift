/// The index of the element at `place` in C order.
package func position(of place: Int, in shape: [Int]) -> [Int] {
  var (rest, index) = (place, shape)
  for axis in shape.indices.reversed() {
    index[axis] = rest % shape[axis]
    rest /= shape[axis]
  }
  return index
}
