import NDArray

// The expressions a course begins with, as a student writes them. `.ci/type-check` compiles this file and fails
// when the type checker needs more than 100 ms for one of them; ExpressionTests.swift checks their values.

struct Adam {
  var m: NDArray<Double>
  var v: NDArray<Double>
  var step = 0

  mutating func update(_ w: inout NDArray<Double>, _ g: NDArray<Double>, rate: Double = 0.001) {
    let (beta1, beta2, epsilon) = (0.9, 0.999, 1e-8)
    step += 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * (g ** 2)
    let mHat = m / (1 - power(beta1, step))
    let vHat = v / (1 - power(beta2, step))
    w -= rate * mHat / (sqrt(vHat) + epsilon)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (NDArray(base) ** Double(exponent)).scalar
  }
}

func softmax(_ z: NDArray<Double>) -> NDArray<Double> {
  let e = exp(z - z.max(axis: -1, keepDims: true))
  return e / e.sum(axis: -1, keepDims: true)
}

func crossEntropy(_ z: NDArray<Double>, _ labels: NDArray<Int>) -> Double {
  let n = labels.count
  return -log(softmax(z)[NDArray.arange(n), labels]).mean()
}

func gradientStep(
  _ w: inout NDArray<Double>, _ x: NDArray<Double>, _ y: NDArray<Double>, rate: Double
) {
  let n = Double(x.shape[0])
  let error = x.dot(w) - y
  w -= rate * (x.T.dot(error)) / n
}

func meanSquaredError(_ prediction: NDArray<Double>, _ y: NDArray<Double>) -> Double {
  ((prediction - y) ** 2).mean() / 2
}

func binaryCrossEntropy(_ p: NDArray<Double>, _ y: NDArray<Double>) -> Double {
  -(y * log(p + 1e-12) + (1 - y) * log(1 - p + 1e-12)).mean()
}

func standardised(_ x: NDArray<Double>) -> NDArray<Double> {
  (x - x.mean(axis: 0)) / (x.std(axis: 0) + 1e-8)
}

func slices(_ a: inout NDArray<Double>, _ b: NDArray<Double>) {
  a[0..<2] += 1
  a[.all, 0] = b[.all, 1] * 2 - b[.all, 0] / 3
  a[0] -= 0.5 * (b[0] + b[1])
  a[-1, 1...] *= b[0, 1...].sum()
  a[a .> 10] = 10
  a[0, 0] = a[1, 1] + 2 * a[0, 1] - 1
}

func normalEquation(_ x: NDArray<Float>, _ y: NDArray<Float>, penalty: Float) -> NDArray<Float> {
  x.T.dot(x) + penalty * NDArray<Float>.eye(x.shape[1]) - 2 * y.dot(y.T) / Float(y.count)
}

func backward(
  _ x: NDArray<Double>, _ w: NDArray<Double>, _ dOut: NDArray<Double>
) -> (dX: NDArray<Double>, dW: NDArray<Double>, db: NDArray<Double>) {
  let h = tanh(x.dot(w))
  let dZ = dOut * (1 - h ** 2)
  return (dZ.dot(w.T), x.T.dot(dZ) / Double(x.shape[0]) + 1e-4 * w, dZ.sum(axis: 0))
}

func accuracy(_ z: NDArray<Double>, _ labels: NDArray<Int>) -> Double {
  (z.argMax(axis: 1) .== labels).mean()
}
