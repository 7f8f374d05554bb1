import Classification
import CourseKit
import NDArray
import Text

/// What scikit-learn made of the same texts, and the folds of the sonnets.
struct Peers: Decodable {
  struct Result: Decodable {
    let features: Int
    let accuracy, area: Double
  }
  let reviews: [String: Result]
  let sonnets: [String: [Double]]
  let folds: [NDArray<Int>]
}

/// A text as words, and more.
let views: [(name: String, features: @Sendable (String) -> [String])] = [
  ("words", { tokens($0) }),
  ("stems", { tokens($0).map(PorterStemmer.stem) }),
  ("words and pairs", { tokens($0) + wordNGrams(tokens($0), 2) }),
]

/// Five stars or fewer, by the words.
func reviews() throws {
  section("Reviews: five stars or fewer? 1522 to learn from, 386 held out")
  let (data, peers) = (try Datasets.reviews(), try stored("runs.json", as: Peers.self))
  var plot = Plot(
    "Reviews: ROC curves", x: "of fewer stars, taken for five", y: "of five stars, found")
  print("features                    accuracy  area    scikit-learn    ")
  for (name, features) in views {
    let vectoriser = TextVectoriser(
      fitting: data.train.texts, isSublinear: true, features: features)
    var model = TextClassifier(vectoriser.transform(data.train.texts), data.train.labels, C: 1)
    model.fit()
    let logits = model.logits(vectoriser.transform(data.test.texts))
    let right = ((logits .> 0).asType(Int.self) .== data.test.labels).mean()
    let curve = ROCCurve(scores: logits, labels: data.test.labels)
    let peer = peers.reviews[name]!
    print(
      "\(name.padding(16)) \("\(vectoriser.vocabulary.count)".padding(10)) \(right.text(4))    "
        + "\(curve.area.text(4))  \(peer.accuracy.text(4)) \(peer.area.text(4))")
    plot.line(NDArray(curve.truePositiveRate), x: NDArray(curve.falsePositiveRate), label: name)
    if name == "words and pairs" {
      let order = model.parameters[1...].argSorted().elements
      let list = { (places: [Int]) in
        places.map { vectoriser.vocabulary.words[$0] }.joined(separator: ", ")
      }
      print("for five: \(list(Array(order.suffix(12).reversed())))")
      print("against:  \(list(Array(order.prefix(12))))")
      let logit = model.logits(vectoriser.transform(["zxcv qwerty"])).scalar
      print("a review of words never seen: the logit is the intercept, \(logit.text(4))")
    }
  }
  plot.line([0, 1], x: [0, 1], label: "by chance", dashed: true)
  plot.hasEqualAxes = true
  try save(Figure(plot, panelSize: (640, 560)), "reviews")
}
