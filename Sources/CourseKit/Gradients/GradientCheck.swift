import NDArray

/// Compares the gradient of a number, such as a loss, with centred differences.
///
/// ```swift
/// print(checkGradient(named: "dW", dW, at: W) { loss(x, $0) })
/// ```
///
/// The step is h = 1e-5 · max(1, |x|), taken at h and at h / 2. A place where the two disagree, or where the
/// slopes to the left and to the right do, is a kink (ReLU at 0) and is left out. Elsewhere the gradient a
/// agrees with the difference n when |a − n| ≤ 1e-8 + 1e-6 · max(|a|, |n|), 1e-4 once a kink was met, plus what
/// rounding in the function itself can do to n. Up to 500 elements are all checked; of more, one
/// from each of 500 equal stretches, and then all of a stretch together, moved up and down at random: where these do not add up,
/// each of them. So one wrong element in ten thousand is found.
///
/// - Parameters:
///   - name: what messages call the gradient.
///   - gradient: the gradient under check; the same shape as `point` is expected.
///   - point: where it was taken.
///   - sizes: how many objects, classes and so on there are, where the shape of `point` does not tell: a factor of
///     that size is told as a mean that is missing.
///   - function: the number as a function of the array, the same each time. Called four times an element, and four times a stretch.
public func checkGradient(
  named name: String, _ gradient: NDArray<Double>, at point: NDArray<Double>, sizes: [Int] = [],
  of function: (NDArray<Double>) -> Double
) -> GradientReport {
  let upstream = NDArray(1.0)
  let differences = CentredDifferences(at: point, upstream: upstream, judging: gradient) {
    NDArray(function($0))
  }
  return GradientReport(name: name, gradient: gradient, differences: differences, sizes: sizes)
}

/// Compares what a backward pass returns for a random upstream gradient with centred differences of the
/// forward pass.
///
/// ```swift
/// let report = checkGradient(named: "dX", at: x) {
///   layer.forward($0)
/// } backward: { dY in
///   layer.backward(dY)
/// }
/// ```
///
/// `forward` is called at `point`, then `backward` once with dY, standard normal from `seed`, so a layer
/// that keeps what backward needs finds it. Before that `forward` is called at another point, the same numbers one place
/// on, so that a layer which keeps the first input for good gives a wrong gradient. What is compared is the gradient of
/// Σ dY · forward(x); for step sizes and tolerances see the other form.
///
/// - Parameters:
///   - point: the input or the parameter that the gradient is taken of.
///   - forward: the output as a function of `point` alone, of one shape, the same each time.
///   - backward: the gradient at `point`, given the gradient of the output, which has the output's shape.
public func checkGradient(
  named name: String, at point: NDArray<Double>, sizes: [Int] = [], seed: Int = 0,
  forward: (NDArray<Double>) -> NDArray<Double>,
  backward: (_ upstream: NDArray<Double>) -> NDArray<Double>
) -> GradientReport {
  var generator = Generator(seed: seed)
  let values = point.elements
  let earlier = NDArray(Array(values.dropFirst() + values.prefix(1)), shape: point.shape)
  _ = forward(earlier)
  let upstream = generator.standardNormal(forward(point).shape)
  let gradient = backward(upstream)
  let differences = CentredDifferences(
    at: point, upstream: upstream, judging: gradient, of: forward)
  return GradientReport(
    name: name, gradient: gradient, differences: differences, sizes: sizes,
    earlier: { CentredDifferences(at: earlier, upstream: upstream, of: forward) })
}
