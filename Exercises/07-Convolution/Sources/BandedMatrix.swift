import CourseKit
import NDArray

/// The matrix M for which $\operatorname{vec}(Y) = M\operatorname{vec}(X)$ when `kernel` slides over pictures of height × width:
/// (OH·OW, height·width).
///
/// A convolution is a linear layer whose matrix is nearly empty (each output sees one window) and says the same numbers in each row, moved
/// on (all outputs share one kernel).
public func bandedMatrix<Element: NDFloat>(
  of kernel: NDArray<Element>, height: Int, width: Int
) -> NDArray<Element> {
  let (kh, kw) = (kernel.shape[0], kernel.shape[1])
  let (oh, ow) = (outputExtent(height, window: kh), outputExtent(width, window: kw))
  // Row i·ow + j belongs to the output (i, j), column y·width + x to the pixel (y, x). Which pixels does the output see, and
  // where do rows of the kernel stand in its row?
  _ = (oh, ow)
  notImplemented()
}
