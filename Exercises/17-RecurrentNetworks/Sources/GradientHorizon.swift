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
  // dY is zero but for its last step, `dY[-1] = dLast`. After `backward`, `layer.stateGradients` holds the gradient by h of each
  // step; divide their lengths by that of the last.
  notImplemented()
}

/// A random rotation times `scale`, (width, width): it makes every vector `scale` times as long, whatever its direction.
///
/// A recurrent matrix that begins so neither forgets nor explodes by itself (the lecture: "better initialise the recurrent matrix").
public func rotation<Element: NDFloat>(
  _ width: Int, scale: Double = 1, using generator: inout Generator
) -> NDArray<Element> {
  let normal = generator.standardNormal([width, width])
  // Linalg.qr(a) gives (q, r), where q is such a rotation (or a reflection).
  _ = normal
  notImplemented()
}
