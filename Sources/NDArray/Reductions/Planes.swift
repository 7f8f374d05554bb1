import CKernels

// Reductions by the kernels of CKernels, which take planes of contiguous rows.

extension _Loop {
  /// Whether the rows of the operand are contiguous, and fold into one element each or into a row.
  private var hasFoldedRows: Bool {
    row.steps[0] == 1 && (row.steps[1] == 0 || row.steps[1] == 1)
  }

  /// Folds every element of `a` into its place in `out`; false, and nothing is done, where rows are not
  /// contiguous. The centres of a sum of squares lie as `out` does.
  @inline(__always)
  func fold<T: NDScalar, R: NDScalar>(
    _ fold: ck_fold, _ a: UnsafePointer<T>, centres: UnsafePointer<R>? = nil,
    _ out: UnsafeMutablePointer<R>
  ) -> Bool {
    guard hasFoldedRows else { return false }
    let intoOne = rowStride(1) == 0
    forEachPlane(of: T.self) { offsets, count, rows in
      let (a, out) = (a + offsets[0], out + offsets[1])
      let centres = centres.map { $0 + offsets[1] }
      let (stride, step) = (rows.steps[0], rows.steps[1])
      let work = rows.count &* count &* MemoryLayout<T>.size &* Cost.fold.rawValue
      if intoOne && count > LongRow.leaf {
        let row = LongRow(count: count)
        for i in 0..<rows.count {
          row.fold(fold, a + i &* stride, centres.map { $0 + i &* step }, out + i &* step)
        }
      } else if intoOne {
        Parts.forEach(of: rows.count, unit: step == 0 ? rows.count : 8, work: work) { part in
          let (first, place) = (part.lowerBound &* stride, part.lowerBound &* step)
          ck_fold_rows(
            T.kernelType, fold, a + first, stride, part.count, count, centres.map { $0 + place },
            out + place, step)
        }
      } else {
        Parts.forEach(of: count, unit: 256, work: work) { part in
          let first = part.lowerBound
          ck_fold_columns(
            T.kernelType, fold, a + first, stride, rows.count, part.count,
            centres.map { $0 + first }, out + first)
        }
      }
    }
    return true
  }

  /// Writes for every element of the loop the place of the extremum among `count` that begin there and
  /// are `stride` apart; false, and nothing is done, where no rows are contiguous.
  @inline(__always)
  func place<T: NDScalar>(
    _ op: _Extremum, count: Int, stride: Int, _ a: UnsafePointer<T>,
    _ out: UnsafeMutablePointer<Int>
  ) -> Bool {
    let fold = op == .maximum ? CK_LARGEST : CK_SMALLEST
    let (sa, so) = (rowStride(0), rowStride(1))
    guard stride == 1 || sa == 1 && so == 1 else { return false }
    forEachRowInParts(of: T.self, depth: count) { offsets, rows in
      let (a, out) = (a + offsets[0], i64(out + offsets[1]))
      if stride == 1 && count > LongRow.leaf {
        let row = LongRow(count: count)
        for i in 0..<rows { out[i &* so] = Int64(row.place(fold, a + i &* sa)) }
        return
      }
      let work = rows &* count &* MemoryLayout<T>.size &* Cost.fold.rawValue
      Parts.forEach(of: rows, unit: stride == 1 ? 8 : 256, work: work) { part in
        let (a, out) = (a + part.lowerBound &* sa, out + part.lowerBound &* so)
        if stride == 1 {
          ck_places_in_rows(T.kernelType, fold, a, sa, part.count, count, out, so)
        } else {
          ck_places_in_columns(T.kernelType, fold, a, stride, count, part.count, out)
        }
      }
    }
    return true
  }

  /// Calls `body` once per plane: rows along the innermost axis where they all fold into one place, if
  /// they do, and otherwise along the innermost axis. Many planes that fold into places of their own are divided among
  /// threads.
  @inline(__always)
  private func forEachPlane<T>(
    of type: T.Type, _ body: (_ offsets: SIMD4<Int>, _ count: Int, _ rows: Axis) -> Void
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
    let work = outer.reduce(row.count &* MemoryLayout<T>.size &* Cost.fold.rawValue) {
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

extension NDScalar {
  /// The element type by the name the kernels know it.
  @inline(__always)
  static var kernelType: ck_type { dtype.kernelType }
}
