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
  func fold(
    _ fold: ck_fold, _ a: UnsafeRawPointer, of operand: KernelElement, centre: UnsafeRawPointer?,
    _ out: UnsafeMutableRawPointer, of result: KernelElement
  ) {
    withResults(of: result) { results in
      forEachLeaf(of: operand) { leaf, range in
        let (place, first) = (results + leaf * result.size, a + range.lowerBound * operand.size)
        fold.begin(place, of: result, first)
        ck_fold_rows(operand.type, fold, first, 0, 1, range.count, centre, place, 0)
      }
      var leaf = 0
      func joined(_ count: Int) -> UnsafeMutableRawPointer {
        if count <= LongRow.leaf {
          defer { leaf += 1 }
          return results + leaf * result.size
        }
        let half = LongRow.half(count)
        let left = joined(half)
        fold.join(joined(count - half), to: left, of: result)
        return left
      }
      fold.join(joined(count), to: out, of: result)
    }
  }

  /// The place of the first extremum.
  func place(_ fold: ck_fold, _ a: UnsafeRawPointer, of operand: KernelElement) -> Int {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: bounds.count) { buffer in
      let places = buffer.baseAddress!
      forEachLeaf(of: operand) { leaf, range in
        let start = range.lowerBound
        ck_places_in_rows(
          operand.type, fold, a + start * operand.size, 0, 1, range.count, places + leaf, 0)
        places[leaf] += Int64(start)
      }
      return withResults(of: operand) { extrema in
        let leaves = bounds.count - 1
        for leaf in 0..<leaves {
          (extrema + leaf * operand.size)
            .copyMemory(from: a + Int(places[leaf]) * operand.size, byteCount: operand.size)
        }
        var best: Int64 = 0
        ck_places_in_rows(operand.type, fold, extrema, 0, 1, leaves, &best, 0)
        return Int(places[Int(best)])
      }
    }
  }

  private func withResults<Result>(
    of element: KernelElement, _ body: (UnsafeMutableRawPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: bounds.count * element.size, alignment: 16) {
      body($0.baseAddress!)
    }
  }

  private func forEachLeaf(
    of operand: KernelElement, _ body: (_ leaf: Int, _ range: Range<Int>) -> Void
  ) {
    let work = count * operand.size * _Loop.Cost.fold.rawValue
    Parts.forEach(of: bounds.count - 1, unit: 1, work: work) { part in
      for leaf in part { body(leaf, bounds[leaf]..<bounds[leaf + 1]) }
    }
  }
}

extension ck_fold {
  /// Writes what a fold of elements from `first` on may begin with.
  fileprivate func begin(
    _ result: UnsafeMutableRawPointer, of element: KernelElement, _ first: UnsafeRawPointer
  ) {
    switch self {
    case CK_PRODUCT:
      var one: Int64 = 1
      ck_convert(CK_I64, element.type, &one, result, 1)
    case CK_LARGEST, CK_SMALLEST:
      result.copyMemory(from: first, byteCount: element.size)
    default:
      // Minus zero, which adds nothing to minus zero either.
      switch element.type {
      case CK_F64: result.storeBytes(of: -0.0, as: Double.self)
      case CK_F32: result.storeBytes(of: -0.0, as: Float.self)
      default: result.initializeMemory(as: UInt8.self, repeating: 0, count: element.size)
      }
    }
  }

  /// Folds the result of a part into that of what comes before it.
  fileprivate func join(
    _ part: UnsafeRawPointer, to result: UnsafeMutableRawPointer, of element: KernelElement
  ) {
    let isItself = self == CK_PRODUCT || self == CK_LARGEST || self == CK_SMALLEST
    ck_fold_rows(element.type, isItself ? self : CK_SUM, part, 0, 1, 1, nil, result, 0)
  }
}
