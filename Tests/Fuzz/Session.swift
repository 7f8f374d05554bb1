import NDArray

/// What an array was, and what its model says it should be.
struct Mismatch: Error, CustomStringConvertible {
  let description: String
}

/// A few arrays that share memory in every way, each beside its model, and random steps on them. After
/// every step every array must equal its model: a write that another variable sees is found at once.
struct Session<Element: Number>: Sendable {
  var random: Generator
  var arrays: [NDArray<Element>] = []
  var models: [Model<Element>] = []
  /// What the steps were, for the report.
  private var story: [String] = []

  init(seed: Int) {
    random = Generator(seed: seed)
    for _ in 0..<3 { add(fresh(random.shape())) }
  }

  mutating func run(steps: Int) throws {
    for _ in 0..<steps {
      story.append(try step())
      for i in arrays.indices { try check(arrays[i], models[i], "variable \(i)") }
      for i in arrays.indices where Session.isTooLarge(models[i]) {
        (arrays[i], models[i]) = fresh(random.shape())
      }
    }
  }

  /// Beyond this, sums of `Float` would not be exact, and the model takes its time.
  private static func isTooLarge(_ model: Model<Element>) -> Bool {
    model.elements.count > 2000
      || Element.self is any BinaryFloatingPoint.Type
        && !model.elements.allSatisfy { -4096...4096 ~= $0.double }
  }

  func check<E: NDScalar>(_ array: NDArray<E>, _ model: Model<E>?, _ name: String) throws {
    guard array.shape != model?.shape || array.elements != model?.elements else { return }
    throw Mismatch(
      description: """
        \(NDArray<Element>.self), steps: \(story.joined(separator: "; "))
        \(name) has shape \(array.shape) and elements \(array.elements),
        the model \(model.map { "shape \($0.shape) and elements \($0.elements)" } ?? "refuses")
        """)
  }
}

// MARK: - Variables

extension Session {
  typealias Pair = (array: NDArray<Element>, model: Model<Element>)

  /// A new array, laid out in one way or another.
  mutating func fresh(_ shape: [Int]) -> Pair {
    let elements = (0..<shape.reduce(1, *)).map { _ in Element(exactly: random.below(10))! }
    return (random.relaid(NDArray(elements, shape: shape)), Model(shape, elements))
  }

  /// A new variable, or another value for an old one.
  mutating func add(_ pair: Pair) {
    if pair.model.elements.count > 2000 { return }
    if arrays.count < 5 {
      arrays.append(pair.array)
      models.append(pair.model)
    } else {
      let i = random.below(arrays.count)
      (arrays[i], models[i]) = pair
    }
  }

  mutating func variable() -> Int { random.below(arrays.count) }

  /// A right side for a target of `shape`: a part of some variable if one fits by chance, else a new
  /// array with some axes of extent 1 or none.
  mutating func operand(for shape: [Int]) -> Pair {
    for _ in 0..<3 {
      let i = variable()
      let picks = random.picks(of: models[i].shape, views: true)
      let picking = Picking(picks)
      if models[i][picking].stretched(to: shape) != nil {
        return (arrays[i][indices: picks.indices], models[i][picking])
      }
    }
    let narrow = shape.map { random.oneIn(4) ? 1 : $0 }
    return fresh(Array(narrow.dropFirst(random.oneIn(4) ? random.below(shape.count + 1) : 0)))
  }
}
