extension NDInteger {
  public static func _convert(
    from source: UnsafeRawPointer, of dtype: DType, _ loop: _Loop, _ out: UnsafeMutablePointer<Self>
  ) {
    switch dtype {
    case .bool: loop.map(source.assumingMemoryBound(to: Bool.self), out) { $0 ? 1 : 0 }
    case .int8: wrap(source, as: Int8.self, loop, out)
    case .int16: wrap(source, as: Int16.self, loop, out)
    case .int32: wrap(source, as: Int32.self, loop, out)
    case .int64: wrap(source, as: Int64.self, loop, out)
    case .uint8: wrap(source, as: UInt8.self, loop, out)
    case .uint16: wrap(source, as: UInt16.self, loop, out)
    case .uint32: wrap(source, as: UInt32.self, loop, out)
    case .uint64: wrap(source, as: UInt64.self, loop, out)
    case .float32: truncate(source, as: Float.self, loop, out)
    case .float64: truncate(source, as: Double.self, loop, out)
    }
  }

  /// Keeps the low bits.
  @inline(__always)
  private static func wrap<Source: FixedWidthInteger>(
    _ source: UnsafeRawPointer, as: Source.Type, _ loop: _Loop, _ out: UnsafeMutablePointer<Self>
  ) {
    loop.map(source.assumingMemoryBound(to: Source.self), out) { Self(truncatingIfNeeded: $0) }
  }

  /// Drops the fraction. A number that no 64-bit integer holds becomes the least one, as on x86,
  /// whose low bits are then kept; NumPy leaves these cases open.
  @inline(__always)
  private static func truncate<Source: BinaryFloatingPoint>(
    _ source: UnsafeRawPointer, as: Source.Type, _ loop: _Loop, _ out: UnsafeMutablePointer<Self>
  ) {
    loop.map(source.assumingMemoryBound(to: Source.self), out) { x in
      if x >= -0x1p63 && x < 0x1p63 {
        return Self(truncatingIfNeeded: Int64(x))
      }
      if x > 0 && x < 0x1p64 { return Self(truncatingIfNeeded: UInt64(x)) }
      return Self(truncatingIfNeeded: Int64.min)
    }
  }
}

extension NDFloat {
  public static func _convert(
    from source: UnsafeRawPointer, of dtype: DType, _ loop: _Loop, _ out: UnsafeMutablePointer<Self>
  ) {
    switch dtype {
    case .bool: loop.map(source.assumingMemoryBound(to: Bool.self), out) { $0 ? 1 : 0 }
    case .int8: round(source, as: Int8.self, loop, out)
    case .int16: round(source, as: Int16.self, loop, out)
    case .int32: round(source, as: Int32.self, loop, out)
    case .int64: round(source, as: Int64.self, loop, out)
    case .uint8: round(source, as: UInt8.self, loop, out)
    case .uint16: round(source, as: UInt16.self, loop, out)
    case .uint32: round(source, as: UInt32.self, loop, out)
    case .uint64: round(source, as: UInt64.self, loop, out)
    case .float32: loop.map(source.assumingMemoryBound(to: Float.self), out) { Self($0) }
    case .float64: loop.map(source.assumingMemoryBound(to: Double.self), out) { Self($0) }
    }
  }

  @inline(__always)
  private static func round<Source: FixedWidthInteger>(
    _ source: UnsafeRawPointer, as: Source.Type, _ loop: _Loop, _ out: UnsafeMutablePointer<Self>
  ) {
    loop.map(source.assumingMemoryBound(to: Source.self), out) { Self($0) }
  }
}

extension Bool {
  /// Whether the number differs from zero.
  public static func _convert(
    from source: UnsafeRawPointer, of dtype: DType, _ loop: _Loop, _ out: UnsafeMutablePointer<Bool>
  ) {
    switch dtype {
    case .bool: loop.map(source.assumingMemoryBound(to: Bool.self), out) { $0 }
    case .int8: test(source, as: Int8.self, loop, out)
    case .int16: test(source, as: Int16.self, loop, out)
    case .int32: test(source, as: Int32.self, loop, out)
    case .int64: test(source, as: Int64.self, loop, out)
    case .uint8: test(source, as: UInt8.self, loop, out)
    case .uint16: test(source, as: UInt16.self, loop, out)
    case .uint32: test(source, as: UInt32.self, loop, out)
    case .uint64: test(source, as: UInt64.self, loop, out)
    case .float32: test(source, as: Float.self, loop, out)
    case .float64: test(source, as: Double.self, loop, out)
    }
  }

  @inline(__always)
  private static func test<Source: Numeric>(
    _ source: UnsafeRawPointer, as: Source.Type, _ loop: _Loop, _ out: UnsafeMutablePointer<Bool>
  ) {
    loop.map(source.assumingMemoryBound(to: Source.self), out) { $0 != 0 }
  }
}
