import NDArray

/// Two parts of a whole: one to learn from, one to be judged by.
public struct Split<Part> {
  /// The part to learn from.
  public let train: Part
  /// The part held out to judge by.
  public let test: Part

  /// Both parts, as they are.
  public init(train: Part, test: Part) {
    (self.train, self.test) = (train, test)
  }
}

extension Split: Sendable where Part: Sendable {}

/// Parts the positions 0 ..< `count` at random.
///
/// With p = `generator.permutation(count)` and k = ⌈count · testFraction⌉, the test part is p[0 ..< k] and the
/// training part the rest of p, both in the order of p. Traps unless both parts hold something.
public func trainTestSplit(
  count: Int, testFraction: Double = 0.2, using generator: inout Generator
) -> Split<NDArray<Int>> {
  let held = heldOut(of: count, testFraction)
  let order = generator.permutation(count)
  return Split(train: order[held...], test: order[0..<held])
}

/// Parts the positions of `labels` at random so that every class has the same share in both parts.
///
/// With p = `generator.permutation(n)` and k = ⌈n · testFraction⌉ as without stratification, a class of n_c objects gives
/// the test part its first members in p, ⌊k · n_c / n⌋ of them; the places still free go one each to
/// the classes with the largest remainder, the lower class first among equals. Both parts keep the order of p.
public func trainTestSplit(
  stratifiedBy labels: NDArray<Int>, testFraction: Double = 0.2, using generator: inout Generator
) -> Split<NDArray<Int>> {
  let labels = labels.elements
  let held = heldOut(of: labels.count, testFraction)
  var places = places(among: Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +), held)
  var (train, test): ([Int], [Int]) = ([], [])
  for position in generator.permutation(labels.count).elements {
    if let free = places[labels[position]], free > 0 {
      places[labels[position]] = free - 1
      test.append(position)
    } else {
      train.append(position)
    }
  }
  return Split(train: NDArray(train), test: NDArray(test))
}

extension Dataset {
  /// Parts the objects at random; see ``trainTestSplit(count:testFraction:using:)`` for the permutation.
  public func trainTestSplit(
    testFraction: Double = 0.2, using generator: inout Generator
  ) -> Split<Dataset> {
    parts(CourseKit.trainTestSplit(count: count, testFraction: testFraction, using: &generator))
  }

  fileprivate func parts(_ split: Split<NDArray<Int>>) -> Split<Dataset> {
    Split(train: self[split.train], test: self[split.test])
  }
}

extension Dataset<Int> {
  /// Parts the objects at random, each class in the same share; see
  /// ``trainTestSplit(stratifiedBy:testFraction:using:)``.
  public func stratifiedSplit(
    testFraction: Double = 0.2, using generator: inout Generator
  ) -> Split<Dataset> {
    parts(
      CourseKit.trainTestSplit(
        stratifiedBy: targets, testFraction: testFraction, using: &generator))
  }
}

/// ⌈count · fraction⌉, as scikit-learn rounds it.
private func heldOut(of count: Int, _ fraction: Double) -> Int {
  let held = (Double(count) * fraction).rounded(.up)
  require(
    held > 0 && held < Double(count),
    "trainTestSplit: a test fraction of \(fraction) of \(count) objects leaves one part empty")
  return Int(held)
}

/// How many of `total` places each class gets by the method of the largest remainder.
private func places(among sizes: [Int: Int], _ total: Int) -> [Int: Int] {
  let count = sizes.values.reduce(0, +)
  var places = sizes.mapValues { $0 * total / count }
  let free = total - places.values.reduce(0, +)
  let byRemainder = sizes.sorted {
    ($1.value * total % count, $0.key) < ($0.value * total % count, $1.key)
  }
  for (label, _) in byRemainder.prefix(free) { places[label, default: 0] += 1 }
  return places
}
