import CKernels

// Reductions by the kernels of CKernels, which take planes of contiguous rows. The kernels are told the type of the
// elements, so that what goes through the planes counts in bytes and is compiled once, not for each type.

extension _Loop {
  /// Whether the rows of the operand are contiguous, and fold into one element each or into a row.
  private var hasFoldedRows: Bool {
    row.steps[0] == 1 && (row.steps[1] == 0 || row.steps[1] == 1)
  }

  /// Folds every element of `a` into its place in `out`; false, and nothing is done, where rows are not
  /// contiguous. The centres of a sum of squares lie as `out` does.
  func fold<T: NDScalar, R: NDScalar>(
    _ fold: ck_fold, _ a: UnsafePointer<T>, centres: UnsafePointer<R>? = nil,
    _ out: UnsafeMutablePointer<R>
  ) -> Bool {
    guard hasFoldedRows else { return false }
    foldPlanes(fold, a, of: T.kernelElement, centres, out, of: R.kernelElement)
    return true
  }

  private func foldPlanes(
    _ fold: ck_fold, _ a: UnsafeRawPointer, of operand: KernelElement, _ centres: UnsafeRawPointer?,
    _ out: UnsafeMutableRawPointer, of result: KernelElement
  ) {
    let intoOne = rowStride(1) == 0
    forEachPlane(of: operand) { offsets, count, rows in
      let (a, out) = (a + offsets[0] &* operand.size, out + offsets[1] &* result.size)
      let centres = centres.map { $0 + offsets[1] &* result.size }
      let (stride, step) = (rows.steps[0], rows.steps[1])
      let work = rows.count &* count &* operand.size &* Cost.fold.rawValue
      if intoOne && count > LongRow.leaf {
        let row = LongRow(count: count)
        for i in 0..<rows.count {
          let place = i &* step &* result.size
          row.fold(
            fold, a + i &* stride &* operand.size, of: operand, centre: centres.map { $0 + place },
            out + place, of: result)
        }
      } else if intoOne {
        Parts.forEach(of: rows.count, unit: step == 0 ? rows.count : 8, work: work) { part in
          let first = part.lowerBound &* stride &* operand.size
          let place = part.lowerBound &* step &* result.size
          ck_fold_rows(
            operand.type, fold, a + first, stride, part.count, count, centres.map { $0 + place },
            out + place, step)
        }
      } else {
        Parts.forEach(of: count, unit: 256, work: work) { part in
          let place = part.lowerBound &* result.size
          ck_fold_columns(
            operand.type, fold, a + part.lowerBound &* operand.size, stride, rows.count, part.count,
            centres.map { $0 + place }, out + place)
        }
      }
    }
  }

  /// Writes for every element of the loop the place of the extremum among `count` that begin there and
  /// are `stride` apart; false, and nothing is done, where no rows are contiguous.
  func place<T: NDScalar>(
    _ op: _Extremum, count: Int, stride: Int, _ a: UnsafePointer<T>,
    _ out: UnsafeMutablePointer<Int>
  ) -> Bool {
    let fold = op == .maximum ? CK_LARGEST : CK_SMALLEST
    guard stride == 1 || rowStride(0) == 1 && rowStride(1) == 1 else { return false }
    placeInPlanes(fold, count: count, stride: stride, a, of: T.kernelElement, out)
    return true
  }

  private func placeInPlanes(
    _ fold: ck_fold, count: Int, stride: Int, _ a: UnsafeRawPointer, of operand: KernelElement,
    _ out: UnsafeMutablePointer<Int>
  ) {
    let size = operand.size
    let (sa, so) = (rowStride(0), rowStride(1))
    forEachRowInParts(of: operand, depth: count) { offsets, rows in
      let (a, out) = (a + offsets[0] &* size, i64(out + offsets[1]))
      if stride == 1 && count > LongRow.leaf {
        let row = LongRow(count: count)
        for i in 0..<rows {
          out[i &* so] = Int64(row.place(fold, a + i &* sa &* size, of: operand))
        }
        return
      }
      let work = rows &* count &* size &* Cost.fold.rawValue
      Parts.forEach(of: rows, unit: stride == 1 ? 8 : 256, work: work) { part in
        let (a, out) = (a + part.lowerBound &* sa &* size, out + part.lowerBound &* so)
        if stride == 1 {
          ck_places_in_rows(operand.type, fold, a, sa, part.count, count, out, so)
        } else {
          ck_places_in_columns(operand.type, fold, a, stride, count, part.count, out)
        }
      }
    }
  }

  /// Calls `body` once per plane: rows along the innermost axis where they all fold into one place, if
  /// they do, and otherwise along the innermost axis. Many planes that fold into places of their own are divided among
  /// threads.
  @inline(__always)
  private func forEachPlane(
    of operand: KernelElement, _ body: (_ offsets: SIMD4<Int>, _ count: Int, _ rows: Axis) -> Void
  ) {
    let one = Axis(count: 1, steps: SIMD4())
    guard
      let axis = rowStride(1) == 0
        ? outer.indices.last : outer.lastIndex(where: { $0.steps[1] == 0 })
    else { return forEachRow { body($0, $1, one) } }
    var planes = self
    let rows = planes.outer.remove(at: axis)
    guard let kept = planes.outer.firstIndex(where: { $0.count >= 16 && $0.steps[1] != 0 }) else {
      return planes.forEachRow { body($0, $1, rows) }
    }
    let work = outer.reduce(row.count &* operand.size &* Cost.fold.rawValue) {
      $0 &* $1.count
    }
    Parts.forEach(of: planes.outer[kept].count, unit: 1, work: work) { part in
      let start = planes.outer[kept].steps &* part.lowerBound
      var some = planes
      some.outer[kept].count = part.count
      some.forEachRow { body(start &+ $0, $1, rows) }
    }
  }
}

/// An element type as the kernels know it.
struct KernelElement {
  let type: ck_type
  /// In bytes.
  let size: Int
}

extension NDScalar {
  @inline(__always)
  static var kernelElement: KernelElement {
    KernelElement(type: kernelType, size: MemoryLayout<Self>.size)
  }

  /// The element type by the name the kernels know it.
  @inline(__always)
  static var kernelType: ck_type { dtype.kernelType }
}
