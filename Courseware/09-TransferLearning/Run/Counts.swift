import CourseKit
import NDArray
import Networks
import TransferLearning

/// The lecture's table, and the network that its other line loads.
func counts() {
  section("Weights of a convolution, 3 × 3, from 32 to 64 channels")
  let (whole, parts) = (
    convolutionWeights(32, 64, kernel: 3), separableWeights(32, 64, kernel: 3)
  )
  print("whole      \(whole.grouped.right(8))")
  print(
    "separable  \(parts.grouped.right(8))  = \(convolutionWeights(32, 32, kernel: 3, groups: 32)) + \(convolutionWeights(32, 64, kernel: 1).grouped), a part of 1/\((Double(whole) / Double(parts)).text(2))"
  )

  section("ResNet-20 with a head of three classes, its body frozen")
  var generator = Generator(seed: 0)
  let body: Sequential<Float> = resNetBody(using: &generator)
  let model = Classifier<Float>(
    body: body, features: 64, classes: 3, statistics: ([0, 0, 0], [1, 1, 1]), using: &generator)
  model.freezeBody()
  body.setTraining(false)
  var table = Summary()
  var x = NDArray<Float>.zeros([1, 3, 32, 32])
  for (number, layer) in body.layers.enumerated() {
    x = layer.forward(x)
    add(layer, "\(number)", x.shape, to: &table)
  }
  table.add("head", model.head, output: model.head.forward(x).shape)
  print(table)
  let (trainable, frozen) = model.counts
  print("total \((trainable + frozen).grouped), trainable \(trainable), frozen \(frozen.grouped)")

  section("Parameters without a head")
  let padded: Sequential<Float> = resNetBody(shortcut: .padding, using: &generator)
  let half: Sequential<Float> = mobileNetBody(width: 0.5, using: &generator)
  for (name, body, features) in [
    ("ResNet-20", body, 64), ("ResNet-20, shortcuts without parameters", padded, 64),
    ("MobileNetV2 × 0.5", half, 1280),
  ] {
    let count = body.parameters.reduce(0) { $0 + $1.value.count }
    print(
      "\(name.padding(41)) \(count.grouped.right(8)), with 100 classes \((count + (features + 1) * 100).grouped.right(8))"
    )
  }
}

private func add<Element: NDFloat>(
  _ layer: any Layer<Element>, _ name: String, _ shape: [Int], to table: inout Summary
) {
  table.add(name, layer, output: shape)
}
