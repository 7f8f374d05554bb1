import CourseKit
import NDArray
import Testing

@Suite struct PictureTests {
  @Test func digitsAndClothes() throws {
    let digits = try Datasets.mnist()
    #expect(digits.train.pixels.shape == [4000, 28, 28] && digits.test.count == 1000)
    #expect(digits.train.labels[0..<12] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
    #expect((digits.test.labels .== 7).sum() == 100)
    let clothes = try Datasets.fashionMNIST()
    #expect(
      clothes.train.pixels.shape == [2000, 28, 28] && clothes.test.pixels.shape == [500, 28, 28])
    #expect(clothes.train.classNames[9] == "ankle boot" && clothes.test.labels[3] == 3)
    #expect(digits.train.origin.hasSuffix("CC BY-SA 3.0") && clothes.test.origin.hasSuffix("MIT"))
    let values: NDArray<Float> = digits.test[[3, 1]].values()
    #expect(values.shape == [2, 1, 28, 28] && values.max() == 1 && values.min() == 0)
  }

  @Test func emojiAndPhotos() throws {
    let (noto, open) = (try Datasets.emoji(.noto), try Datasets.emoji(.openMoji))
    #expect(noto.pixels.shape == [354, 4, 32, 32] && open.pixels.shape == [354, 4, 32, 32])
    #expect(noto.names == open.names && noto.labels == open.labels && noto.pixels != open.pixels)
    #expect(noto.names[0] == "monkey face" && open.origin.hasSuffix("CC BY-SA 4.0"))
    #expect((0..<5).map { c in (noto.labels .== c).sum() } == [113, 101, 24, 60, 56])
    let photos = try Datasets.photos()
    #expect(photos.pixels.shape == [270, 4, 32, 32] && photos.classNames == noto.classNames)
    #expect((0..<5).map { c in (photos.labels .== c).sum() } == [119, 48, 33, 52, 18])
    let backgrounds = try Datasets.backgrounds()
    #expect(backgrounds.pixels.shape == [14, 3, 96, 128] && backgrounds.names[1] == "cliff")
    #expect(backgrounds.origin.contains("GPL"))
  }

  @Test func opacityMixesWithTheBackground() throws {
    let pixels = NDArray<UInt8>([255, 0, 51, 51], shape: [1, 4, 1, 1])
    let picture = Pictures(pixels: pixels, labels: [0], classNames: ["dot"])
    let white = picture.over(NDArray<Double>(1)).reshaped([3])
    #expect(abs(white - NDArray([1, 0.8, 0.84])).max() < 1e-15)
    let colour = picture.over(NDArray<Double>([0, 0.5, 1], shape: [3, 1, 1])).reshaped([3])
    #expect(abs(colour - NDArray([0.2, 0.4, 0.84])).max() < 1e-15)
  }

  @Test func partsKeepWhatBelongsTogether() throws {
    let photos = try Datasets.photos()
    var generator = Generator(seed: 5)
    let parts = photos.stratifiedSplit(testFraction: 0.3, using: &generator)
    #expect(parts.test.count == 81 && parts.train.count == 189)
    #expect((parts.test.labels .== 4).sum() == 5 && parts.test.names.count == 81)
    let cars = photos.choosing([4, 1])
    #expect(
      cars.count == 66 && (cars.labels .== 0).sum() == 18 && cars.classNames == ["vehicle", "food"])
    for (name, label) in zip(cars.names, cars.labels.elements).prefix(20) {
      let place = try #require(photos.names.firstIndex(of: name))
      #expect(photos.labels[place] == [4, 1][label])
    }
  }
}
