import NDArray
import Testing

private let numpy = DistributionReferences.numpy

@Suite("Distributions")
struct RandomDistributionTests {
  @Test("every bit of every distribution, of both generators", arguments: numpy.streams.indices)
  func streams(_ index: Int) throws {
    let expected = numpy.streams[index]
    if expected.source == "Generator" {
      var random = Generator(seed: 7)
      try check(&random, expected)
      #expect(random.random() == expected.next)
    } else {
      var random = RandomState(seed: 7)
      try check(&random, expected)
      #expect(random.random() == expected.next)
    }
  }

  private func check(
    _ random: inout some RandomDistributions, _ expected: DistributionReferences.Stream
  ) throws {
    let label = Comment("\(expected.source).\(expected.method)\(expected.parameters)")
    let drawn = random.bits(of: expected.method, expected.parameters, [expected.count])
    let bits = try #require(drawn, label)
    #expect(Array(bits.prefix(5)) == expected.first, label)
    #expect(digest(bits) == expected.digest, label)
  }

  @Test("one number for each set of parameters", arguments: numpy.arrays.indices)
  func parameterArrays(_ index: Int) {
    let expected = numpy.arrays[index]
    if expected.source == "Generator" {
      var random = Generator(seed: 3)
      check(&random, expected)
    } else {
      var random = RandomState(seed: 3)
      check(&random, expected)
    }
  }

  private func check(
    _ random: inout some RandomDistributions, _ expected: DistributionReferences.Arrays
  ) {
    let results: [NDArray<Double>] = [
      random.gamma([0.5, 1, 3], scale: [[1], [2]]),
      random.binomial([5, 50, 500], [0.3]).asType(Double.self),
      random.normal(mean: [0, 10], standardDeviation: [1, 0.1], shape: [3, 2]),
      random.uniform([0, 1], [[1], [2]]),
      random.triangular([0, 1], [0.5, 1.5], [2]),
      random.hypergeometric([5, 50], [20], [3, 12]).asType(Double.self),
      random.poisson([0.1, 20, 3]).asType(Double.self),
    ]
    #expect(results.map(\.shape) == expected.shapes)
    #expect(results.flatMap(\.elements) == expected.values)
  }

  @Test("multinomial and dirichlet", arguments: numpy.multivariate.indices)
  func multivariate(_ index: Int) {
    let expected = numpy.multivariate[index]
    if expected.source == "Generator" {
      var random = Generator(seed: 11)
      check(&random, expected)
      #expect(random.random() == expected.next)
    } else {
      var random = RandomState(seed: 11)
      check(&random, expected)
      #expect(random.random() == expected.next)
    }
  }

  private func check(
    _ random: inout some RandomDistributions, _ expected: DistributionReferences.Multivariate
  ) {
    let label = Comment("\(expected.source).\(expected.method)(\(expected.n), \(expected.p))")
    let p = NDArray(expected.p)
    if expected.method == "multinomial" {
      let values = random.multinomial(Int(expected.n), p, shape: [40, 2])
      #expect(values.shape == expected.shape, label)
      #expect(digest(values.elements.map { UInt64($0) }) == expected.digest, label)
    } else {
      let values = random.dirichlet(p, shape: [40, 2])
      #expect(values.shape == expected.shape, label)
      #expect(Array(values.elements.prefix(p.count)) == expected.first, label)
      #expect(digest(values.elements.map(\.bitPattern)) == expected.digest, label)
    }
  }

  @Test("one number is the first of many")
  func scalars() {
    var one = Generator(seed: 8)
    var many = Generator(seed: 8)
    #expect(
      NDArray((0..<4).map { _ in one.gamma(2, scale: 3) }) == many.gamma(2, scale: 3, shape: [4]))
    #expect(NDArray((0..<4).map { _ in one.binomial(9, 0.4) }) == many.binomial(9, 0.4, shape: [4]))
    #expect(NDArray((0..<4).map { _ in one.standardCauchy() }) == many.standardCauchy(shape: [4]))
    let (p, alpha): (NDArray<Double>, NDArray<Double>) = ([0.5, 0.5], [1, 2])
    #expect(one.multinomial(5, p) == many.multinomial(5, p, shape: [1])[0])
    #expect(one.dirichlet(alpha) == many.dirichlet(alpha, shape: [1])[0])
    #expect(one == many)
    #expect(many.poisson(3, shape: [0, 2]).shape == [0, 2])
  }

  @Test("shuffle, permutation and permuted along an axis; bytes; integers of arrays")
  func permutations() {
    let cube = NDArray.arange(60).reshaped([3, 4, 5])
    let turned = cube.transposed([2, 0, 1])
    var random = Generator(seed: 5)
    var shuffled = cube
    random.shuffle(&shuffled, axis: 1)
    let results: [(String, NDArray<Int>)] = [
      ("shuffledAxis", shuffled),
      ("permutationAxis", random.permutation(cube, axis: 2)),
      ("permuted", random.permuted(cube)),
      ("permutedTransposed", random.permuted(cube.T)),
      ("permutedTurned", random.permuted(turned)),
      ("permutedReversed", random.permuted(cube[.all, .stride(by: -1)])),
      ("permuted0", random.permuted(cube, axis: 0)),
      ("permuted1", random.permuted(cube, axis: 1)),
      ("permuted2", random.permuted(cube, axis: -1)),
      ("permutedTransposed1", random.permuted(turned, axis: 1)),
      ("bytes", NDArray(random.bytes(10).map { Int($0) })),
      ("integers", random.integers(NDArray([0, 5, -(1 << 40)]), NDArray([[10], [1 << 33]]))),
      ("next", NDArray([random.integers(0..<(1 << 60))])),
    ]
    for (name, result) in results {
      #expect(result.elements == numpy.permutations[name], "\(name)")
    }
    #expect(cube == NDArray.arange(60).reshaped([3, 4, 5]))
  }
}
