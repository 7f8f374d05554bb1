import NDArray

extension Refusals {
  static let products = Refusals {
    $0.refuse("einsum: 'ij,jk' has 2 terms for 1 operands") { _ = einsum("ij,jk", NDArray.eye(2)) }
    $0.refuse("einsum: term 'ijk' of 'ijk' does not fit an operand of 2 axes") {
      _ = einsum("ijk", NDArray.eye(2))
    }
    $0.refuse("einsum: invalid subscript '1' in 'i1', subscripts must be letters") {
      _ = einsum("i1", NDArray.eye(2))
    }
    $0.refuse("einsum: dimensions of 'i' differ in one operand: ") {
      _ = einsum("ii", NDArray.zeros([2, 3]))
    }
    $0.refuse("einsum: operands have different extents 3 and 2 for 'j'") {
      _ = einsum("ij,jk", NDArray.zeros([2, 3]), NDArray.zeros([2, 3]))
    }
    $0.refuse("einsum: the output ii must name each of its labels once and no others") {
      _ = einsum("ij->ii", NDArray.eye(2))
    }
    $0.refuse("einsum: the output of '...i->i' has no '...' for the 1 axes that '...' stands for") {
      _ = einsum("...i->i", NDArray.eye(2))
    }
    $0.refuse("addProduct: non-broadcastable output operand with shape (2,)") {
      var a = NDArray.zeros([2])
      a.addProduct(2, NDArray.zeros([3]))
    }
    $0.refuse("adamStep: the shape of mean, (3,), is not that of the parameters, (2,)") {
      var (a, mean, square) = (NDArray.zeros([2]), NDArray.zeros([3]), NDArray.zeros([2]))
      a.adamStep(NDArray.ones([2]), mean: &mean, square: &square, step: 1)
    }
    $0.refuse("adamStep: steps are counted from 1, and this is 0") {
      var (a, mean, square) = (NDArray.zeros([2]), NDArray.zeros([2]), NDArray.zeros([2]))
      a.adamStep(NDArray.ones([2]), mean: &mean, square: &square, step: 0)
    }
    $0.refuse("qr: LAPACK counts rows and columns up to 2147483647, got shape (4294967296,0)") {
      _ = Linalg.qr(NDArray<Double>.zeros([1 << 32, 0]))
    }
    $0.refuse("solve: the shapes (2,2) of a and (3,) of b do not fit together") {
      _ = try? Linalg.solve(NDArray.eye(2), NDArray.ones([3]))
    }
    $0.refuse("tensordot: shape mismatch for sum: axes [0] of (2,3) and axes [0] of (3,2)") {
      _ = NDArray.zeros([2, 3]).tensordot(NDArray.zeros([3, 2]), axes: [0], [0])
    }
    $0.refuse("tensordot: 3 axes are more than the operands of shapes (2,3) and (3,2) have") {
      _ = NDArray.zeros([2, 3]).tensordot(NDArray.zeros([3, 2]), axes: 3)
    }
    $0.refuse("cross: vectors of 2 or 3 components are needed, got shapes (4,) (4,)") {
      _ = NDArray.ones([4]).cross(NDArray.ones([4]))
    }
    $0.refuse("matmul: operands need at least one dimension, got shapes () (2,)") {
      _ = NDArray(1.0).matmul(NDArray.ones([2]))
    }
    $0.refuse("matmul: shapes (2,3) and (2,3) do not fit: 3 (dim 1) != 2 (dim 0)") {
      _ = NDArray.zeros([2, 3]).matmul(NDArray.zeros([2, 3]))
    }
  }
}
