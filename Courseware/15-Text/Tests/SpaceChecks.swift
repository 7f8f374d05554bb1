import CourseKit
import GradedTests
import NDArray
import Testing
import Text

@Suite(.graded) struct SpaceChecks {
  @Test("rows become directions; a word never seen is an error") func vectorsAreDirections() throws
  {
    let vectors = WordVectors(
      Vocabulary(["a", "b", "c", "e"]), [[3, 4], [0, 0], [0, -2], [-0.3, 0.4]])
    expectClose(
      vectors.vectors, [[0.6, 0.8], [0, 0], [0, -1], [-0.6, 0.8]],
      "rows of length 1, longer and shorter ones; a row of zeros stays one")
    expectClose(try vectors.vector("a"), [0.6, 0.8], "the vector of a")
    #expect(throws: UnknownWord("d")) { _ = try vectors.vector("d") }
    #expect(throws: UnknownWord("d")) { _ = try vectors.neighbours(of: "d", count: 1) }
    #expect(throws: UnknownWord("d")) { _ = try vectors.analogy("a", "b", "d") }
  }

  private let square = WordVectors(
    Vocabulary(["man", "woman", "king", "queen", "apple", "boy"]),
    [[1, 0, 0.1], [1, 1, 0.1], [10, 0, 9], [9, 10, 9], [-1, 0.2, 0.1], [10, -9, 9]])

  @Test("neighbours by the cosine") func neighboursByCosine() throws {
    let near = square.nearest(to: [0, 5, 0], count: 2)
    expectList(near.map(\.word), ["woman", "queen"], "nearest to the second axis")
    expectClose(
      near[0].cosine, 1 / (1 + 1 + 0.01).squareRoot(),
      "the cosine, whatever the length of what is asked")
    expectClose(
      square.nearest(to: [0, 0.5, 0], count: 1)[0].cosine, near[0].cosine,
      "of a direction shorter than 1, too")
    expectList(
      try square.neighbours(of: "king", count: 2).map(\.word), ["boy", "man"],
      "of king, without king: by direction, however far")
    expectList(
      square.nearest(to: [1, 0, 0], count: 9, excluding: ["man"]).map(\.word),
      ["king", "woman", "boy", "queen", "apple"], "no more than there are")
    expectClose(square.nearest(to: [0, 0, 0], count: 1)[0].cosine, 0, "to nothing")
    let twins = WordVectors(
      Vocabulary(["a", "b", "c", "d"]), [[1, 2], [4, 8], [2, 1], [0, 0]])
    for (word, other) in [("a", "b"), ("b", "a")] {
      expectList(
        try twins.neighbours(of: word, count: 1).map(\.word), [other],
        "a and b have one direction: of \(word), the other and not \(word) itself, whichever comes first"
      )
    }
  }

  @Test("man is to woman as king is to queen") func analogiesByHand() throws {
    #expect(
      try square.analogy("man", "woman", "king") == "queen", "king + woman − man, of the directions"
    )
    #expect(try square.analogy("woman", "man", "queen") == "king", "and back")
    #expect(
      try square.analogy("apple", "apple", "king") == "boy",
      "the three asked for are never the answer: not c")
    let between = WordVectors(
      Vocabulary(["left", "middle", "right", "down"]), [[1, 0], [1, 1], [0, 1], [0, -1]])
    #expect(
      try between.analogy("middle", "left", "right") == "down",
      "left − middle + right points to middle: not a")
    #expect(
      try between.analogy("right", "left", "right") == "middle",
      "left − right + right points to left: not b")
  }

  @Test("a turn from one language to the other") func procrustesTurn() throws {
    var generator = Generator(seed: 7)
    let (turn, _) = Linalg.qr(generator.standardNormal([4, 4]))
    let x: NDArray<Double> = generator.standardNormal([9, 4])
    let q = try procrustes(x, x.dot(turn))
    expectClose(q, turn, tolerance: 1e-9, "y = x turned: the turn itself")
    let noisy = try procrustes(x, x.dot(turn) + 0.3 * generator.standardNormal([9, 4]))
    expectClose(noisy.T.dot(noisy), .eye(4), tolerance: 1e-9, "QᵀQ = 1: lengths and angles stay")
    expectClose(
      try procrustes(x, -3 * x), -NDArray<Double>.eye(4), tolerance: 1e-9,
      "a turn only: no stretching")
  }
}
