import Convolution
import CourseKit
import Foundation
import NDArray
import Networks
import Optimisers

/// The digits by a network that shares its weights and by one that does not, of equal size.
struct DigitsRun {
  let x: NDArray<Float>
  let labels: NDArray<Int>
  let cnn, mlp: Sequential<Float>
  /// The held-out pictures of split 0, and the others.
  private let test, train: NDArray<Int>

  /// Trains both on three splits and keeps those of split 0.
  init() throws {
    let data = try Datasets.digits()
    x = (data.features / 16).asType(Float.self).reshaped([-1, 1, 8, 8])
    labels = data.targets
    let peers = try Baselines.load().digits
    section("Digits: 1437 to learn from, 360 held out, 20 epochs of Adam")
    var plot = Plot("Digits: loss by epoch", x: "epoch", y: "cross-entropy")
    let epochs = 20
    let progress = ProgressMeter("digits", total: 6 * epochs)
    var rows: [[Double]] = []
    var kept: [Sequential<Float>] = []
    var (held, learned) = (NDArray<Int>([]), NDArray<Int>([]))
    for seed in 0..<3 {
      var generator = Generator(seed: seed)
      let order = generator.permutation(labels.count)
      let (test, train) = (order[0..<360], order[360...])
      var row: [Double] = []
      for (name, network) in Self.networks(using: &generator) {
        let optimiser = Optimiser(Adam(), network.parameters, rate: 0.003)
        let loss = SoftmaxCrossEntropy<Float>()
        var history: (train: [Double], test: [Double]) = ([], [])
        for epoch in 0..<epochs {
          optimiser.rate = 0.003 * (epoch < 15 ? 1 : 0.2)
          let mean = trainEpoch(
            network, x[train], labels[train], batchSize: 32, optimiser: optimiser,
            using: &generator)
          history.train.append(Double(mean))
          history.test.append(Double(loss.forward(network.forward(x[test]), labels[test])))
          progress.advance("split \(seed), \(name): loss \(mean)")
        }
        row.append((predict(network, x[test]) .== labels[test]).mean())
        guard seed == 0 else { continue }
        kept.append(network)
        (held, learned) = (test, train)
        print("\(name), \(network.parameterCount) parameters")
        for epoch in [1, 2, 5, 10, 20] {
          print(
            "  epoch \(epoch): loss \(history.train[epoch - 1].text(4)), held out \(history.test[epoch - 1].text(4))"
          )
        }
        let axis = NDArray<Double>.arange(1.0, Double(epochs) + 1, 1.0)
        plot.line(NDArray(history.train), x: axis, label: "\(name), training", dashed: true)
        plot.line(NDArray(history.test), x: axis, label: "\(name), held out")
      }
      rows.append(row + [peers[seed].nearest, peers[seed].svc, peers[seed].svc10])
    }
    (cnn, mlp, test, train) = (kept[0], kept[1], held, learned)
    printTable(rows, ["CNN", "MLP", "1-NN", "SVC", "SVC, C = 10"])
    plot.yScale = .logarithmic
    try save(Figure(plot, panelSize: (640, 440)), "digits")
  }

  private static func networks(
    using generator: inout Generator
  ) -> [(name: String, network: Sequential<Float>)] {
    [
      ("CNN", digitsNetwork(using: &generator)),
      (
        "MLP",
        Sequential([
          Flatten(), Linear(64, 80, .he, using: &generator), Activate(.relu),
          Linear(80, 10, .he, using: &generator),
        ])
      ),
    ]
  }

  /// Held-out pictures moved by one pixel in each direction, and further to the right.
  func shifts() throws {
    section("The held-out digits, rolled to the side")
    let (pictures, actual) = (x[test], labels[test])
    let known = labels[train]
    func accuracies(_ pictures: NDArray<Float>) -> [Double] {
      let nearest = known[squaredDistances(pictures, x[train]).argMin(axis: 1)]
      return [predict(cnn, pictures), predict(mlp, pictures), nearest].map {
        ($0 .== actual).mean()
      }
    }
    print("pixels      CNN     MLP     1-NN")
    var lines: [[Double]] = [[], [], []]
    let range = Array(-3...3)
    for shift in range {
      let all = accuracies(pictures.rolled(by: shift, axis: 3))
      print("\(shift)".padding(12) + all.map { $0.text(4) }.joined(separator: "  "))
      for k in 0..<3 { lines[k].append(all[k]) }
    }
    let four = [(1, 2), (-1, 2), (1, 3), (-1, 3)].map { shift, axis in
      accuracies(pictures.rolled(by: shift, axis: axis))
    }
    let means = (0..<3).map { k in (four.map { $0[k] }.reduce(0, +) / 4).text(4) }
    print("all 4 by 1  " + means.joined(separator: "  "))
    let moved = pictures.rolled(by: 1, axis: 3) - pictures
    let toItself = sqrt((moved * moved).sum(axes: [1, 2, 3])).mean()
    let isOther = actual[.all, .newAxis] .!= known
    let others = which(isOther, squaredDistances(pictures, x[train]), .infinity)
    let toOthers = sqrt(others.min(axis: 1)).mean()
    print(
      "distance of a digit to itself one pixel to the right \(Double(toItself).text(2)), "
        + "to the nearest of another class \(Double(toOthers).text(2))")
    var plot = Plot("Held-out digits moved sideways", x: "pixels to the right", y: "accuracy")
    let axis = NDArray(range.map { Double($0) })
    for (name, line) in zip(["CNN", "MLP", "1-NN"], lines) {
      plot.line(NDArray(line), x: axis, label: name, marked: true)
    }
    plot.yRange = 0...1
    try save(Figure(plot, panelSize: (560, 400)), "shifts")
  }

  /// What the first layer has learned, and what it makes of one digit; the mistakes.
  func look() throws {
    section("Learned kernels and maps")
    guard let first = cnn.layers[0] as? Conv2d<Float> else { return }
    let kernels = first.weight.value.asType(Double.self)
    let digit = test[[0]]
    var maps: [NDArray<Double>] = []
    var a = x[digit]
    for layer in cnn.layers.prefix(5) {
      a = layer.forward(a)
      if layer is Activate<Float> { maps.append(a[0].asType(Double.self)) }
    }
    var sheet = NDArray<Double>.full([7, 31], .nan)
    for k in 0..<16 {
      let (top, left) = (k / 8 * 4, k % 8 * 4)
      sheet[top..<(top + 3), left..<(left + 3)] = kernels[k, 0]
    }
    var learned = HeatMap(sheet, title: "The 16 kernels of the first layer")
    learned.rowNames = sheet[.all, 0].elements.map { _ in "" }
    learned.columnNames = sheet[0].elements.map { _ in "" }
    learned.format = nil
    try save(Figure(learned, panelSize: (820, 260)), "learned")
    let panels = [
      ImageGrid(
        x[digit][0].asType(Double.self), title: "A held-out \(labels[digit][0].scalar)", columns: 1),
      ImageGrid(maps[0], title: "The first layer's 16 maps, 8 × 8", columns: 4),
      ImageGrid(maps[1], title: "The second layer's 32 maps, 4 × 4", columns: 6),
    ]
    try save(Figure(panels: panels, columns: 3, panelSize: (380, 400)), "maps")
    let silent = (maps[0].max(axes: [1, 2]) .== 0).asType(Int.self).sum()
    print(
      "a held-out \(labels[digit][0].scalar): \(16 - silent) of the first layer's 16 maps answer")

    let (guess, actual) = (predict(cnn, x[test]), labels[test])
    let wrong = (guess .!= actual).nonzero()[0]
    print("\(wrong.count) of 360 wrong")
    for place in wrong.elements {
      print("  a \(actual[place].scalar) taken for a \(guess[place].scalar)")
    }
  }
}

/// |a − b|² of each picture of `a` from each of `b`.
private func squaredDistances(_ a: NDArray<Float>, _ b: NDArray<Float>) -> NDArray<Float> {
  let (a, b) = (a.reshaped([a.shape[0], -1]), b.reshaped([b.shape[0], -1]))
  let squares = (a * a).sum(axis: 1, keepDims: true) + (b * b).sum(axis: 1)
  return maximum(squares - 2 * a.dot(b.T), 0)
}

/// A line for each split and one for their means.
func printTable(_ rows: [[Double]], _ names: [String]) {
  print("split  " + names.map { $0.padding(12) }.joined())
  let table = NDArray(rows.flatMap { $0 }, shape: [rows.count, names.count])
  for (seed, row) in rows.enumerated() {
    print("\(seed)      " + row.map { $0.text(4).padding(12) }.joined())
  }
  print("mean   " + table.mean(axis: 0).elements.map { $0.text(4).padding(12) }.joined())
}

/// What `make_baselines.py` stored, a row a split.
struct Baselines: Decodable {
  struct Row: Decodable {
    let svc, svc10, nearest: Double
    let patches: Double?
  }
  let digits, emoji, photos: [Row]

  static func load() throws -> Baselines {
    let file = unit.appendingPathComponent("References/baselines.json")
    return try JSONDecoder().decode(Baselines.self, from: Data(contentsOf: file))
  }
}
