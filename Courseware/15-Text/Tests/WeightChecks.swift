import CourseKit
import GradedTests
import NDArray
import Testing
import Text

/// The layout of weights.json.
struct WeightReferences: Decodable {
  let texts, words, three, threeWords, unseen: [String]
  let counts, smooth, threeWeights, sublinear, unseenWeights: NDArray<Double>
  let classifierLabels: NDArray<Int>
  let classifierPoint, classifierGradient, classifierParameters: NDArray<Double>
  let classifierValue: Double
}

@Suite(.graded) struct WeightChecks {
  private func stored() throws -> WeightReferences { try reference("weights.json") }
  private let blanks: @Sendable (String) -> [String] = { $0.split(separator: " ").map(String.init) }

  @Test("the counts of three reviews") func threeReviewCounts() {
    expectEqual(bagOfWords(threeReviews, reviewWords), reviewCounts, "counts, a review a row")
    let lengths: NDArray<Double> = bagOfWords(threeReviews, reviewWords).sum(axis: 1)
    expectEqual(lengths, [7, 8, 6], "words of each review (the slide's second row sums to 7)")
    expectEqual(
      bagOfWords([["new", "is"], []], reviewWords)[.all, 2], [1, 0],
      "a word never seen is left out, a document may be empty")
  }

  @Test("TF: shares of the document") func termFrequenciesByHand() {
    let tf = termFrequencies(reviewCounts)
    expectClose(tf[1], reviewCounts[1] / 8, "review 2 has 8 words")
    expectClose(tf[.all, 0], NDArray([1.0 / 7, 1.0 / 8, 1.0 / 6]), "this in each review")
    expectClose(
      termFrequencies([[0, 0, 0], [0, 3, 1], [0, 1, 0]]),
      [[0, 0, 0], [0, 0.75, 0.25], [0, 1, 0]],
      "an empty document stays zeros")
  }

  @Test("document frequency: documents, not occurrences") func documentsAreCounted() {
    expectEqual(
      documentFrequencies(reviewCounts), [3, 3, 3, 1, 2, 3, 1, 1, 1, 1, 1],
      "is stands four times in three reviews")
    expectEqual(documentFrequencies([[5, 0], [0, 0]]), [1, 0], "five times in one document")
  }

  @Test("IDF: 0, 0.18, 0.48") func idfByHand() {
    let idf = inverseDocumentFrequencies(reviewCounts)
    expectClose(
      idf, [0, 0, 0, 0.477121, 0.176091, 0, 0.477121, 0.477121, 0.477121, 0.477121, 0.477121],
      tolerance: 1e-6, "log₁₀ of 3/3, 3/2, 3/1")
    expectClose(
      inverseDocumentFrequencies([[2, 0], [1, 0], [0, 0], [0, 0], [0, 0]]), [0.397940, 0],
      tolerance: 1e-6, "log₁₀ 5/2; a word in no document weighs 0")
  }

  @Test("TF-IDF of the lecture's table") func tfidfOfTheLecture() {
    let weights = tfidf(reviewCounts)
    expectClose(
      weights[0], [0, 0, 0, 0.0681602, 0.0251559, 0, 0.0681602, 0, 0, 0, 0], tolerance: 1e-6,
      "review 1")
    expectClose(
      weights[1], [0, 0, 0, 0, 0.0220114, 0, 0, 0.0596402, 0.0596402, 0, 0], tolerance: 1e-6,
      "review 2")
    expectClose(
      weights[2], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0795202, 0.0795202], tolerance: 1e-6, "review 3")
    expectClose(
      cosine(weights[0], weights[1]), 0.0637637, tolerance: 1e-6, "cosine of reviews 1 and 2")
    expectClose(
      cosine(reviewCounts[0], reviewCounts[1]), 0.717137, tolerance: 1e-6, "cosine of their counts")
  }

  @Test("scikit-learn's weights: ones added, rows of length 1") func smoothedAgainstScikitLearn()
    throws
  {
    let stored = try stored()
    expectClose(
      smoothedTfidf(stored.counts), stored.smooth, "six documents of six words, one of them empty")
    let three = smoothedTfidf(reviewCounts)
    expectClose(three[..<2, 4], [0.381519, 0.339433], tolerance: 1e-6, "scary in reviews 1 and 2")
    expectClose(cosine(three[0], three[1]), 0.520001, tolerance: 1e-6, "their cosine")
  }

  @Test("products with a matrix of few numbers") func sparseProducts() {
    let matrix = SparseMatrix(
      [4, 3], rows: [0, 0, 2, 3, 3], columns: [2, 0, 1, 2, 2], values: [5, -1, 2, 0.5, 3])
    expectEqual(
      matrix.dense, [[-1, 0, 5], [0, 0, 0], [0, 2, 0], [0, 0, 3.5]],
      "what is there: an empty row, a place named twice")
    expectClose(matrix.dot([2, -3, 0.5]), [0.5, 0, -6, 1.75], "Xw")
    expectClose(matrix.transposedDot([1, 7, -2, 4]), [-1, -4, 19], "Xᵀz")
    expectClose(matrix.transposedDot([0, 7, 0, 0]), [0, 0, 0], "of the empty row")
  }

  @Test("vectoriser like scikit-learn's") func vectoriserAgainstScikitLearn() throws {
    let stored = try stored()
    let plain = TextVectoriser(fitting: stored.three, features: blanks)
    expectList(plain.vocabulary.words, stored.threeWords, "the vocabulary, by the alphabet")
    expectClose(plain.transform(stored.three).dense, stored.threeWeights, "three reviews")
    let sublinear = TextVectoriser(fitting: stored.texts, isSublinear: true, features: blanks)
    let rows = sublinear.transform(stored.texts)
    expectClose(rows.dense, stored.sublinear, "1 + ln n for n; the empty text is a row of zeros")
    let places = zip(rows.rows.elements, rows.columns.elements).map { 100 * $0 + $1 }
    #expect(places == places.sorted(), "row by row, the columns of each in order")
    #expect(rows.values.elements.allSatisfy { $0 != 0 }, "only what is not 0 is kept")
    expectClose(
      sublinear.transform(stored.unseen).dense, stored.unseenWeights,
      "words never seen are left out, and the row has length 1 without them")
  }

  @Test("loss and gradient of the sparse classifier") func classifierGradient() throws {
    let stored = try stored()
    let texts = TextVectoriser(fitting: Array(try Datasets.reviews().train.texts.prefix(90))) {
      tokens($0)
    }
    let rows = texts.transform(Array(try Datasets.reviews().train.texts.prefix(90)))
    let model = TextClassifier(rows, stored.classifierLabels, C: 2.5)
    expectClose(
      model.value(at: stored.classifierPoint), stored.classifierValue,
      "½‖w‖² + C Σ L at a random point")
    expectClose(
      model.gradient(at: stored.classifierPoint), stored.classifierGradient, "its gradient")
    let small = TextClassifier(
      SparseMatrix([3, 2], rows: [0, 0, 1, 2], columns: [0, 1, 1, 0], values: [0.6, 0.8, 1, 1]),
      [1, 0, 1], C: 0.7)
    let point: NDArray<Double> = [0.3, -1.2, 0.5]
    expectGradient(small.gradient(at: point), at: point, named: "dw", sizes: [3]) {
      small.value(at: $0)
    }
    expectClose(
      small.value(at: [0, 0, 0]), 0.7 * 3 * 0.6931471805599453, "all weights 0: C · 3 ln 2")
    expectClose(
      small.value(at: [5, 0, 0]) - small.value(at: [-5, 0, 0]), 0.7 * -5,
      "the intercept is not punished")
    expectClose(
      small.value(at: [1000, 0, 0]), 0.7 * 1000, "logits of 1000: only the text of class 0 costs")
  }

  @Test("the minimum that scikit-learn finds") func classifierAgainstScikitLearn() throws {
    let stored = try stored()
    let texts = Array(try Datasets.reviews().train.texts.prefix(90))
    let vectoriser = TextVectoriser(fitting: texts) { tokens($0) }
    var model = TextClassifier(vectoriser.transform(texts), stored.classifierLabels, C: 2.5)
    model.fit()
    expectClose(
      model.parameters, stored.classifierParameters, tolerance: 1e-4, "the weights at the minimum")
    let unknown = model.logits(vectoriser.transform(["qqq zzz"]))
    expectClose(unknown, model.parameters[..<1], "a text of words never seen: the intercept alone")
  }
}
