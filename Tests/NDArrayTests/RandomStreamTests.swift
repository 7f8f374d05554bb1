import NDArray
import Testing

@Suite("Generator: streams")
struct RandomStreamTests {
  @Test("SeedSequence, PCG64, jumped and advance equal NumPy's", arguments: 0..<7)
  func sequences(_ index: Int) {
    let expected = RandomReferences.numpy.sequences[index]
    var sequence = seedSequence(expected.seed)
    #expect(sequence.generateState(10) == expected.state)
    var children = sequence.spawn(2) + sequence.spawn(1)
    #expect(children.map { $0.generateState(4) } == expected.children)
    #expect(children[1].spawn(1)[0].generateState(4) == expected.grandchild)

    let start = PCG64(seedSequence(expected.seed))
    var jumped = start.jumped()
    var advanced = start
    advanced.advance(by: 1_000_000_000)
    var raw = start
    #expect(expected.raw.map { _ in raw.next() } == expected.raw)
    #expect(expected.jumped.map { _ in jumped.next() } == expected.jumped)
    #expect(expected.advanced.map { _ in advanced.next() } == expected.advanced)
  }

  @Test("the streams of NumPy's own test files", arguments: 0..<2)
  func files(_ index: Int) {
    let expected = RandomReferences.numpy.files[index]
    var generator = Generator(seedSequence(expected.seed))
    #expect(digest((0..<expected.count).map { _ in generator.next() }) == expected.digest)
  }

  @Test("every bit of the distributions", arguments: RandomReferences.numpy.streams.indices)
  func streams(_ index: Int) throws {
    let expected = RandomReferences.numpy.streams[index]
    var generator = Generator(seedSequence(expected.seed))
    let drawn = generator.bits(of: expected.method, [expected.count])
    let bits = try #require(drawn)
    let label = Comment("\(expected.method), seed \(expected.seed)")
    #expect(expected.positions.map { bits[$0] } == expected.bits, label)
    #expect(digest(bits) == expected.digest, label)
  }

  @Test("scalar and array methods draw one stream")
  func scalars() {
    var scalar = Generator(seed: 42)
    var array = Generator(seed: 42)
    #expect(NDArray((0..<6).map { _ in scalar.random() }, shape: [2, 3]) == array.random([2, 3]))
    #expect(NDArray((0..<3).map { _ in scalar.uniform(1, 4) }) == array.uniform(1, 4, shape: [3]))
    #expect(
      NDArray((0..<3).map { _ in scalar.standardNormal() }) == array.standardNormal([3]))
    #expect(
      NDArray((0..<3).map { _ in scalar.normal(mean: 1, standardDeviation: 2) })
        == array.normal(mean: 1, standardDeviation: 2, shape: [3]))
    #expect(
      NDArray((0..<3).map { _ in scalar.standardExponential() })
        == array.standardExponential([3]))
    #expect(
      NDArray((0..<3).map { _ in scalar.random(as: Float.self) })
        == array.random([3], as: Float.self))
    #expect(scalar == array)
    #expect(array.random([]).shape == [] && array.random([0, 2]).shape == [0, 2])
  }

  @Test("calls of several kinds on one generator")
  func mixed() {
    var r = Generator(seed: 42)
    let p: NDArray<Double> = [0.2, 0.3, 0.5]
    let values: [Double] = [
      r.random(), Double(r.integers(0..<10)), r.random(), Double(r.integers(0..<10)),
      Double(r.random(as: Float.self)), r.standardNormal(),
      Double(r.standardNormal(as: Float.self)), Double(r.integers(0..<(1 << 40))),
      r.standardExponential(), Double(r.standardExponential(as: Float.self)),
      Double(r.permutation(4).elements[0]), r.uniform(2, 3),
      r.normal(mean: 2, standardDeviation: 3), Double(r.choice(5)), Double(r.choice(3, p: p)),
      r.random(),
    ]
    #expect(values == RandomReferences.numpy.mixed)
  }

  @Test("a copy repeats the stream, a spawned generator starts its own")
  func values() {
    var original = Generator(seed: 3)
    var copy = original
    #expect(original.random([5]) == copy.random([5]))
    #expect(original == copy)

    var parent = Generator(seed: 3)
    var children = parent.spawn(2)
    #expect(children.indices.map { children[$0].random() } == RandomReferences.numpy.arrays.spawned)
  }

  @Test("it serves Swift's own algorithms")
  func randomNumberGenerator() {
    var first = Generator(seed: 1)
    var second = PCG64(SeedSequence(1))
    #expect(Int.random(in: 0..<1000, using: &first) == Int.random(in: 0..<1000, using: &second))
  }
}

extension Generator {
  /// The bits of what a method draws, or nil for a name that is none of its methods.
  fileprivate mutating func bits(of method: String, _ shape: [Int]) -> [UInt64]? {
    switch method {
    case "random": random(shape).elements.map(\.bitPattern)
    case "randomFloat": random(shape, as: Float.self).elements.map { UInt64($0.bitPattern) }
    case "standardNormal": standardNormal(shape).elements.map(\.bitPattern)
    case "standardNormalFloat":
      standardNormal(shape, as: Float.self).elements.map { UInt64($0.bitPattern) }
    case "standardExponential": standardExponential(shape).elements.map(\.bitPattern)
    case "standardExponentialFloat":
      standardExponential(shape, as: Float.self).elements.map { UInt64($0.bitPattern) }
    case "uniform": uniform(-2.5, 0.3, shape: shape).elements.map(\.bitPattern)
    case "normal":
      normal(mean: 1.7, standardDeviation: 0.31, shape: shape).elements.map(\.bitPattern)
    default: nil
    }
  }
}
