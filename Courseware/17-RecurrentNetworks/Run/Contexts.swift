import CourseKit
import NDArray
import Networks
import Optimisers
import RecurrentNetworks

/// ELMo in small: is this bat an animal or a club? Judged by the vector of the word *bat* alone.
func contexts() throws {
  section("A vector for the word here: which bat?")
  var generator = Generator(seed: 4)
  let (tokens, _) = Bats.sentences(600, using: &generator)
  let model = ContextVectors<Double>(
    kinds: Bats.words.count, embedding: 6, width: 8, using: &generator)
  let optimiser = Optimiser(Adam(), model.parameters, rate: 0.02)
  for epoch in 1...30 {
    var (sum, count) = (0.0, 0)
    for rows in batches(of: 50, count: 600, using: &generator) {
      optimiser.step {
        model.clearGradients()
        sum += model.lossAndGradients(tokens[.all, rows])
        count += 1
      }
    }
    if [1, 10, 30].contains(epoch) {
      print("epoch \(epoch): \((sum / Double(count)).text(4)) nats per guess")
    }
  }
  let (marked, senses) = Bats.sentences(100, using: &generator)
  let (fresh, answers) = Bats.sentences(400, using: &generator)
  let (known, asked) = (model.vectors(marked), model.vectors(fresh))
  func judge(_ name: String, _ a: NDArray<Double>, _ b: NDArray<Double>) {
    // The nearer of two means, of 100 sentences whose sense is told.
    let means = stacked((0..<2).map { a[(senses .== $0)].mean(axis: 0) })
    let distances = stacked((0..<2).map { square(b - means[$0]).sum(axis: 1) })
    let right = (distances.argMin(axis: 0) .== answers).asType(Double.self).mean()
    print("\(name.padding(24)) \(right.text(3)) of 400 bats")
  }
  judge("the embedding", known.embedding[2], asked.embedding[2])
  judge("the forward state", known.forwards[2], asked.forwards[2])
  judge("the backward state", known.backwards[2], asked.backwards[2])
  judge(
    "both", concatenated([known.forwards[2], known.backwards[2]], axis: 1),
    concatenated([asked.forwards[2], asked.backwards[2]], axis: 1))

  // The plane of the two directions in which the states of bat vary most.
  let both = concatenated([asked.forwards[2], asked.backwards[2]], axis: 1)
  let centred = both - both.mean(axis: 0)
  let (_, _, axes) = try Linalg.svd(centred, fullMatrices: false)
  var plot = Plot("400 vectors of one word, “bat”", x: "first direction", y: "second direction")
  plot.points(centred.dot(axes[0..<2].T), labels: answers, names: ["animal", "club"])
  try save(Figure(plot, panelSize: (560, 440)), "bats")
}
