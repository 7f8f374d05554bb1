import CourseKit
import NDArray
import Text

private let texts = [
  "This movie is very scary and long", "This movie is not scary and is slow",
  "This movie is spooky and good",
]
private let words = [
  "this", "movie", "is", "very", "scary", "and", "long", "not", "slow", "spooky", "good",
]

/// The tables of the lecture, and where the printed ones are wrong.
func threeReviews() throws {
  section("Three reviews: counts")
  let counts = bagOfWords(texts.map(tokens), Vocabulary(words))
  print("review    1 2 3   df  idf     TF-IDF of each")
  let (df, idf, weights) = (
    documentFrequencies(counts), inverseDocumentFrequencies(counts), tfidf(counts)
  )
  for (i, word) in words.enumerated() {
    print(
      "\(word.padding(9)) \(counts[.all, i].row(0))   \(df[i].row(0))   \(idf[i].row(2))    \(weights[.all, i].row(3))"
    )
  }
  print("words     \(counts.sum(axis: 1).row(0))")
  let exact: [Double] = [weights[0, 3].scalar, weights[0, 4].scalar, weights[1, 4].scalar]
  print(
    "very, scary, scary, not, good: \(NDArray(exact + [weights[1, 7].scalar, weights[2, 10].scalar]).row(7))"
  )
  print("with .48 for the logarithm, .48/7 = \((0.48 / 7).text(4))")

  section("How alike are reviews 1 and 2?")
  let smooth = smoothedTfidf(counts)
  print("cosine of the counts  \(cosine(counts[0], counts[1]).text(6))")
  print("of TF-IDF             \(cosine(weights[0], weights[1]).text(7))")
  print("of scikit-learn's     \(cosine(smooth[0], smooth[1]).text(6))")
  print("scary there           \(smooth[..<2, 4].row(6))")
  let names = ["1", "2", "3"]
  let maps = [
    HeatMap(
      counts.T, title: "counts", x: "review", rowNames: words, columnNames: names, format: "%.0f"),
    HeatMap(
      weights.T, title: "TF-IDF, log₁₀", x: "review", rowNames: words, columnNames: names,
      format: "%.3f"),
    HeatMap(
      smooth.T, title: "scikit-learn's", x: "review", rowNames: words, columnNames: names,
      format: "%.3f"),
  ]
  try save(Figure(panels: maps, columns: 3, panelSize: (360, 460)), "three-reviews")
}

/// Where what means the same is not near.
func compactness() {
  section("Compactness, and where it fails")
  let pair = ["The cat is sleeping on the couch.", "A feline rests upon the sofa."]
  func alike(_ documents: [[String]]) -> Double {
    let counts = bagOfWords(documents, Vocabulary(documents.flatMap { $0 }))
    return cosine(counts[0], counts[1])
  }
  print("two sentences of one meaning  \(alike(pair.map(tokens)).text(6))")
  print("without stop words            \(alike(pair.map { withoutStopWords(tokens($0)) }).text(6))")
  let opposite = ["not bad, good", "not good, bad"]
  print("“not bad, good”, “not good, bad”  \(alike(opposite.map(tokens)).text(6))")
  print(
    "the same by pairs             \(alike(opposite.map { wordNGrams(tokens($0), 2) }).text(6))")
  let line = { (column: Int) in
    var picture = NDArray<Double>.zeros([5, 7])
    picture[.all, column] = 1
    return picture.flattened()
  }
  let (a, b) = (line(2), line(4))
  print(
    "a line moved by two pixels    \(cosine(a, b).text(6)), distance \(square(a - b).sum().squareRoot().text(6))"
  )
  let time = NDArray.linspace(0, 1, count: 1000, endpoint: false)
  let tones = [5.0, 6.0].map { sin(2 * .pi * $0 * time) }
  print("tones of 5 and 6 cycles       \(abs(cosine(tones[0], tones[1])).text(6))")
}
