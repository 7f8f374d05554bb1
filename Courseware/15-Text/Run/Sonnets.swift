import Classification
import CourseKit
import NDArray
import Text

/// n characters of each piece of text between blanks, with a blank before and behind it: marks and endings show.
private func padded(_ text: String, _ n: Int) -> [String] {
  text.lowercased().split(whereSeparator: \.isWhitespace).flatMap { characterNGrams(" \($0) ", n) }
}

/// To whom does a sonnet speak?
func sonnets() throws {
  section("Sonnets: to the young man (126) or to the woman (28)? Five folds")
  let (data, peers) = (try Datasets.sonnets(), try stored("runs.json", as: Peers.self))
  let views: [(String, @Sendable (String) -> [String])] = [
    ("words", { tokens($0) }),
    ("4-grams", { padded($0, 4) }),
    (
      "everything",
      { text in
        tokens(text) + wordNGrams(tokens(text), 2) + (3...5).flatMap { padded(text, $0) }
      }
    ),
  ]
  let progress = ProgressMeter("sonnets", total: views.count * peers.folds.count)
  var plot = Plot("Sonnets: area by partition", x: "partition", y: "mean area of the five folds")
  print("                   partition 0         the eight others")
  for (name, make) in views {
    // The features of a poem are the same in every fold; only vocabulary and weights are learned anew.
    let known = Dictionary(uniqueKeysWithValues: data.texts.map { ($0, make($0)) })
    let features: @Sendable (String) -> [String] = { known[$0]! }
    var areas: [Double] = []
    for folds in peers.folds {
      var sum = 0.0
      for fold in 0..<5 {
        let (learn, held) = ((folds .!= fold).nonzero()[0], (folds .== fold).nonzero()[0])
        let texts = learn.elements.map { data.texts[$0] }
        let vectoriser = TextVectoriser(fitting: texts, isSublinear: true, features: features)
        var model = TextClassifier(vectoriser.transform(texts), data.labels[learn], C: 10)
        model.fit()
        let scores = model.logits(vectoriser.transform(held.elements.map { data.texts[$0] }))
        sum += ROCCurve(scores: scores, labels: data.labels[held]).area
      }
      areas.append(sum / 5)
      progress.advance(name)
    }
    let peer = peers.sonnets[name]!
    let others = areas.dropFirst()
    print(
      "\(name.padding(12)) ours \(areas[0].text(4)), scikit-learn \(peer[0].text(4));"
        + " mean \(NDArray(Array(others)).mean().text(4)), \(others.min()!.text(4)) to \(others.max()!.text(4))"
    )
    plot.line(NDArray(areas), label: name, marked: true)
  }
  plot.xRange = -0.3...8.3
  try save(Figure(plot, panelSize: (640, 400)), "sonnets")
}
