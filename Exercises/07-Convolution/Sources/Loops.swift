import CourseKit
import NDArray

/// A kernel slides over one picture, $Y_{ij} = \sum_{u,v} K_{uv}\,X_{si+u,\,sj+v}$: at each place the products are added up.
///
/// - Parameters:
///   - kernel: (height, width).
///   - picture: (H, W).
public func slide<Element: NDFloat>(
  _ kernel: NDArray<Element>, over picture: NDArray<Element>, stride: Int = 1
) -> NDArray<Element> {
  let (height, width) = (kernel.shape[0], kernel.shape[1])
  let rows = outputExtent(picture.shape[0], window: height, stride: stride)
  let columns = outputExtent(picture.shape[1], window: width, stride: stride)
  // Two loops over the places (i, j); at each the kernel times the window of the picture there, added up.
  _ = (height, width, rows, columns)
  notImplemented()
}

/// The definition of a convolution layer, number by number:
///
/// $$Y_{noij} = b_o + \sum_c\sum_u\sum_v W_{ocuv}\,X_{n,\,c,\,si+u,\,sj+v}.$$
///
/// Seven loops. ``Conv2d`` computes the same as one matrix product.
///
/// - Parameters:
///   - x: (N, C, H, W), with its rim if it is to have one.
///   - w: (O, C, height, width).
///   - b: (O).
/// - Returns: (N, O, OH, OW).
public func convolutionByLoops<Element: NDFloat>(
  _ x: NDArray<Element>, _ w: NDArray<Element>, _ b: NDArray<Element>, stride: Int = 1
) -> NDArray<Element> {
  let (n, c, h, width) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let (o, kh, kw) = (w.shape[0], w.shape[2], w.shape[3])
  let oh = outputExtent(h, window: kh, stride: stride)
  let ow = outputExtent(width, window: kw, stride: stride)
  let (xs, ws, bs) = (x.elements, w.elements, b.elements)
  var ys: [Element] = []
  ys.reserveCapacity(n * o * oh * ow)
  for picture in 0..<n {
    for map in 0..<o {
      for i in 0..<oh {
        for j in 0..<ow {
          // The arrays are flat: X[n, c, y, x] is xs[((n * c + channel) * h + y) * width + x] with n = picture, and ws likewise.
          _ = (xs, ws, bs, picture, map, i, j, c)
          notImplemented()
        }
      }
    }
  }
  return NDArray(ys, shape: [n, o, oh, ow])
}
