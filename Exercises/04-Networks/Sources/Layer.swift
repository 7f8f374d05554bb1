import CourseKit
import NDArray

/// One brick of a network: any function of one array that can also send a gradient back.
///
/// Rows are objects throughout: an input has the shape (objects, features).
///
/// - `forward` computes the output and keeps (*caches*) what `backward` will need.
/// - `backward` takes $\partial L/\partial Y$, *adds* the gradient of each of its parameters to what they hold already
///   (`accumulate`), and returns $\partial L/\partial X$, which is the upstream gradient of the layer before.
///
/// Like every `Module` of CourseKit a layer is a class, because its cache and its gradients change while it is used; its parameters are found
/// among its properties, and `clearGradients()` makes their gradients zero.
public protocol Layer<Element>: Module {
  /// The output for the rows of `x`.
  func forward(_ x: NDArray<Element>) -> NDArray<Element>

  /// The gradient of the loss by the input of the last `forward`, from `dY`, the gradient by its
  /// output.
  func backward(_ dY: NDArray<Element>) -> NDArray<Element>
}
