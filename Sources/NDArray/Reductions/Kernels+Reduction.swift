import CKernels

// A reduction visits its operand in the order of its strides. Where the row runs along a reduced
// axis, the result's stride is zero and the row folds into one element; elsewhere the row is added
// to a row of results. The results begin with the identity, or with the first elements.

extension _Loop {
  /// Folds every element of `a` into its place in `out`: `row` folds a whole row into one element,
  /// `step` a single element.
  @inline(__always)
  func fold<T, R>(
    _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<R>,
    row: (R, UnsafePointer<T>, _ count: Int, _ stride: Int) -> R,
    step: (R, T) -> R
  ) {
    let (sa, so) = (rowStride(0), rowStride(1))
    forEachRow { offsets, count in
      let a = a + offsets[0]
      let out = out + offsets[1]
      if so == 0 {
        out.pointee = row(out.pointee, a, count, sa)
      } else if so == 1 && sa == 1 {
        for i in 0..<count { out[i] = step(out[i], a[i]) }
      } else {
        for i in 0..<count { out[i &* so] = step(out[i &* so], a[i &* sa]) }
      }
    }
  }

  /// The same for rows that lie side by side, which `rows` folds into a row of results.
  @inline(__always)
  func vectorFold<T: NDFloat>(
    _ op: ck_binary, _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>,
    row: (T, UnsafePointer<T>, _ count: Int, _ stride: Int) -> T, step: (T, T) -> T
  ) {
    guard rowStride(0) == 1 && rowStride(1) == 1 else { return fold(a, out, row: row, step: step) }
    forEachRow { offsets, count in
      let out = out + offsets[1]
      VectorRows.binary(op, UnsafePointer(out), 1, a + offsets[0], 1, out, count)
    }
  }

  /// The same, folding rows one element after another.
  @inline(__always)
  func fold<T, R>(
    _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<R>, _ step: (R, T) -> R
  ) {
    fold(
      a, out,
      row: { start, a, count, stride in
        var result = start
        if stride == 1 {
          for i in 0..<count { result = step(result, a[i]) }
        } else {
          for i in 0..<count { result = step(result, a[i &* stride]) }
        }
        return result
      }, step: step)
  }
}

// MARK: - Sums and products

extension NDInteger {
  public static func _reduce(
    _ op: _Accumulation, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Sum>
  ) {
    switch op {
    case .sum: loop.fold(a, out) { $0 &+ Sum(truncatingIfNeeded: $1) }
    case .product: loop.fold(a, out) { $0 &* Sum(truncatingIfNeeded: $1) }
    }
  }
}

extension Bool {
  public static func _reduce(
    _ op: _Accumulation, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ out: UnsafeMutablePointer<Int>
  ) {
    switch op {
    case .sum:
      loop.fold(
        a, out, row: { $0 &+ rowCount($1, count: $2, stride: $3) }, step: { $0 &+ ($1 ? 1 : 0) })
    case .product: loop.fold(a, out) { $0 &* ($1 ? 1 : 0) }
    }
  }
}

extension NDFloat {
  public static func _reduce(
    _ op: _Accumulation, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .sum:
      loop.vectorFold(
        CK_ADD, a, out, row: { $0 + rowSum($1, count: $2, stride: $3) }, step: { $0 + $1 })
    case .product: loop.fold(a, out) { $0 * $1 }
    }
  }

  public static func _sumOfSquares(
    _ a: UnsafePointer<Self>, around centre: Self, count: Int
  ) -> Self {
    VectorRows.sumOfSquares(a, around: centre, count)
  }

  @inline(__always)
  private static func rowSum(_ a: UnsafePointer<Self>, count: Int, stride: Int) -> Self {
    stride == 1 ? VectorRows.sum(a, count) : pairwiseSum(a, count: count, stride: stride)
  }

  /// Sums in a tree, as NumPy does: eight running sums over blocks of up to 128 elements, and
  /// halves above that. The error grows with the logarithm of `count` instead of with `count`. CKernels does
  /// the same for elements that lie side by side.
  ///
  /// N. J. Higham, *The accuracy of floating point summation*, 1993.
  private static func pairwiseSum(
    _ a: UnsafePointer<Self>, count: Int, stride: Int
  ) -> Self {
    if count < 8 {
      var result: Self = -0.0
      for i in 0..<count { result += a[i &* stride] }
      return result
    }
    if count <= 128 { return blockSum(a, count: count, stride: stride) }
    let half = count / 2 / 8 * 8
    return pairwiseSum(a, count: half, stride: stride)
      + pairwiseSum(a + half &* stride, count: count - half, stride: stride)
  }

  @inline(__always)
  private static func blockSum(_ a: UnsafePointer<Self>, count: Int, stride: Int) -> Self {
    let whole = count / 8 * 8
    var sums = SIMD8<Self>()
    for lane in 0..<8 { sums[lane] = a[lane &* stride] }
    var i = 8
    while i < whole {
      for lane in 0..<8 { sums[lane] += a[(i &+ lane) &* stride] }
      i &+= 8
    }
    var result =
      ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
    for i in whole..<count { result += a[i &* stride] }
    return result
  }
}

// MARK: - Extrema and truth

extension NDScalar where Self: Comparable {
  public static func _reduce(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .maximum:
      loop.fold(a, out, row: { rowExtremum($0, $1, count: $2, stride: $3, larger) }, step: larger)
    case .minimum:
      loop.fold(a, out, row: { rowExtremum($0, $1, count: $2, stride: $3, smaller) }, step: smaller)
    }
  }

  /// The extremum of a row and what came before it. A long row is folded into a block first: the
  /// elements of a block do not wait for each other, so that loop takes vectors.
  @inline(__always)
  private static func rowExtremum(
    _ start: Self, _ a: UnsafePointer<Self>, count: Int, stride: Int, _ step: (Self, Self) -> Self
  ) -> Self {
    let width = 64
    var result = start
    var i = 0
    if stride == 1 && count >= 2 * width {
      withUnsafeTemporaryAllocation(of: Self.self, capacity: width) { buffer in
        let block = buffer.baseAddress!
        block.initialize(from: a, count: width)
        i = width
        while i &+ width <= count {
          let next = a + i
          for j in 0..<width { block[j] = step(block[j], next[j]) }
          i &+= width
        }
        for j in 0..<width { result = step(result, block[j]) }
      }
    }
    while i < count {
      result = step(result, a[i &* stride])
      i &+= 1
    }
    return result
  }

  /// The first position of the extremum, or of the first NaN, among `count` elements `stride` apart,
  /// for every element of the loop.
  public static func _position(
    _ op: _Extremum, _ loop: _Loop, count: Int, stride: Int, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Int>
  ) {
    switch op {
    case .maximum: loop.position(a, out, count: count, stride: stride) { $0 > $1 }
    case .minimum: loop.position(a, out, count: count, stride: stride) { $0 < $1 }
    }
  }
}

extension NDFloat {
  public static func _reduce(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .maximum:
      loop.vectorFold(CK_MAXIMUM, a, out, row: { rowExtremum(op, $0, $1, $2, $3) }, step: larger)
    case .minimum:
      loop.vectorFold(CK_MINIMUM, a, out, row: { rowExtremum(op, $0, $1, $2, $3) }, step: smaller)
    }
  }

  /// The extremum of a row and what came before it.
  @inline(__always)
  private static func rowExtremum(
    _ op: _Extremum, _ start: Self, _ a: UnsafePointer<Self>, _ count: Int, _ stride: Int
  ) -> Self {
    let extreme = op == .maximum ? larger : smaller
    if stride == 1 { return extreme(start, VectorRows.extremum(op, a, count)) }
    return (0..<count).reduce(start) { extreme($0, a[$1 &* stride]) }
  }

  public static func _position(
    _ op: _Extremum, _ loop: _Loop, count: Int, stride: Int, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Int>
  ) {
    if stride == 1 {
      let (sa, so) = (loop.rowStride(0), loop.rowStride(1))
      return loop.forEachRow { offsets, rows in
        for row in 0..<rows {
          out[offsets[1] + row &* so] =
            VectorRows.position(op, a + offsets[0] + row &* sa, count)
        }
      }
    }
    switch op {
    case .maximum: loop.position(a, out, count: count, stride: stride) { $0 > $1 }
    case .minimum: loop.position(a, out, count: count, stride: stride) { $0 < $1 }
    }
  }
}

extension _Loop {
  @inline(__always)
  fileprivate func position<T: Equatable>(
    _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<Int>, count: Int, stride: Int,
    beats: (T, T) -> Bool
  ) {
    let (sa, so) = (rowStride(0), rowStride(1))
    forEachRow { offsets, rows in
      for row in 0..<rows {
        let a = a + offsets[0] + row &* sa
        var best = a.pointee
        var position = 0
        var i = 1
        while i < count && best == best {
          let x = a[i &* stride]
          if beats(x, best) || x != x {
            best = x
            position = i
          }
          i &+= 1
        }
        out[offsets[1] + row &* so] = position
      }
    }
  }
}

extension NDNumeric {
  public static func _reduce(
    _ op: _Truth, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .all: loop.fold(a, out) { $0 && $1 != 0 }
    case .any: loop.fold(a, out) { $0 || $1 != 0 }
    }
  }
}

extension Bool {
  public static func _reduce(
    _ op: _Truth, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .all:
      loop.fold(
        a, out, row: { $0 && rowAll($1, count: $2, stride: $3) }, step: { $0 && $1 })
    case .any:
      loop.fold(
        a, out, row: { $0 || rowAny($1, count: $2, stride: $3) }, step: { $0 || $1 })
    }
  }

  private static func rowCount(_ a: UnsafePointer<Bool>, count: Int, stride: Int) -> Int {
    if stride == 1 { return ck_count(a, count) }
    return (0..<count).reduce(0) { $0 &+ (a[$1 &* stride] ? 1 : 0) }
  }

  private static func rowAll(_ a: UnsafePointer<Bool>, count: Int, stride: Int) -> Bool {
    stride == 1 ? ck_all(a, count) : (0..<count).allSatisfy { a[$0 &* stride] }
  }

  private static func rowAny(_ a: UnsafePointer<Bool>, count: Int, stride: Int) -> Bool {
    stride == 1 ? ck_any(a, count) : (0..<count).contains { a[$0 &* stride] }
  }

  public static func _reduce(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .maximum: loop.fold(a, out) { $0 || $1 }
    case .minimum: loop.fold(a, out) { $0 && $1 }
    }
  }

  public static func _position(
    _ op: _Extremum, _ loop: _Loop, count: Int, stride: Int, _ a: UnsafePointer<Bool>,
    _ out: UnsafeMutablePointer<Int>
  ) {
    switch op {
    case .maximum: loop.position(a, out, count: count, stride: stride) { $0 && !$1 }
    case .minimum: loop.position(a, out, count: count, stride: stride) { !$0 && $1 }
    }
  }
}
