import CourseKit
import NDArray
import Networks

/// Finds a kernel from pictures and what it made of them, by gradient descent on $\frac12\sum(\hat Y - Y)^2$, from a kernel of zeros.
///
/// - Parameters:
///   - input: (N, 1, H, W).
///   - output: (N, 1, OH, OW); its size tells the kernel's.
/// - Returns: the kernel (height, width), and the loss before each step.
public func learnKernel(
  from input: NDArray<Double>, to output: NDArray<Double>, rate: Double, steps: Int
) -> (kernel: NDArray<Double>, losses: [Double]) {
  let height = input.shape[2] - output.shape[2] + 1
  let width = input.shape[3] - output.shape[3] + 1
  let layer = Conv2d<Double>(weight: .zeros([1, 1, height, width]), bias: nil)
  // Each step: clear, forward, append the loss, backward (what is the gradient of half a square?), unit 04's descend. The kernel
  // is layer.weight.value[0, 0] in the end.
  _ = layer
  notImplemented()
}
