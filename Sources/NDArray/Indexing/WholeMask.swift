import CKernels

// A mask over a whole array that lies in C order needs no list of positions.

extension NDArray {
  /// The mask, where it is the only index, has this array's shape, and both lie in C order.
  func wholeMask(_ indices: [any NDIndex]) -> NDArray<Bool>? {
    guard indices.count == 1, MemoryLayout<Element>.size >= 4,
      case .mask(let mask) = indices[0]._item,
      mask.layout.shape == layout.shape, mask.isContiguous, isContiguous
    else { return nil }
    return mask
  }

  /// The elements where `mask` is true, one after another.
  func compressed(by mask: NDArray<Bool>) -> NDArray {
    defer {
      extendLifetime(self)
      extendLifetime(mask)
    }
    let total = ck_count(mask.pointer, count)
    let result = Storage.make(of: Element.self, count: total + 64 / MemoryLayout<Element>.size)
    let (source, out) = (UnsafeRawPointer(pointer), result.base)
    if MemoryLayout<Element>.size == 8 {
      _ = ck_w64_compress(
        mask.pointer, source.assumingMemoryBound(to: UInt64.self),
        out.assumingMemoryBound(to: UInt64.self), count)
    } else {
      _ = ck_w32_compress(
        mask.pointer, source.assumingMemoryBound(to: UInt32.self),
        out.assumingMemoryBound(to: UInt32.self), count)
    }
    return NDArray(storage: result, layout: Layout(contiguous: [total]))
  }

  /// Sets the elements where `mask` is true to one value.
  mutating func fill(_ mask: NDArray<Bool>, with value: Element) {
    let count = count
    withMutablePointer { out in
      mask.withPointer { mask in
        withUnsafePointer(to: value) {
          VectorRows.select(mask, $0, 0, UnsafePointer(out), 1, out, count)
        }
      }
    }
  }
}
