import CourseKit
import NDArray
import Networks

/// The convolution layer: each of its kernels slides over the pictures and draws a map of where it found what it looks for.
///
/// Pictures are (N, C, H, W): picture, channel, row, column. Kernels are (O, C/groups, height, width). As in every library of
/// networks the kernel is *not* turned around, which mathematics calls a cross-correlation.
///
/// All windows of all pictures, written below one another as columns, make one matrix, and the layer becomes one matrix product (`im2col`).
/// With `groups` the channels are parted into so many groups, each with kernels of its own; as many groups as channels is
/// a depthwise convolution.
public final class Conv2d<Element: NDFloat>: Layer {
  /// `W`, (O, C/groups, height, width).
  public let weight: Parameter<Element>
  /// `b`, one number for each map (O), or none.
  public let bias: Parameter<Element>?
  /// By how many pixels a kernel moves on.
  public let stride: Int
  /// What is put around the pictures.
  public let padding: Padding
  /// Into how many groups the channels are parted.
  public let groups: Int

  /// The cache: the windows of the last `forward` as columns, (groups, C/groups · height · width, N · OH · OW), and the shape of
  /// the pictures with their rim.
  private var cache: (columns: NDArray<Element>, padded: [Int])?

  /// A layer with the given `weight` (O, C/groups, height, width) and `bias` (O).
  public init(
    weight: NDArray<Element>, bias: NDArray<Element>?, stride: Int = 1, padding: Padding = .none,
    groups: Int = 1
  ) {
    let fits = weight.rank == 4 && stride > 0 && groups > 0 && weight.shape[0] % groups == 0
    if !fits || bias.map({ $0.shape != [weight.shape[0]] }) ?? false {
      fatalError(
        "Conv2d: weight \(weight.shape), bias \(bias?.shape ?? []), stride \(stride) and "
          + "\(groups) groups do not fit together")
    }
    self.weight = Parameter("W", weight)
    self.bias = bias.map { Parameter("b", $0) }
    (self.stride, self.padding, self.groups) = (stride, padding, groups)
  }

  /// A layer from `inputs` channels to `outputs` maps with square kernels drawn by `initialiser` and, unless `bias` is
  /// false, a bias of zeros.
  ///
  /// An output sees C/groups · kernel² inputs, so that is the number that He's and Xavier's rules divide by.
  public convenience init(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Padding = .none,
    groups: Int = 1, bias: Bool = true, _ initialiser: Initialiser = .he,
    using generator: inout Generator
  ) {
    if inputs % groups != 0 || outputs % groups != 0 {
      fatalError("Conv2d: \(inputs) and \(outputs) channels cannot be parted into \(groups) groups")
    }
    let shape = [outputs, inputs / groups, kernel, kernel]
    let (fanIn, fanOut) = Self.fans(inputs, outputs, kernel: kernel, groups: groups)
    let weight = generator.standardNormal(shape) * initialiser.deviation(fanIn, fanOut)
    self.init(
      weight: weight.asType(Element.self), bias: bias ? NDArray<Element>.zeros([outputs]) : nil,
      stride: stride, padding: padding, groups: groups)
  }

  /// How many inputs one output sees, and on how many outputs one input acts, away from the rim.
  private static func fans(
    _ inputs: Int, _ outputs: Int, kernel: Int, groups: Int
  ) -> (fanIn: Int, fanOut: Int) {
    notImplemented()
  }

  private var outputs: Int { weight.value.shape[0] }
  private var height: Int { weight.value.shape[2] }
  private var width: Int { weight.value.shape[3] }

  /// The kernels as rows of matrices, one matrix a group: (groups, O/groups, C/groups · height · width).
  private var rows: NDArray<Element> { weight.value.reshaped([groups, outputs / groups, -1]) }

  /// `x` (N, C, H, W) → (N, O, OH, OW), $OH = \lfloor(H + 2p - k)/s\rfloor + 1$.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    if x.rank != 4 || x.shape[1] != groups * weight.value.shape[1] {
      fatalError(
        "Conv2d: the pictures have the shape \(x.shape), but W is \(weight.value.shape) with "
          + "\(groups) groups: (N, \(groups * weight.value.shape[1]), H, W) is needed")
    }
    let n = x.shape[0]
    // 1. padding.padded(x), and windows(of:_:_:stride:) of it, (N, C, OH, OW, height, width).
    // 2. Its axes in the order C, height, width, N, OH, OW, reshaped to (groups, -1, N · OH · OW): a window a column.
    // 3. rows.matmul(columns), reshaped to (O, N, OH, OW); plus b; the first two axes exchanged.
    // Keep the columns and the padded shape in `cache`.
    _ = n
    notImplemented()
  }

  /// With the columns $X$ and $dY$ as a matrix (O, N·OH·OW): $dW = dY\,X^T$, $db = \sum dY$ over pictures, rows and columns,
  /// $dX = W^T dY$, each window's part added to the pixels that it saw.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    let dMaps = asRows(dY)
    accumulate(dMaps)
    return inputGradient(dMaps)
  }

  /// The first layer's backward pass: its parameters' gradients alone, for nobody needs a gradient by the pictures.
  public func backwardOfParameters(_ dY: NDArray<Element>) {
    accumulate(asRows(dY))
  }

  /// (N, O, OH, OW) → (groups, O/groups, N · OH · OW)
  private func asRows(_ dY: NDArray<Element>) -> NDArray<Element> {
    // The maps first, as the rows of a matrix for each group; forward's last two steps the other way.
    notImplemented()
  }

  private func accumulate(_ dMaps: NDArray<Element>) {
    guard let cache else { fatalError("Conv2d.backward: no forward pass came before") }
    // weight.accumulate(…) a product with cache.columns transposed, in the shape of W; bias?.accumulate(…) the sum of each map.
    _ = cache
    notImplemented()
  }

  private func inputGradient(_ dMaps: NDArray<Element>) -> NDArray<Element> {
    guard let cache else { fatalError("Conv2d.backward: no forward pass came before") }
    let (n, c) = (cache.padded[0], cache.padded[1])
    let oh = outputExtent(cache.padded[2], window: height, stride: stride)
    let ow = outputExtent(cache.padded[3], window: width, stride: stride)
    // The transposed rows times dMaps are the columns' gradient. Make windows (N, C, OH, OW, height, width) of them, add those
    // into pictures of the shape cache.padded, and take the rim off with padding.backward.
    _ = (n, c, oh, ow)
    notImplemented()
  }
}
