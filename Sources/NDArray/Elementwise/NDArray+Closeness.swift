import CKernels
import Synchronization

/// Where |a − b| ≤ atol + rtol·|b|; equal infinities are close, and NaN is close to NaN only if
/// `equalNaN`. The arrays broadcast.
public func isClose<E: NDFloat>(
  _ a: NDArray<E>, _ b: NDArray<E>, rtol: E = 1e-5, atol: E = 1e-8, equalNaN: Bool = false
) -> NDArray<Bool> {
  let near = (abs(a - b) .<= atol + rtol * abs(b)) .& isFinite(b)
  let close = near .| (a .== b)
  return equalNaN ? close .| (isNaN(a) .& isNaN(b)) : close
}

/// Whether all pairs of elements are close; see ``isClose(_:_:rtol:atol:equalNaN:)``.
public func allClose<E: NDFloat>(
  _ a: NDArray<E>, _ b: NDArray<E>, rtol: E = 1e-5, atol: E = 1e-8, equalNaN: Bool = false
) -> Bool {
  let (rtol, atol) = (Double(rtol), Double(atol))
  return allPairs(a, b, "allclose") {
    ck_all_close(E.kernelType, $0, $1, $2, $3, $4, rtol, atol, equalNaN)
  }
}

/// Whether two arrays have one shape and equal elements, where NaN equals NaN if `equalNaN`.
public func arrayEqual<E: NDFloat>(
  _ a: NDArray<E>, _ b: NDArray<E>, equalNaN: Bool
) -> Bool {
  a.layout.shape == b.layout.shape && allEqual(a, b, equalNaN: equalNaN)
}

/// Whether two arrays broadcast to equal arrays of one of their shapes.
public func arrayEquivalent<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> Bool {
  Layout.common(a.layout.shape, b.layout.shape) != nil && allEqual(a, b)
}

extension NDArray: Equatable {
  /// Whether both arrays have the same shape and equal elements. NaN differs from everything. For
  /// the elementwise comparison see `.==`.
  public static func == (lhs: NDArray, rhs: NDArray) -> Bool {
    lhs.layout.shape == rhs.layout.shape && allEqual(lhs, rhs)
  }
}

private func allEqual<E>(
  _ a: NDArray<E>, _ b: NDArray<E>, equalNaN: Bool = false
) -> Bool {
  allPairs(a, b, "equal") { ck_all_equal(E.kernelType, $0, $1, $2, $3, $4, equalNaN) }
}

/// Whether `kernel` finds all pairs of elements alike, of which it is given rows until one does not. Long ones are
/// looked at on several threads, unless they differ where they begin.
@inline(__always)
private func allPairs<E>(
  _ a: NDArray<E>, _ b: NDArray<E>, _ operation: StaticString,
  _ kernel: (UnsafePointer<E>, Int, UnsafePointer<E>, Int, _ count: Int) -> Bool
) -> Bool {
  let shape = Layout.broadcast(a.layout.shape, b.layout.shape, in: operation)
  let (x, y) = (a.broadcast(to: shape, in: operation), b.broadcast(to: shape, in: operation))
  let loop = _Loop.over(shape: shape, x.layout, y.layout)
  let alike = Atomic(true)
  x.withPointer { a in
    y.withPointer { b in
      let (sa, sb) = (loop.rowStride(0), loop.rowStride(1))
      if loop.row.count > 1024 && !kernel(a, sa, b, sb, 1024) {
        return alike.store(false, ordering: .relaxed)
      }
      loop.inParts(.light, of: E.self) { part, start in
        part.forEachRow { offsets, count in
          let (a, b) = (a + start[0] + offsets[0], b + start[1] + offsets[1])
          if alike.load(ordering: .relaxed) && !kernel(a, sa, b, sb, count) {
            alike.store(false, ordering: .relaxed)
          }
        }
      }
    }
  }
  return alike.load(ordering: .relaxed)
}
