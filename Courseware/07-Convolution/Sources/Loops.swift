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
  // BEGIN SOLUTION
  var y = NDArray<Element>.zeros([rows, columns])
  for i in 0..<rows {
    for j in 0..<columns {
      let (top, left) = (i * stride, j * stride)
      let window = picture[top..<(top + height), left..<(left + width)]
      y[i, j] = (kernel * window).sum()
    }
  }
  return y
  // STUB: // Two loops over the places (i, j); at each the kernel times the window of the picture there, added up.
  // STUB: _ = (height, width, rows, columns)
  // STUB: notImplemented()
  // END SOLUTION
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
          // BEGIN SOLUTION
          var sum = bs[map]
          for channel in 0..<c {
            for u in 0..<kh {
              for v in 0..<kw {
                let pixel = ((picture * c + channel) * h + i * stride + u) * width + j * stride + v
                sum += ws[((map * c + channel) * kh + u) * kw + v] * xs[pixel]
              }
            }
          }
          ys.append(sum)
          // STUB: // The arrays are flat: X[n, c, y, x] is xs[((n * c + channel) * h + y) * width + x] with n = picture, and ws likewise.
          // STUB: _ = (xs, ws, bs, picture, map, i, j, c)
          // STUB: notImplemented()
          // END SOLUTION
        }
      }
    }
  }
  return NDArray(ys, shape: [n, o, oh, ow])
}
