import CKernels

// Copying does not look at values, so these kernels know only how wide an element is.

extension _Loop {
  /// Copies elements from the first operand to the second.
  @inline(never)
  func copy<Element>(
    _ source: UnsafePointer<Element>, _ out: UnsafeMutablePointer<Element>
  ) {
    inParts(.copy, of: Element.self) { $0.copyAlone(source + $1[0], out + $1[1]) }
  }

  /// The same on the calling thread.
  func copyAlone<Element>(
    _ source: UnsafePointer<Element>, _ out: UnsafeMutablePointer<Element>
  ) {
    let source = UnsafeRawPointer(source)
    let out = UnsafeMutableRawPointer(out)
    if row.count == 0 { return }
    if outer.isEmpty && rowStride(0) == 1 && rowStride(1) == 1 {
      out.copyMemory(from: source, byteCount: row.count * MemoryLayout<Element>.stride)
      return
    }
    withUnsafeTemporaryAllocation(of: ck_axis.self, capacity: outer.count + 1) { axes in
      for (i, axis) in outer.enumerated() { axes[i] = axis.copied }
      axes[outer.count] = row.copied
      let rank = ck_plan(axes.baseAddress, axes.count)
      ck_copy(Int32(MemoryLayout<Element>.stride), axes.baseAddress, rank, source, out)
    }
  }

  /// Takes from the second operand where the first is true, else from the third.
  @inline(never)
  func select<Element>(
    _ mask: UnsafePointer<Bool>, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>,
    _ out: UnsafeMutablePointer<Element>
  ) {
    let a = UnsafeRawPointer(a)
    let b = UnsafeRawPointer(b)
    let out = UnsafeMutableRawPointer(out)
    switch MemoryLayout<Element>.stride {
    case 1: select(mask, a, b, out, words: UInt8.self)
    case 2: select(mask, a, b, out, words: UInt16.self)
    case 4: select(mask, a, b, out, words: UInt32.self)
    default: select(mask, a, b, out, words: UInt64.self)
    }
  }

  @inline(__always)
  private func select<Word: FixedWidthInteger>(
    _ mask: UnsafePointer<Bool>, _ a: UnsafeRawPointer, _ b: UnsafeRawPointer,
    _ out: UnsafeMutableRawPointer, words: Word.Type
  ) {
    let a = a.assumingMemoryBound(to: Word.self)
    let b = b.assumingMemoryBound(to: Word.self)
    let out = out.assumingMemoryBound(to: Word.self)
    let (sm, sa, sb, so) = (rowStride(0), rowStride(1), rowStride(2), rowStride(3))
    let isVector =
      sm == 1 && so == 1 && UInt(bitPattern: sa) <= 1 && UInt(bitPattern: sb) <= 1
    if isVector && MemoryLayout<Word>.size >= 4 {
      return forEachRow { offsets, count in
        VectorRows.select(
          mask + offsets[0], a + offsets[1], sa, b + offsets[2], sb, out + offsets[3], count)
      }
    }
    forEachRow { offsets, count in
      let mask = mask + offsets[0]
      let a = a + offsets[1]
      let b = b + offsets[2]
      let out = out + offsets[3]
      for i in 0..<count {
        // Both are read, so that the choice needs no branch.
        let (x, y) = (a[i &* sa], b[i &* sb])
        out[i &* so] = mask[i &* sm] ? x : y
      }
    }
  }
}

// MARK: - Single elements at a list of offsets

extension IndexPlan.Gather {
  /// `out[i] = source[offsets[i]]`
  func take<Element>(from source: UnsafePointer<Element>, to out: UnsafeMutablePointer<Element>) {
    let size = Int32(MemoryLayout<Element>.stride)
    let work = offsets.count * MemoryLayout<Element>.stride * _Loop.Cost.heavy.rawValue
    offsets.withPointer { offsets in
      Parts.forEach(of: self.offsets.count, unit: 64, work: work) { part in
        let first = part.lowerBound
        ck_take(size, source, i64(offsets + first), out + first, part.count)
      }
    }
  }

  /// `out[offsets[i]] = values[i * step]`; where an offset comes twice, the last value stays.
  func put<Element>(
    _ values: UnsafePointer<Element>, step: Int, to out: UnsafeMutablePointer<Element>
  ) {
    let size = Int32(MemoryLayout<Element>.stride)
    offsets.withPointer { ck_put(size, values, step, i64($0), out, offsets.count) }
  }
}

extension _Loop.Axis {
  fileprivate var copied: ck_axis { ck_axis(count: count, from: steps[0], to: steps[1]) }
}

extension UnsafeMutablePointer {
  /// Writes one value `count` times.
  func fill(with value: Pointee, count: Int) {
    let size = MemoryLayout<Pointee>.stride
    withUnsafePointer(to: value) { value in
      Parts.forEach(of: count, unit: 64, work: count * size) {
        ck_fill(Int32(size), value, self + $0.lowerBound, $0.count)
      }
    }
  }
}
