import CourseKit
import NDArray

// The lecture's movements of a picture, (C, H, W).

/// Left and right exchanged.
public func flippedHorizontally<Element>(_ picture: NDArray<Element>) -> NDArray<Element> {
  notImplemented()
}

/// Top and bottom exchanged.
public func flippedVertically<Element>(_ picture: NDArray<Element>) -> NDArray<Element> {
  notImplemented()
}

/// Turned clockwise about the middle.
public func rotated<Element: NDFloat>(
  _ picture: NDArray<Element>, degrees: Double, fill: Element = 0
) -> NDArray<Element> {
  notImplemented()
}

/// Larger (`factor` > 1) or smaller about the middle.
public func zoomed<Element: NDFloat>(
  _ picture: NDArray<Element>, by factor: Double, fill: Element = 0
) -> NDArray<Element> {
  notImplemented()
}

/// Moved by `x` pixels to the right and `y` down.
public func shifted<Element: NDFloat>(
  _ picture: NDArray<Element>, x: Double, y: Double, fill: Element = 0
) -> NDArray<Element> {
  notImplemented()
}

/// Pushed aslant by angles in degrees, the middle stays.
public func sheared<Element: NDFloat>(
  _ picture: NDArray<Element>, x: Double, y: Double = 0, fill: Element = 0
) -> NDArray<Element> {
  notImplemented()
}
