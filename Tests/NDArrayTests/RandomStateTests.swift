import NDArray
import Testing

private let legacy = DistributionReferences.numpy.legacy

@Suite("RandomState")
struct RandomStateTests {
  @Test("the streams of NumPy's own test files", arguments: 0..<2)
  func files(_ index: Int) {
    let expected = legacy.files[index]
    var twister = MT19937(seedSequence([expected.seed]))
    let words = (0..<expected.count).map { _ in UInt64(twister.next32()) }
    #expect(digest(words) == expected.digest)
  }

  @Test("seeds of one number and of several", arguments: legacy.seeds.indices)
  func seeds(_ index: Int) {
    let expected = legacy.seeds[index]
    var random =
      expected.isList ? RandomState(seed: expected.seed) : RandomState(seed: expected.seed[0])
    #expect(random.randint(0..<(UInt64(1) << 32), [3]).elements == expected.first)
    #expect(digest(random.randn(1001).elements.map(\.bitPattern)) == expected.digest)
    #expect(random.random() == expected.next)
  }

  @Test("randint of every width", arguments: legacy.integers.indices)
  func integers(_ index: Int) throws {
    let expected = legacy.integers[index]
    switch expected.dtype {
    case "int64": try check(Int.self, expected)
    case "int32": try check(Int32.self, expected)
    case "uint32": try check(UInt32.self, expected)
    case "int16": try check(Int16.self, expected)
    case "uint16": try check(UInt16.self, expected)
    case "int8": try check(Int8.self, expected)
    case "uint8": try check(UInt8.self, expected)
    default: Issue.record("unknown dtype \(expected.dtype)")
    }
  }

  private func check<Value: NDInteger>(
    _ type: Value.Type, _ expected: RandomReferences.Integers
  ) throws {
    let range = try #require(Value(expected.low))..<#require(Value(expected.high))
    let label = Comment("\(expected.dtype) in \(range)")
    var random = RandomState(seed: 42)
    let first = random.randint(range, [5]).elements.map { UInt64(truncatingIfNeeded: $0) }
    let second = random.randint(range, [1001]).elements.map { UInt64(truncatingIfNeeded: $0) }
    #expect(first == expected.first, label)
    #expect(digest(second) == expected.second, label)
    #expect(UInt64(random.randint(0..<Int.max)) == expected.next, label)
  }

  @Test("choices equal NumPy's", arguments: legacy.choices.indices)
  func choices(_ index: Int) {
    let expected = legacy.choices[index]
    var random = RandomState(seed: 11)
    let values = random.choice(
      expected.population, [expected.count], replace: expected.replace,
      p: expected.p.map { NDArray($0) }
    ).elements
    #expect(Array(values.prefix(20)) == expected.first)
    #expect(digest(values.map { UInt64($0) }) == expected.digest)
    #expect(random.random() == expected.next)
  }

  @Test("calls of several kinds on one state")
  func mixed() {
    var r = RandomState(seed: 3)
    let cube = NDArray.arange(24).reshaped([4, 3, 2])
    var shuffled = cube
    r.shuffle(&shuffled)
    #expect(shuffled.elements == legacy.shuffled)
    let p: NDArray<Double> = [0.2, 0.3, 0.5]
    var values = [r.rand(), r.randn(), r.random(), r.randn(), Double(r.randint(0..<10))]
    values += [Double(r.permutation(6).elements[0]), r.exponential(scale: 2), r.standardNormal()]
    values += [r.uniform(2, 3), r.standardExponential()]
    values += [r.rand(2, 3).sum(), r.randn(3).elements[2], Double(r.choice(5))]
    values += [r.normal(mean: 1, standardDeviation: 2), Double(r.bytes(5)[4])]
    values += [r.choice(NDArray([10.0, 20, 30]), [], p: p).scalar, r.rand()]
    #expect(values == legacy.mixed)
    #expect(r.permutation(cube).elements == legacy.permuted)
  }

  @Test("a copy repeats the stream, and Swift's algorithms take it")
  func values() {
    var first = RandomState(seed: 1)
    _ = first.randn()
    var second = first
    #expect(first.randn(3) == second.randn(3))
    #expect(Int.random(in: 0..<1000, using: &first) == Int.random(in: 0..<1000, using: &second))
    #expect(first == second)
  }
}

@Suite("Blocks of the legacy stream") struct RandomStateBlockTests {
  /// Numbers drawn at once are those drawn one by one, and leave the stream where they would.
  @Test(arguments: [0, 1, 2, 3, 155, 156, 157, 311, 312, 313, 1000])
  func manyAreOneByOne(count: Int) {
    for start in 0..<5 {
      var (one, many) = (RandomState(seed: 7), RandomState(seed: 7))
      for _ in 0..<start { #expect(one.bitGenerator.next32() == many.bitGenerator.next32()) }
      #expect(
        many.uniform(-1, 3, shape: [count]).elements == (0..<count).map { _ in one.uniform(-1, 3) })
      #expect(
        many.normal(mean: 2, standardDeviation: 3, shape: [count]).elements
          == (0..<count).map { _ in one.normal(mean: 2, standardDeviation: 3) })
      #expect(many.randn(3).elements == (0..<3).map { _ in one.randn() })
      #expect(one == many)
    }
  }
}
