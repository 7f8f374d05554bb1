import CKernels

extension _Loop {
  /// Converts elements of the first operand to those of the second: integers keep their low bits, a truth value is
  /// whether the number differs from zero, and the fraction of a float is dropped. A float that no 64-bit integer
  /// holds becomes the least one, as on x86, whose low bits are then kept; NumPy leaves these cases open.
  func convert(
    _ source: UnsafeRawPointer, of type: DType, to other: DType, _ out: UnsafeMutableRawPointer
  ) {
    let (from, to) = (type.kernelType, other.kernelType)
    let (size, otherSize) = (type.itemSize, other.itemSize)
    let (sa, so) = (rowStride(0), rowStride(1))
    forEachRow { offsets, count in
      let (a, out) = (source + offsets[0] &* size, out + offsets[1] &* otherSize)
      if sa == 1 && so == 1 { return ck_convert(from, to, a, out, count) }
      // Rows that are not contiguous pass through blocks that are.
      let width = 256
      withUnsafeTemporaryAllocation(byteCount: 16 * width, alignment: 64) { buffer in
        let (read, written) = (buffer.baseAddress!, buffer.baseAddress! + 8 * width)
        for start in stride(from: 0, to: count, by: width) {
          let length = Swift.min(width, count - start)
          var axis = ck_axis(count: length, from: sa, to: 1)
          ck_copy(Int32(size), &axis, 1, a + start &* sa &* size, read)
          ck_convert(from, to, read, written, length)
          axis = ck_axis(count: length, from: 1, to: so)
          ck_copy(Int32(otherSize), &axis, 1, written, out + start &* so &* otherSize)
        }
      }
    }
  }
}

extension DType {
  /// The type by the name the kernels know it.
  @inline(__always)
  var kernelType: ck_type {
    switch self {
    case .bool: CK_BOOL
    case .int8: CK_I8
    case .int16: CK_I16
    case .int32: CK_I32
    case .int64: CK_I64
    case .uint8: CK_U8
    case .uint16: CK_U16
    case .uint32: CK_U32
    case .uint64: CK_U64
    case .float32: CK_F32
    case .float64: CK_F64
    }
  }
}
