import CourseKit
import NDArray

/// The positions of `count` objects of each class, or of all there are where a class has fewer, drawn at random;
/// class after class.
///
/// With p = `generator.permutation(n)`, each class gives its first members in p.
public func fewOfEach(
  _ labels: NDArray<Int>, classes: Int, count: Int, using generator: inout Generator
) -> NDArray<Int> {
  let order = generator.permutation(labels.count)
  // labels[order].elements are the labels in that order; .indices.filter { … } finds a class,
  // .prefix(count) its first members.
  _ = order
  notImplemented()
}

/// The mean over the classes of the share of each that is found (recall). Where one class is most of the pictures,
/// the plain accuracy is that class's.
///
/// A class without pictures does not count.
public func balancedAccuracy(_ predicted: NDArray<Int>, _ labels: NDArray<Int>, classes: Int)
  -> Double
{
  // For each class that is there: of how many pictures of it is the prediction right? Two masks are joined
  // by `.&`.
  notImplemented()
}

/// Pictures (n, h, w) each put somewhere on a larger noisy sheet of `side` × `side` pixels: (n, 1, side, side).
///
/// The noise is normal; then the rows and then the columns at which the pictures begin are drawn.
public func scattered<Element: NDFloat>(
  _ pictures: NDArray<Element>, side: Int, noise: Double, using generator: inout Generator
) -> NDArray<Element> {
  let (n, h, w) = (pictures.shape[0], pictures.shape[1], pictures.shape[2])
  var sheets = (noise * generator.standardNormal([n, 1, side, side])).asType(Element.self)
  let rows: NDArray<Int> = generator.integers(0...(side - h), [n])
  let columns: NDArray<Int> = generator.integers(0...(side - w), [n])
  for i in 0..<n {
    let (y, x): (Int, Int) = (rows[i], columns[i])
    sheets[i, 0, y..<(y + h), x..<(x + w)] += pictures[i]
  }
  return sheets
}
