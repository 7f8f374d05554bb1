import CourseKit
import NDArray

/// How much of the gradient of the *last* step reaches each step before it: $\lVert\partial L/\partial h_t\rVert$ (the length of the numbers of all objects
/// together) for t from the last step back to the first, as a share of the last one.
///
/// - Parameters:
///   - x: (steps, objects, inputs).
///   - dLast: the gradient by the last output, (objects, width).
/// - Returns: steps numbers, the first is 1.
public func gradientHorizon<Element: NDFloat>(
  _ layer: RecurrentLayer<Element>, _ x: NDArray<Element>, dLast: NDArray<Element>
) -> [Double] {
  // BEGIN SOLUTION
  let (outputs, _) = layer.forward(x)
  var dY = NDArray<Element>.zeros(outputs.shape)
  dY[-1] = dLast
  _ = layer.backward(dY)
  let norms = layer.stateGradients.reversed().map { Double(square($0).sum()).squareRoot() }
  return norms.map { $0 / norms[0] }
  // STUB: // dY is zero but for its last step, `dY[-1] = dLast`. After `backward`, `layer.stateGradients` holds the gradient by h of each
  // STUB: // step; divide their lengths by that of the last.
  // STUB: notImplemented()
  // END SOLUTION
}

/// A random rotation times `scale`, (width, width): it makes every vector `scale` times as long, whatever its direction.
///
/// A recurrent matrix that begins so neither forgets nor explodes by itself (the lecture: "better initialise the recurrent matrix").
public func rotation<Element: NDFloat>(
  _ width: Int, scale: Double = 1, using generator: inout Generator
) -> NDArray<Element> {
  let normal = generator.standardNormal([width, width])
  // BEGIN SOLUTION
  let (q, _) = Linalg.qr(normal)
  return (scale * q).asType(Element.self)
  // STUB: // Linalg.qr(a) gives (q, r), where q is such a rotation (or a reflection).
  // STUB: _ = normal
  // STUB: notImplemented()
  // END SOLUTION
}
