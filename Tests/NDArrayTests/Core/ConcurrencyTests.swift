import NDArray
import Testing

/// Arrays that cross tasks. `.ci/sanitise thread` runs these under the thread sanitiser.
@Suite("Arrays cross tasks")
struct ConcurrencyTests {
  /// The results of as many tasks as there are numbers, in their order.
  private func inTasks<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      for i in 0..<count { group.addTask { (i, body(i)) } }
      return await group.reduce(into: [(Int, Result)]()) { $0.append($1) }
        .sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  @Test func eachTaskWritesItsOwn() async {
    let shared = NDArray<Double>.arange(1000)
    let sums = await inTasks(8) { i in
      var mine = shared
      mine[.stride(by: 2)] += Double(i)
      mine[0..<10] = mine[990...]
      return mine.sum()
    }
    // 499500 + 500·i, less the first ten and once more the last ten: 9945 − 45 = 9900.
    let expected: [Double] = (0..<8).map { Double(509_400 + 500 * $0) }
    #expect(sums == expected)
    #expect(shared.sum() == 499500)
  }

  @Test func manyReadOneArray() async {
    let a = (NDArray<Double>.arange(3600) % 17 - 8).reshaped([60, 60])
    let once = reading(a)
    #expect(await inTasks(8) { _ in reading(a) } == [[Double]](repeating: once, count: 8))
  }

  @Test func viewsAreWrittenWhileTheirOriginIsRead() async {
    let a = NDArray<Int>.arange(3000).reshaped([30, 100])
    let results = await inTasks(24) { i in
      if i % 2 == 0 { return a[i].sum() }
      var view = i % 3 == 0 ? a.T[.all, i] : a[i]
      for _ in 0..<10 { view += 1 }
      view.sort()
      view[0] = -1
      return view.sum()
    }
    // Row i sums to 10000·i + 4950; a written one gains 1000 and loses its first, 100·i + 10, and 1.
    let expected = (0..<24).map { i in
      10_000 * i + 4950 + (i % 2 == 0 ? 0 : 1000 - (100 * i + 10) - 1)
    }
    #expect(results == expected)
    #expect(a == NDArray<Int>.arange(3000).reshaped([30, 100]))
  }

  /// Several variables of one memory are written at the same time; all but the last copy, none too late.
  @Test func copiesAreMadeInTime() async {
    for round in 0..<50 {
      let shared = NDArray<Int>.full([64], round)
      async let first = incremented(shared, by: 1)
      async let second = incremented(shared, by: 2)
      async let third = incremented(shared[.stride(by: -1)], by: 3)
      #expect(await first == NDArray.full([64], round + 1))
      #expect(await second == NDArray.full([64], round + 2))
      #expect(await third == NDArray.full([64], round + 3))
    }
  }

  private func incremented(_ array: NDArray<Int>, by number: Int) async -> NDArray<Int> {
    var mine = array
    for _ in 0..<number { mine[0..<64] += 1 }
    return mine
  }

  @Test func anActorsArrayIsPassedOutByValue() async {
    actor Counter {
      private var counts = NDArray<Int>.zeros([10])
      func count(_ i: Int) -> NDArray<Int> {
        counts[i % 10] += 1
        return counts
      }
    }
    let counter = Counter()
    let snapshots = await withTaskGroup(of: NDArray<Int>.self) { group in
      for i in 0..<100 { group.addTask { await counter.count(i) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(snapshots.map { $0.sum() }.sorted() == Array(1...100))
    #expect(await counter.count(3) == [10, 10, 10, 11, 10, 10, 10, 10, 10, 10])
  }

  @Test func eachTaskDrawsFromItsOwnGenerator() async {
    var parent = Generator(seed: 5)
    let children = parent.spawn(8)
    let drawn = await inTasks(8) { i in
      var random = children[i]
      return random.standardNormal([500])
    }
    let expected = children.map { child in
      var random = child
      return random.standardNormal([500])
    }
    #expect(drawn == expected)
  }

  @Test func linearAlgebraInTasks() async {
    let matrices = (1...8).map { NDArray<Double>.eye(20) * Double($0) + 1 }
    let right = NDArray<Double>.ones([20])
    let errors = await inTasks(8) { i in
      guard let x = try? Linalg.solve(matrices[i], right) else { return Double.infinity }
      return abs(matrices[i].dot(x) - right).max()
    }
    #expect(errors.allSatisfy { $0 < 1e-12 })
  }
}

/// One number for each of several ways to read an array.
private func reading(_ a: NDArray<Double>) -> [Double] {
  let positions = NDArray<Int>.arange(60)
  return [
    a.sum(), a.T.max(axis: 0).sum(), a.dot(a).sum(), a.sorted(axis: 0)[7].sum(),
    a[positions, positions].sum(), a[a .> 3].sum(), exp(a[.stride(by: 3)]).sum(),
    a.broadcast(to: [3, 60, 60]).mean(), a.flipped().flattened().cumsum().elements[99],
  ]
}
