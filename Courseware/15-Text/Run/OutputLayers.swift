import CourseKit
import NDArray
import Text

/// The two output layers and the two inputs with numbers for a pencil.
func outputLayers() {
  section("Skip-gram by hand")
  let table: NDArray<Double> = [[1, 1], [0, 1], [-1, 0]]
  let v: NDArray<Double> = [[1, 0.5]]
  let full = FullSoftmax(table: table)
  let loss = full.forward(v, [1])
  print("p  = \(full.cache!.p.row(6)), L = \(loss.text(6))")
  print("dv = \(full.backward().row(6)), dU of row 1: \(full.table.gradient[0].row(6))")
  let sampled = NegativeSampling(table: table)
  print("one negative: L = \(sampled.forward(v, [1], negatives: [[2]]).text(6)), ", terminator: "")
  print("dv = \(sampled.backward().row(6))")

  section("CBOW by hand")
  let bag = BagEmbedding<Double>(table: [[1, 0], [0, 1], [0, 0]], isMean: true)
  let output = FullSoftmax(table: table)
  print("L = \(output.forward(bag.forward([[0, 1]]), [0]).text(6))")
  bag.backward(output.backward())
  print("each word of the context: \(bag.table.gradient[0].row(7))")

  section("A word that stands twice")
  let sentence = ["a", "dog", "barked", "at", "a", "cat"]
  let vocabulary = Vocabulary(sentence)
  let positions = vocabulary.positions(of: sentence)
  for window in 1...2 {
    print("window \(window): \(skipGramPairs(positions, window: window).centres.count) pairs")
  }
  let mean = BagEmbedding<Double>(table: NDArray.zeros([5, 1]), isMean: true)
  _ = mean.forward([positions])
  mean.backward([[6]])
  print("the mean of the sentence, dh = 6: \(mean.table.gradient.row(0)) for \(vocabulary.words)")
  let counts = NDArray<Double>([1000, 30, 3])
  print(
    "counts \(counts.row(0)): noise \(noiseProbabilities(counts).row(4)), kept at t = 0.01: \(keepProbabilities(counts, threshold: 0.01).row(4))"
  )
}
