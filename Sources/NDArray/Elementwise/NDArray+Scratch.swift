// Operations with a number whose result goes into the memory of the array if nobody else can see it: in `a * 2 + 1`
// the sum is written over the product. The array is consumed, so that what an expression has just computed arrives
// here with its only reference. (Two arrays are not consumed: for small ones the counting of references would cost
// more than the memory saved.)

extension NDArray {
  /// The result of a kernel on each element and one number, in the memory of the elements where that can be.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  static func combine(
    _ a: consuming NDArray, _ b: Element,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Element>
    ) -> Void
  ) -> NDArray {
    var x = a
    guard x.isScratch() else { return map(x, b, .light, kernel) }
    withUnsafePointer(to: b) { b in
      x.overwrite(_Loop(row: x.count, scalar: 1)) { loop, out in
        kernel(loop, UnsafePointer(out), b, out)
      }
    }
    return x
  }

  /// The result of a kernel on one number and each element, in the memory of the elements where that can be.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  static func combine(
    _ a: Element, _ b: consuming NDArray,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Element>
    ) -> Void
  ) -> NDArray {
    var y = b
    guard y.isScratch() else { return map(a, y, .light, kernel) }
    withUnsafePointer(to: a) { a in
      y.overwrite(_Loop(row: y.count, scalar: 0)) { loop, out in
        kernel(loop, a, UnsafePointer(out), out)
      }
    }
    return y
  }

  /// Whether nobody else refers to this array's memory, and a result of its shape fills it.
  private mutating func isScratch() -> Bool {
    isUnique() && storage.isPacked
      && storage.isFilled(by: count * MemoryLayout<Element>.stride)
  }

  /// Runs a kernel over the elements of a scratch array, in parts: with each, where it is to write.
  @inline(__always)
  private mutating func overwrite(
    _ loop: _Loop, _ kernel: (_Loop, UnsafeMutablePointer<Element>) -> Void
  ) {
    let out = storage.pointer(to: Element.self) + storage.offset
    loop.inParts(.light, of: Element.self) { kernel($0, out + $1[2]) }
    extendLifetime(storage)
  }
}
