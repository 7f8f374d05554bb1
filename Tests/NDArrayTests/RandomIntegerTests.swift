import NDArray
import Testing

@Suite("Generator: integers, permutations, choice")
struct RandomIntegerTests {
  @Test(
    "integers of every width equal NumPy's", arguments: RandomReferences.numpy.integers.indices)
  func integers(_ index: Int) throws {
    let expected = RandomReferences.numpy.integers[index]
    switch expected.dtype {
    case "int64": try check(Int.self, expected)
    case "uint64": try check(UInt64.self, expected)
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
    let range = try #require(Value(expected.low))...#require(Value(expected.high))
    let label = Comment("\(expected.dtype) in \(range)")
    var generator = Generator(seed: 42)
    let first = generator.integers(range, [5]).elements.map { UInt64(truncatingIfNeeded: $0) }
    let second = generator.integers(range, [7, 11, 13])
    #expect(first == expected.first, label)
    #expect(
      digest(second.elements.map { UInt64(truncatingIfNeeded: $0) }) == expected.second, label)
    #expect(generator.integers(0...UInt64.max) == expected.next, label)
  }

  @Test("a half-open range leaves its end out")
  func halfOpen() {
    var open = Generator(seed: 1)
    var closed = Generator(seed: 1)
    #expect(open.integers(0..<6, [4, 5]) == closed.integers(0...5, [4, 5]))
    #expect(open.integers(-3..<4) == closed.integers(-3...3))
  }

  @Test("permutations equal NumPy's", arguments: RandomReferences.numpy.permutations.indices)
  func permutations(_ index: Int) {
    let expected = RandomReferences.numpy.permutations[index]
    var generator = Generator(seed: 5)
    #expect(generator.permutation(expected.count).elements == expected.values)
    #expect(generator.random() == expected.next)

    var list = Array(0..<expected.count)
    generator = Generator(seed: 5)
    generator.shuffle(&list)
    #expect(list == expected.values)
  }

  @Test("shuffle, permutation and choice of an array move its first axis")
  func firstAxis() {
    let expected = RandomReferences.numpy.arrays
    let cube = NDArray.arange(24).reshaped([4, 3, 2])
    var generator = Generator(seed: 3)
    var shuffled = cube
    generator.shuffle(&shuffled)
    #expect(shuffled.elements == expected.shuffled)
    #expect(cube == NDArray.arange(24).reshaped([4, 3, 2]))

    var reversed = cube[.stride(by: -1), 1]
    generator.shuffle(&reversed)
    #expect(reversed.elements == expected.reversed)
    #expect(generator.permutation(cube).elements == expected.permuted)

    let chosen = generator.choice(cube, [2, 2])
    #expect(chosen.shape == [2, 2, 3, 2])
    #expect(chosen.elements == expected.chosen)
  }

  @Test("choices equal NumPy's", arguments: RandomReferences.numpy.choices.indices)
  func choices(_ index: Int) {
    let expected = RandomReferences.numpy.choices[index]
    var generator = Generator(seed: 11)
    let values = generator.choice(
      expected.population, [expected.count], replace: expected.replace,
      p: expected.p.map { NDArray($0) }, shuffle: expected.shuffle
    ).elements
    #expect(Array(values.prefix(20)) == expected.first)
    #expect(digest(values.map { UInt64($0) }) == expected.digest)
    #expect(generator.random() == expected.next)
  }
}
