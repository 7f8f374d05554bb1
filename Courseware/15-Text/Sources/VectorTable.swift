import CourseKit
import NDArray

/// Rows of Float on bare memory, for millions of small steps: one row more or less of NDArray would cost more than the arithmetic.
public final class VectorTable {
  /// The number of rows.
  public let count: Int
  /// The length of a row, a multiple of 8.
  public let width: Int
  private let memory: UnsafeMutablePointer<Float>

  /// A table of `values`, (rows, width).
  public init(_ values: NDArray<Float>) {
    (count, width) = (values.shape[0], values.shape[1])
    precondition(width % 8 == 0, "VectorTable: the width must be a multiple of 8, got \(width)")
    memory = UnsafeMutablePointer<Float>.allocate(capacity: count * width)
    memory.initialize(from: values.elements, count: count * width)
  }

  deinit { memory.deallocate() }

  /// The rows as an array.
  public var array: NDArray<Float> {
    NDArray(UnsafeBufferPointer(start: memory, count: count * width), shape: [count, width])
  }

  /// Makes a row zero.
  public func clear(_ row: Int) { (memory + row * width).update(repeating: 0, count: width) }

  /// The product of a row with a row of `other`.
  public func dot(_ row: Int, _ other: VectorTable, _ otherRow: Int) -> Float {
    let a = UnsafeRawPointer(memory + row * width)
    let b = UnsafeRawPointer(other.memory + otherRow * width)
    var sum = SIMD8<Float>(repeating: 0)
    for offset in stride(from: 0, to: 4 * width, by: 32) {
      sum +=
        a.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
        * b.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
    }
    return sum.sum()
  }

  /// Adds `factor` times a row of `other` to a row.
  public func add(_ factor: Float, _ other: VectorTable, _ otherRow: Int, to row: Int) {
    let a = UnsafeMutableRawPointer(memory + row * width)
    let b = UnsafeRawPointer(other.memory + otherRow * width)
    for offset in stride(from: 0, to: 4 * width, by: 32) {
      let sum =
        a.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
        + factor * b.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
      a.storeBytes(of: sum, toByteOffset: offset, as: SIMD8<Float>.self)
    }
  }
}
