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
    if loop.fold(op == .sum ? CK_SUM : CK_PRODUCT, a, out) { return }
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
    if loop.fold(op == .sum ? CK_NONZERO : CK_PRODUCT, a, out) { return }
    switch op {
    case .sum: loop.fold(a, out) { $0 &+ ($1 ? 1 : 0) }
    case .product: loop.fold(a, out) { $0 &* ($1 ? 1 : 0) }
    }
  }
}

extension NDFloat {
  public static func _reduce(
    _ op: _Accumulation, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    if loop.fold(op == .sum ? CK_SUM : CK_PRODUCT, a, out) { return }
    switch op {
    case .sum:
      loop.fold(
        a, out, row: { $0 + pairwiseSum($1, count: $2, stride: $3) }, step: { $0 + $1 })
    case .product: loop.fold(a, out) { $0 * $1 }
    }
  }

  /// Sums in a tree, as NumPy does: eight running sums over blocks of up to 128 elements, and
  /// halves above that. The error grows with the logarithm of `count` instead of with `count`.
  /// CKernels does the same for elements that lie side by side.
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
    let low: Self = (sums[0] + sums[1]) + (sums[2] + sums[3])
    let high: Self = (sums[4] + sums[5]) + (sums[6] + sums[7])
    var result = low + high
    for i in whole..<count { result += a[i &* stride] }
    return result
  }
}
