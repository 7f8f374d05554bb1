import NDArray
import Testing

@Suite("multivariateNormal")
struct RandomMultivariateTests {
  private struct Expected: Decodable {
    let mean: [Double]
    let covariance: [[Double]]
    let generator: [Double]
    let state: [Double]
  }

  private let expected = references("multivariate_normal.json", as: Expected.self)

  @Test("points equal NumPy's up to the rounding of LAPACK")
  func points() throws {
    let (mean, covariance) = (NDArray(expected.mean), NDArray(expected.covariance))
    var generator = Generator(seed: 2)
    let points = try generator.multivariateNormal(
      mean: mean, covariance: covariance, shape: [4, 2])
    #expect(points.shape == [4, 2, 3])
    #expect(allClose(points.flattened(), NDArray(expected.generator), rtol: 1e-13, atol: 1e-14))
    var state = RandomState(seed: 2)
    let legacy = try state.multivariateNormal(mean: mean, covariance: covariance, shape: [4, 2])
    #expect(allClose(legacy.flattened(), NDArray(expected.state), rtol: 1e-13, atol: 1e-14))
    #expect(try generator.multivariateNormal(mean: mean, covariance: covariance).shape == [3])
  }

  @Test("a covariance that is none is an error")
  func indefinite() {
    var generator = Generator(seed: 2)
    let error = #expect(throws: LinAlgError.self) {
      try generator.multivariateNormal(mean: [0, 0], covariance: [[1, 2], [2, 1]])
    }
    #expect(error?.reason == .notPositiveDefinite)
  }
}
