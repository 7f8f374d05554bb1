import CKernels

/// A long row, folded by halves like a sum by pairs: on one thread in the same order as on several.
struct LongRow {
  /// Rows of so many elements are not divided.
  static let leaf = 1 << 15

  private let count: Int
  /// Where the leaves begin, and the end of the row.
  private var bounds = [0]

  init(count: Int) {
    self.count = count
    func add(_ start: Int, _ count: Int) {
      if count <= LongRow.leaf { return bounds.append(start + count) }
      let half = LongRow.half(count)
      add(start, half)
      add(start + half, count - half)
    }
    add(0, count)
  }

  /// As the kernels halve a sum.
  private static func half(_ count: Int) -> Int { count / 2 & -8 }

  /// Folds the row into `out`, into which the results of its parts must fold as well.
  func fold<T: NDScalar, R: NDScalar>(
    _ fold: ck_fold, _ a: UnsafePointer<T>, _ centre: UnsafePointer<R>?,
    _ out: UnsafeMutablePointer<R>
  ) {
    withResults(of: R.self) { results in
      forEachLeaf(of: T.self) { leaf, range in
        let (result, first) = (results + leaf, a + range.lowerBound)
        fold.begin(result, first)
        ck_fold_rows(T.kernelType, fold, first, 0, 1, range.count, centre, result, 0)
      }
      var leaf = 0
      func joined(_ count: Int) -> R {
        if count <= LongRow.leaf {
          defer { leaf += 1 }
          return results[leaf]
        }
        let half = LongRow.half(count)
        var left = joined(half)
        fold.join(joined(count - half), to: &left)
        return left
      }
      fold.join(joined(count), to: out)
    }
  }

  /// The place of the first extremum.
  func place<T: NDScalar>(_ fold: ck_fold, _ a: UnsafePointer<T>) -> Int {
    withResults(of: Int64.self) { places in
      forEachLeaf(of: T.self) { leaf, range in
        let (place, start) = (places + leaf, range.lowerBound)
        ck_places_in_rows(T.kernelType, fold, a + start, 0, 1, range.count, place, 0)
        place.pointee += Int64(start)
      }
      return withResults(of: T.self) { extrema in
        let leaves = bounds.count - 1
        for leaf in 0..<leaves { extrema[leaf] = a[Int(places[leaf])] }
        var best: Int64 = 0
        ck_places_in_rows(T.kernelType, fold, extrema, 0, 1, leaves, &best, 0)
        return Int(places[Int(best)])
      }
    }
  }

  private func withResults<R, Result>(
    of type: R.Type, _ body: (UnsafeMutablePointer<R>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: type, capacity: bounds.count) { body($0.baseAddress!) }
  }

  private func forEachLeaf<T>(of type: T.Type, _ body: (_ leaf: Int, _ range: Range<Int>) -> Void) {
    let work = count * MemoryLayout<T>.size * _Loop.Cost.fold.rawValue
    Parts.forEach(of: bounds.count - 1, unit: 1, work: work) { part in
      for leaf in part { body(leaf, bounds[leaf]..<bounds[leaf + 1]) }
    }
  }
}

extension ck_fold {
  /// Writes what a fold of elements from `first` on may begin with.
  fileprivate func begin<T: NDScalar, R: NDScalar>(
    _ result: UnsafeMutablePointer<R>, _ first: UnsafePointer<T>
  ) {
    switch self {
    case CK_PRODUCT: result.pointee = ._one
    case CK_LARGEST, CK_SMALLEST:
      result.pointee = UnsafeRawPointer(first).assumingMemoryBound(to: R.self).pointee
    default:
      // Minus zero, which adds nothing to minus zero either.
      result.pointee = ._zero
      if R.self == Double.self { f64(result).pointee = -0.0 }
      if R.self == Float.self { f32(result).pointee = -0.0 }
    }
  }

  /// Folds the result of a part into that of what comes before it.
  fileprivate func join<R: NDScalar>(
    _ part: R, to result: UnsafeMutablePointer<R>
  ) {
    let isItself = self == CK_PRODUCT || self == CK_LARGEST || self == CK_SMALLEST
    withUnsafePointer(to: part) {
      ck_fold_rows(R.kernelType, isItself ? self : CK_SUM, $0, 0, 1, 1, nil, result, 0)
    }
  }
}
