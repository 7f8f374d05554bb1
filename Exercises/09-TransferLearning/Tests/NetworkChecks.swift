import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing
import TransferLearning

@Suite(.graded) struct NetworkChecks {
  private func resNet(
    _ blocks: Int = 3, _ shortcut: Shortcut = .projection
  ) -> Sequential<Double> {
    var generator = Generator(seed: 30)
    return resNetBody(blocks: blocks, shortcut: shortcut, using: &generator)
  }

  @Test("the lecture's table: 271,824 and 195, together 272,019") func resNet20Counts() throws {
    let counts = try (reference("networks.json") as NetworkReferences).counts
    let body = resNet()
    #expect(body.counts.trainable == 271_824, "the body of ResNet-20 with 1×1 shortcuts")
    #expect(body.counts.trainable == counts["resNet20"], "and so PyTorch counts")
    var generator = Generator(seed: 31)
    let model = Classifier<Double>(
      body: body, features: 64, classes: 3, statistics: ([0, 0, 0], [1, 1, 1]), using: &generator)
    model.freezeBody()
    #expect(model.counts.trainable == 195, "trainable: a head of 64 → 3, W and b")
    #expect(model.counts.frozen == 271_824, "not trainable: the body")
    model.replaceHead(classes: 100, using: &generator)
    model.unfreeze()
    #expect(model.counts.trainable == 278_324, "with 100 classes, everything learning")
  }

  @Test("shortcuts without parameters save 2,752; five blocks a stage are ResNet-32")
  func otherResNetCounts() throws {
    let counts = try (reference("networks.json") as NetworkReferences).counts
    #expect(resNet(3, .padding).counts.trainable == counts["resNet20Padding"], "269,072")
    #expect(resNet(5).counts.trainable == counts["resNet32"], "466,256")
  }

  @Test("three stages, each half as large as the one before") func resNetShapes() {
    let body = resNet()
    var x = NDArray<Double>.zeros([1, 3, 32, 32])
    var shapes: [[Int]] = []
    for layer in body.layers {
      x = layer.forward(x)
      if shapes.last != x.shape { shapes.append(x.shape) }
    }
    #expect(
      shapes == [[1, 16, 32, 32], [1, 32, 16, 16], [1, 64, 8, 8], [1, 64]],
      "the shapes that come up in a picture's way through the layers")
    let convolutions = body.namedParameters.filter {
      $0.parameter.value.rank == 4 && !$0.name.contains("shortcut")
    }
    #expect(convolutions.count == 19, "19 convolutions and the head make the 20 layers of its name")
    var generator = Generator(seed: 32)
    let grey: Sequential<Float> = resNetBody(
      inputs: 1, blocks: 1, widths: [4, 6], using: &generator)
    #expect(
      grey.forward(.zeros([2, 1, 9, 7])).shape == [2, 6], "grey pictures, two stages, in Float")
    let level: Sequential<Float> = resNetBody(
      inputs: 1, blocks: 1, widths: [4, 4], using: &generator)
    let maps = level.layers.dropLast().reduce(NDArray<Float>.zeros([1, 1, 8, 8])) { $1.forward($0) }
    expectShape(maps, [1, 4, 4, 4], "a stage as wide as the one before begins with stride 2, too")
  }

  @Test("a small ResNet agrees with PyTorch, in use and in training") func resNetAgainstPyTorch()
    throws
  {
    let references: NetworkReferences = try reference("networks.json")
    var generator = Generator(seed: 33)
    let body: Sequential<Double> = resNetBody(
      inputs: 2, blocks: 2, widths: [2, 3, 4], using: &generator)
    expectLike(references.resNet, body, "resNetBody(inputs: 2, blocks: 2, widths: [2, 3, 4])")
  }

  @Test("numbers of channels are multiples of 8") func scaledChannelsByHand() {
    for (channels, width, expected) in [
      (32, 0.5, 16), (16, 0.5, 8), (24, 0.5, 16), (96, 0.5, 48), (16, 0.25, 8), (24, 1, 24),
      (24, 0.75, 24), (16, 1.2, 24), (320, 0.35, 112), (174, 0.5, 88),
      (71, 0.5, 32), (88, 0.5, 48),
    ] {
      let got = scaledChannels(channels, by: width)
      #expect(
        got == expected,
        "\(width) · \(channels) = \(width * Double(channels)): the nearest multiple of 8 that loses no more than a tenth is \(expected), got \(got)"
      )
    }
  }

  @Test("the network of the lecture's hub line, MobileNetV2 × 0.5", .graded(seconds: 20))
  func mobileNetCounts() throws {
    let counts = try (reference("networks.json") as NetworkReferences).counts
    for (width, name, expected) in [
      (0.5, "mobileNetHalf", 687_680), (0.75, "mobileNet75", 1_355_424),
    ] {
      var generator = Generator(seed: 34)
      let body: Sequential<Float> = mobileNetBody(width: width, using: &generator)
      #expect(body.counts.trainable == expected, "MobileNetV2 × \(width) without its head")
      #expect(body.counts.trainable == counts[name], "and so PyTorch counts")
      if width == 0.5 {
        body.setTraining(false)
        var x = NDArray<Float>.zeros([1, 3, 32, 32])
        var shapes: [[Int]] = []
        for layer in body.layers {
          x = layer.forward(x)
          if shapes.last != x.shape { shapes.append(x.shape) }
        }
        #expect(
          shapes == [
            [1, 16, 32, 32], [1, 8, 32, 32], [1, 16, 32, 32], [1, 16, 16, 16], [1, 32, 8, 8],
            [1, 48, 8, 8], [1, 80, 4, 4], [1, 160, 4, 4], [1, 1280, 4, 4], [1, 1280],
          ],
          "the shapes that come up in a picture's way; 1,280 features, also where all else is halved"
        )
        let sizes = body.layers.compactMap { $0 as? InvertedResidual<Float> }
        #expect(sizes.count == 17, "17 blocks")
        #expect(sizes.count { $0.hasShortcut } == 10, "10 of them with a shortcut")
        // Batch normalisation with γ = 10 sends numbers below 0 and above 6 to what follows it.
        body.setTraining(true)
        for parameter in body.parameters where parameter.name == "γ" { parameter.value *= 10 }
        let noise = generator.random([2, 3, 32, 32]).asType(Float.self)
        let first = body.layers.prefix { !($0 is InvertedResidual<Float>) }
        for (layers, place) in [(first, "the first block"), (body.layers.dropLast(), "the mean")] {
          let maps = layers.reduce(noise) { $1.forward($0) }
          #expect(
            maps.min() == 0 && maps.max() == 6,
            "in front of \(place) stands ReLU6: 0 to 6, got \(maps.min()) to \(maps.max())")
        }
      }
    }
    var generator = Generator(seed: 35)
    let wide: Sequential<Float> = mobileNetBody(width: 1.1, using: &generator)
    let last = wide.layers.compactMap { $0 as? Conv2d<Float> }.last
    #expect(
      last?.weight.value.shape == [1408, 352, 1, 1],
      "1.1 times as wide: 1.1 · 320 channels become 1.1 · 1280, for only a narrow network keeps 1280"
    )
  }
}
