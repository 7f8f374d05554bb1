import CKernels

// Sums of exponentials, and exponentials over their sum, without overflow: the largest element is taken out
// of the exponents.

extension NDArray where Element: NDFloat {
  /// exp(x) / Σ exp(x) along one axis: positive numbers that sum to 1 there.
  ///
  /// Same shape as this array. NaN along the whole axis where there is a NaN or +∞, or nothing but −∞, as in
  /// `scipy.special.softmax`. Traps when there is no such axis. Complexity: O(`count`).
  public func softmax(axis: Int) -> NDArray {
    exponentials(CK_SOFTMAX, axes: [layout.axis(axis, of: "softmax")], shape: layout.shape)
  }

  /// The logarithm of ``softmax(axis:)``, x − log Σ exp(x) along one axis: finite also where the softmax
  /// rounds to 0.
  ///
  /// Same shape as this array. As in `scipy.special.log_softmax` a +∞ makes its own element NaN and the
  /// others −∞. Traps when there is no such axis. Complexity: O(`count`).
  public func logSoftmax(axis: Int) -> NDArray {
    exponentials(CK_LOG_SOFTMAX, axes: [layout.axis(axis, of: "log_softmax")], shape: layout.shape)
  }

  /// log Σ exp(x) of all elements, without overflow: the largest is taken out of the sum. −∞ for an empty
  /// array. NumPy's `logaddexp.reduce`.
  public func logSumExp() -> Element { logSumExp(axes: allAxes).scalar }

  /// log Σ exp(x) along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func logSumExp(axis: Int, keepDims: Bool = false) -> NDArray {
    logSumExp(axes: [axis], keepDims: keepDims)
  }

  /// log Σ exp(x) along several axes.
  public func logSumExp(axes: [Int], keepDims: Bool = false) -> NDArray {
    let axes = layout.reducedAxes(axes, of: "logsumexp")
    if !isContiguous && !isOneBlock {
      return reduceInBlocks(
        axes: axes, keepDims: keepDims, "logsumexp", identity: -.infinity, logaddexp
      ) { part, axes, _ in part.contiguous().logSumExp(axes: axes, keepDims: true) }
    }
    var shape = layout.shape
    for axis in axes { shape[axis] = 1 }
    let result = exponentials(CK_LOG_SUM_EXP, axes: axes, shape: shape)
    return keepDims ? result : result.dropping(axes: axes)
  }

  /// What `kind` makes of the elements along ascending axes, in an array of `shape`.
  private func exponentials(_ kind: ck_exponentials, axes: [Int], shape: Dims) -> NDArray {
    // Axes that are neighbours in C order act as one.
    let kept = (0..<rank).filter { !axes.contains($0) }
    let areNeighbours = axes.isEmpty || axes.last! - axes.first! == axes.count - 1
    let source = (areNeighbours ? self : transposed(kept + axes)).contiguous()
    let extents = source.layout.shape
    let first = areNeighbours ? axes.first ?? rank : kept.count
    let n = extents[first..<(first + axes.count)].reduce(1, *)
    let inner = extents[(first + axes.count)...].reduce(1, *)
    let outer = extents[..<first].reduce(1, *)
    let step = kind == CK_LOG_SUM_EXP ? 1 : n
    return NDArray(shape: shape) { out in
      source.withPointer { a in
        if inner == 1 {
          let work = outer &* n &* MemoryLayout<Element>.size &* _Loop.Cost.heavy.rawValue
          return Parts.forEach(of: outer, unit: 8, work: work) { part in
            ck_exponentials_rows(
              Element.kernelType, kind, a + part.lowerBound * n, n, part.count, n,
              out + part.lowerBound * step, step)
          }
        }
        for i in 0..<outer {
          ck_exponentials_columns(
            Element.kernelType, kind, a + i * n * inner, inner, n, inner, out + i * step * inner,
            inner)
        }
      }
    }
  }
}
