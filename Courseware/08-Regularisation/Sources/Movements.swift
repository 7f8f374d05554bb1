import CourseKit
import NDArray

// The lecture's movements of a picture, (C, H, W).

/// Left and right exchanged.
public func flippedHorizontally<Element>(_ picture: NDArray<Element>) -> NDArray<Element> {
  // BEGIN SOLUTION
  picture.flipped(axes: [2])
  // END SOLUTION
}

/// Top and bottom exchanged.
public func flippedVertically<Element>(_ picture: NDArray<Element>) -> NDArray<Element> {
  // BEGIN SOLUTION
  picture.flipped(axes: [1])
  // END SOLUTION
}

/// Turned clockwise about the middle.
public func rotated<Element: NDFloat>(
  _ picture: NDArray<Element>, degrees: Double, fill: Element = 0
) -> NDArray<Element> {
  // BEGIN SOLUTION
  warped(picture, by: .rotation(degrees: degrees), fill: fill)
  // END SOLUTION
}

/// Larger (`factor` > 1) or smaller about the middle.
public func zoomed<Element: NDFloat>(
  _ picture: NDArray<Element>, by factor: Double, fill: Element = 0
) -> NDArray<Element> {
  // BEGIN SOLUTION
  warped(picture, by: .zoom(factor), fill: fill)
  // END SOLUTION
}

/// Moved by `x` pixels to the right and `y` down.
public func shifted<Element: NDFloat>(
  _ picture: NDArray<Element>, x: Double, y: Double, fill: Element = 0
) -> NDArray<Element> {
  // BEGIN SOLUTION
  warped(picture, by: .shift(x: x, y: y), fill: fill)
  // END SOLUTION
}

/// Pushed aslant by angles in degrees, the middle stays.
public func sheared<Element: NDFloat>(
  _ picture: NDArray<Element>, x: Double, y: Double = 0, fill: Element = 0
) -> NDArray<Element> {
  // BEGIN SOLUTION
  warped(picture, by: .shear(x: x, y: y), fill: fill)
  // END SOLUTION
}
