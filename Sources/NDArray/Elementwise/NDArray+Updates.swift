import CKernels
import Foundation

// Steps of training in place. Each reads and writes its arrays once, where the same in operators would go through
// memory for every one of them.

extension NDArray where Element: NDFloat {
  /// Adds `scale` times `other`, which must broadcast to this array's shape: `self += scale * other` in one pass,
  /// without an array for the product and with the same bits. BLAS's `axpy`.
  ///
  /// Traps when the shapes do not fit. Complexity: O(`count`).
  public mutating func addProduct(_ scale: Element, _ other: NDArray) {
    update(with: other, "addProduct") { loop, a, b, out in
      let isVector = loop.rowStride(1) == 1 && loop.rowStride(2) == 1
      loop.forEachRow { offsets, count in
        let (b, out) = (b + offsets[1], out + offsets[2])
        if isVector { return VectorRows.addProduct(scale, b, out, count) }
        for i in 0..<count { out[i &* loop.rowStride(2)] += scale * b[i &* loop.rowStride(1)] }
      }
    }
  }

  /// Moves these parameters by one step of Adam, in one pass:
  ///
  /// ```text
  /// mean   ← β₁ mean + (1 − β₁) gradient
  /// square ← β₂ square + (1 − β₂) gradient²
  /// self   ← self − rate · mean / (1 − β₁ᵗ) / (√(square / (1 − β₂ᵗ)) + ε)
  /// ```
  ///
  /// All four arrays have the same shape; both means begin as zeros. Traps when the shapes differ or `step` is not
  /// positive. Complexity: O(`count`). Source: Kingma and Ba, Adam, 2015, algorithm 1.
  ///
  /// - Parameters:
  ///   - gradient: the gradient of the loss by these parameters.
  ///   - mean: the running mean of the gradients.
  ///   - square: the running mean of their squares.
  ///   - step: t, which counts from 1.
  ///   - rate: how far a step goes at most, about.
  ///   - beta1: β₁, how much of `mean` is kept.
  ///   - beta2: β₂, how much of `square` is kept.
  ///   - epsilon: ε, which keeps the divisor from zero.
  public mutating func adamStep(
    _ gradient: NDArray, mean: inout NDArray, square: inout NDArray, step: Int,
    rate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    for (name, other) in [("gradient", gradient), ("mean", mean), ("square", square)] {
      require(
        other.layout.shape == layout.shape,
        "adamStep: the shape of \(name), \(other.layout.shape.text), is not that of the parameters, \(layout.shape.text)"
      )
    }
    require(step > 0, "adamStep: steps are counted from 1, and this is \(step)")
    let constants = ck_adam(
      mean_decay: beta1, square_decay: beta2, rate: rate / (1 - pow(beta1, Double(step))),
      square_scale: 1 / (1 - pow(beta2, Double(step))), epsilon: epsilon)
    let (count, gradient) = (count, gradient.contiguous())
    inOrder { out in
      mean.inOrder { mean in
        square.inOrder { square in
          gradient.withPointer { gradient in
            let work = count * MemoryLayout<Element>.size * _Loop.Cost.heavy.rawValue
            Parts.forEach(of: count, unit: 64, work: work) { part in
              let start = part.lowerBound
              VectorRows.adam(
                constants, gradient + start, mean + start, square + start, out + start, part.count)
            }
          }
        }
      }
    }
  }

  /// Calls `body` with the elements in C order, in a storage that this array alone refers to.
  private mutating func inOrder(_ body: (UnsafeMutablePointer<Element>) -> Void) {
    if !layout.isContiguous { self = copied() }
    withMutablePointer(body)
  }
}
