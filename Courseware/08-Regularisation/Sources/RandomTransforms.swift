import CourseKit
import NDArray

/// A change of a picture (C, H, W) that draws anew each time how strong it is.
public protocol PictureTransform: Sendable {
  func apply<Element: NDFloat>(
    _ picture: NDArray<Element>, using generator: inout Generator
  ) -> NDArray<Element>
}

/// Each flip with its own probability.
public struct RandomFlip: PictureTransform {
  public let horizontal, vertical: Double
  public init(horizontal: Double = 0.5, vertical: Double = 0) {
    (self.horizontal, self.vertical) = (horizontal, vertical)
  }

  public func apply<Element: NDFloat>(
    _ picture: NDArray<Element>, using generator: inout Generator
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    var picture = picture
    if generator.random() < horizontal { picture = flippedHorizontally(picture) }
    if generator.random() < vertical { picture = flippedVertically(picture) }
    return picture
    // STUB: // `generator.random()` is below p with the probability p.
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// torchvision's `ColorJitter`: brightness, contrast and saturation each times a factor from 1 − a ... 1 + a (never below 0), the hue turned by
/// −h ... h of the circle. Here in this order; torchvision shuffles the four.
public struct ColorJitter: PictureTransform {
  public let brightness, contrast, saturation, hue: Double
  public init(
    brightness: Double = 0, contrast: Double = 0, saturation: Double = 0, hue: Double = 0
  ) {
    (self.brightness, self.contrast) = (brightness, contrast)
    (self.saturation, self.hue) = (saturation, hue)
  }

  /// What is drawn for one picture.
  public struct Factors: Equatable, Sendable {
    public let brightness, contrast, saturation, hue: Double
  }

  /// Draws the four, in the order of their names above.
  public func draw(using generator: inout Generator) -> Factors {
    // BEGIN SOLUTION
    func factor(_ amount: Double) -> Double {
      generator.uniform(max(0, 1 - amount), 1 + amount)
    }
    return Factors(
      brightness: factor(brightness), contrast: factor(contrast), saturation: factor(saturation),
      hue: generator.uniform(-hue, hue))
    // STUB: // `generator.uniform(low, high)`
    // STUB: notImplemented()
    // END SOLUTION
  }

  public func apply<Element: NDFloat>(
    _ picture: NDArray<Element>, using generator: inout Generator
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    let factors = draw(using: &generator)
    let bright = withBrightness(picture, factors.brightness)
    let contrasted = withContrast(bright, factors.contrast)
    let saturated = withSaturation(contrasted, factors.saturation)
    return withHue(saturated, turnedBy: factors.hue)
    // STUB: // One after another, in the order of their names.
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// torchvision's `RandomAffine`: shear, then zoom, then a turn, all about the middle, then a shift.
public struct RandomAffine: PictureTransform {
  /// The largest turn, either way.
  public let degrees: Double
  /// The largest shift, as a part of the width and of the height.
  public let translate: (x: Double, y: Double)
  /// The least and the largest zoom.
  public let scale: (low: Double, high: Double)
  /// The ranges of both shears in degrees.
  public let shearX, shearY: (low: Double, high: Double)

  /// - Parameter shear: no number for none, one for −s ... s along x, two for s[0] ... s[1] along x, four for s[0] ... s[1] along x and
  ///   s[2] ... s[3] along y.
  public init(
    degrees: Double, translate: (Double, Double) = (0, 0), scale: (Double, Double) = (1, 1),
    shear: [Double] = []
  ) {
    self.degrees = degrees
    self.translate = translate
    self.scale = scale
    (shearX, shearY) = Self.ranges(shear)
  }

  /// The ranges of shear along x and along y that 0, 1, 2 or 4 numbers mean.
  public static func ranges(
    _ shear: [Double]
  ) -> (x: (low: Double, high: Double), y: (low: Double, high: Double)) {
    switch shear.count {
    // BEGIN SOLUTION
    case 0: return ((0, 0), (0, 0))
    case 1: return ((-shear[0], shear[0]), (0, 0))
    case 2: return ((shear[0], shear[1]), (0, 0))
    case 4: return ((shear[0], shear[1]), (shear[2], shear[3]))
    // STUB: case 0, 1, 2, 4: notImplemented()
    // END SOLUTION
    default: fatalError("RandomAffine: shear is 0, 1, 2 or 4 numbers, got \(shear)")
    }
  }

  /// Draws turn, shift along x and y, zoom, shear along x and y, in this order, for a picture of this size.
  public func draw(height: Int, width: Int, using generator: inout Generator) -> Homography {
    // BEGIN SOLUTION
    let turn = generator.uniform(-degrees, degrees)
    let (reachX, reachY) = (translate.x * Double(width), translate.y * Double(height))
    let shift = Homography.shift(
      x: generator.uniform(-reachX, reachX), y: generator.uniform(-reachY, reachY))
    let zoom = generator.uniform(scale.low, scale.high)
    let alongX = generator.uniform(shearX.low, shearX.high)
    let shear = Homography.shear(x: alongX, y: generator.uniform(shearY.low, shearY.high))
    return shift.after(.rotation(degrees: turn)).after(.zoom(zoom)).after(shear)
    // STUB: // Six calls of `generator.uniform(low, high)` in the order of the comment, and four maps put together by `after`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  public func apply<Element: NDFloat>(
    _ picture: NDArray<Element>, using generator: inout Generator
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    let (height, width) = (picture.shape[1], picture.shape[2])
    return warped(picture, by: draw(height: height, width: width, using: &generator))
    // END SOLUTION
  }
}

/// One transform after another.
public struct Composed: PictureTransform {
  public let transforms: [any PictureTransform]
  public init(_ transforms: any PictureTransform...) { self.transforms = transforms }

  public func apply<Element: NDFloat>(
    _ picture: NDArray<Element>, using generator: inout Generator
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    transforms.reduce(picture) { $1.apply($0, using: &generator) }
    // END SOLUTION
  }
}
