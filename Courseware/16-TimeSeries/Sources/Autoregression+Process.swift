import CourseKit
import NDArray

/// What the coefficients say of the series that they make.
extension Autoregression {
  /// The partial autocorrelations of the process, shape (p): Levinson's recursion run backwards.
  ///
  /// $\kappa_p = a_p$; then the coefficients of order $p - 1$ are $\dfrac{a_i + \kappa_p\,a_{p-i}}{1 - \kappa_p^2}$,
  /// and so on down. Where some $|\kappa| = 1$ it divides by 0, and what is below is no finite number.
  public var partial: NDArray<Double> {
    // BEGIN SOLUTION
    var a = coefficients.elements
    var kappas: [Double] = []
    while let kappa = a.popLast() {
      kappas.append(kappa)
      a = a.indices.map { (a[$0] + kappa * a[a.count - 1 - $0]) / (1 - kappa * kappa) }
    }
    return NDArray(Array(kappas.reversed()))
    // STUB: // Work on coefficients.elements; popLast() takes κ off the end, and what is left is changed to the order
    // STUB: // below.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Whether the series stays: all $|\kappa_k| < 1$. The same as: all eigenvalues of ``companion`` lie inside the
  /// unit circle.
  public var isStationary: Bool {
    // BEGIN SOLUTION
    (abs(partial) .< 1).all()
    // END SOLUTION
  }

  /// The (p, p) matrix that moves the p newest values one step on: the coefficients in its first row, ones below the
  /// diagonal.
  public var companion: NDArray<Double> {
    // BEGIN SOLUTION
    var matrix = NDArray<Double>.eye(order, k: -1)
    matrix[0] = coefficients
    return matrix
    // END SOLUTION
  }

  /// $\mu = c / (1 - \sum a_i)$: where long forecasts end. Means something for a stationary series only.
  public var mean: Double {
    // BEGIN SOLUTION
    constant / (1 - coefficients.sum())
    // END SOLUTION
  }

  /// $\gamma_0 \dots \gamma_{\text{lags}}$ of the stationary series whose noise has this variance, shape (lags + 1).
  ///
  /// The Yule–Walker equations $\gamma_k - \sum_i a_i\,\gamma_{|k-i|} = \sigma^2 [k = 0]$ for $k = 0 \dots p$ are a
  /// linear system; what is beyond p follows by $\gamma_k = \sum_i a_i \gamma_{k-i}$.
  ///
  /// - Throws: `LinAlgError` where the series has no variance, as for $a = 1$.
  public func autocovariances(noiseVariance: Double = 1, lags: Int) throws -> NDArray<Double> {
    // BEGIN SOLUTION
    let a = coefficients.elements
    var system = NDArray<Double>.eye(order + 1)
    for k in 0...order {
      for i in 1...order { system[k, abs(k - i)] -= a[i - 1] }
    }
    var right = NDArray<Double>.zeros([order + 1])
    right[0] = NDArray(noiseVariance)
    var gamma = try Linalg.solve(system, right).elements
    for k in stride(from: order + 1, through: lags, by: 1) {
      gamma.append((1...order).reduce(0) { $0 + a[$1 - 1] * gamma[k - $1] })
    }
    return NDArray(Array(gamma[...lags]))
    // STUB: // Begin with NDArray<Double>.eye(order + 1) and take aᵢ from column |k − i| of row k; two lags may meet
    // STUB: // in one column.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $\psi_0 = 1$, $\psi_j = \sum_i a_i \psi_{j-i}$: what a shock is worth j steps later. Shape (count), count > 0.
  public func shockResponse(count: Int) -> NDArray<Double> {
    // BEGIN SOLUTION
    let a = coefficients.elements
    var psi = [1.0]
    for j in stride(from: 1, to: count, by: 1) {
      psi.append((1...min(j, order)).reduce(0) { $0 + a[$1 - 1] * psi[j - $1] })
    }
    return NDArray(psi)
    // STUB: // psi[j − i] exists for i up to the smaller of j and p.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The standard deviation of the error of the forecast 1, 2, …, `steps` steps ahead, shape (steps):
  /// $\sigma\sqrt{\psi_0^2 + \dots + \psi_{k-1}^2}$.
  public func forecastDeviation(noiseVariance: Double, steps: Int) -> NDArray<Double> {
    // BEGIN SOLUTION
    sqrt(noiseVariance * square(shockResponse(count: steps)).cumsum())
    // END SOLUTION
  }

  /// The series that this noise, shape (n), makes after `past`, at least p values: shape (n).
  public func series(from noise: NDArray<Double>, after past: NDArray<Double>) -> NDArray<Double> {
    precondition(
      past.count >= order,
      "Autoregression.series: \(past.count) values before it, and \(order) are needed")
    // BEGIN SOLUTION
    let a = coefficients.elements
    var x = past.elements
    for e in noise.elements {
      x.append((1...order).reduce(constant + e) { $0 + a[$1 - 1] * x[x.count - $1] })
    }
    return NDArray(Array(x.dropFirst(past.count)))
    // END SOLUTION
  }
}
