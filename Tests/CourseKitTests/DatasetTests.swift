import CourseKit
import NDArray
import Testing

@Suite struct DatasetTests {
  @Test func digits() throws {
    let digits = try Datasets.digits()
    #expect(digits.features.shape == [1797, 64] && digits.targets.shape == [1797])
    #expect(digits.features.min() == 0 && digits.features.max() == 16)
    // As scikit-learn's load_digits() has them.
    #expect(digits.features.sum() == 561_718)
    #expect(
      (0..<10).map { k in (digits.targets .== k).sum() } == [
        178, 182, 177, 183, 181, 182, 181, 179, 174, 180,
      ])
    #expect(digits.classNames.count == 10 && digits.featureNames.count == 64)
  }

  @Test func smallTables() throws {
    let iris = try Datasets.iris()
    #expect(
      iris.features.shape == [150, 4] && iris.classNames == ["setosa", "versicolor", "virginica"])
    #expect(abs(iris.features.mean() - 3.4645) < 1e-12)
    let cancer = try Datasets.breastCancer()
    #expect(cancer.features.shape == [569, 30] && cancer.classNames == ["malignant", "benign"])
    #expect(cancer.targets.sum() == 357 && cancer.featureNames[29] == "worst fractal dimension")
    let wine = try Datasets.wine()
    #expect(wine.features.shape == [178, 13] && wine.featureNames.count == 13)
    #expect((wine.targets .== 1).sum() == 71)
    let diabetes = try Datasets.diabetes()
    #expect(diabetes.features.shape == [442, 10] && diabetes.featureNames.count == 10)
    #expect(diabetes.targets[0..<3] == [151, 75, 141] && diabetes.targets.sum() == 67243)
  }

  @Test func everySetTellsItsTerms() throws {
    for origin in try [
      Datasets.digits().origin, Datasets.iris().origin, Datasets.breastCancer().origin,
      Datasets.wine().origin,
    ] { #expect(origin.hasSuffix("CC BY 4.0")) }
    #expect(try Datasets.diabetes().origin.contains("BSD 3-clause"))
  }
}

@Suite struct SplitTests {
  @Test func theSplitIsThePermutationThatIsDocumented() {
    var (first, second) = (Generator(seed: 3), Generator(seed: 3))
    let split = trainTestSplit(count: 11, testFraction: 0.25, using: &first)
    let order = second.permutation(11)
    #expect(split.test == order[0..<3] && split.train == order[3...])
  }

  @Test func bothPartsTogetherAreTheWhole() throws {
    let digits = try Datasets.digits()
    for seed in 0..<5 {
      var generator = Generator(seed: seed)
      for split in [
        trainTestSplit(count: digits.count, using: &generator),
        trainTestSplit(stratifiedBy: digits.targets, using: &generator),
      ] {
        #expect(split.test.count == 360 && split.train.count == 1437)
        let all = (split.train.elements + split.test.elements).sorted()
        #expect(all == Array(0..<1797))
      }
    }
  }

  @Test func stratifiedPartsHaveTheSharesOfTheWhole() throws {
    let digits = try Datasets.digits()
    var generator = Generator(seed: 0)
    let split = digits.stratifiedSplit(using: &generator)
    let sizes = (0..<10).map { k in (split.test.targets .== k).sum() }
    // As train_test_split(stratify=y, test_size=0.2) of scikit-learn shares out 360 places, but for
    // the tie of 1 and 5, which it decides at random.
    #expect(sizes == [36, 37, 35, 37, 36, 36, 36, 36, 35, 36])
    #expect(split.test.features.shape == [360, 64] && split.test.classNames.count == 10)
  }

  @Test func sharesOutPlacesByTheLargestRemainder() {
    var generator = Generator(seed: 0)
    let labels = NDArray([7, 7, 7, 7, 7, 7, 2, 2, 2, 5])
    // 4 of 10 places: 2.4, 1.2 and 0.4, of which 7 and 5 have the same remainder.
    let split = trainTestSplit(stratifiedBy: labels, testFraction: 0.4, using: &generator)
    let test = labels[split.test].elements
    #expect(
      test.count { $0 == 7 } == 2 && test.count { $0 == 2 } == 1 && test.count { $0 == 5 } == 1)
  }

  @Test func rowsAndTargetsStayTogether() throws {
    let iris = try Datasets.iris()
    var generator = Generator(seed: 1)
    let split = iris.trainTestSplit(using: &generator)
    var again = Generator(seed: 1)
    let positions = trainTestSplit(count: 150, using: &again)
    #expect(split.test.features == iris.features[positions.test])
    #expect(split.train.targets == iris.targets[positions.train])
  }

  @Test func aPartWithNothingTraps() async {
    await #expect(processExitsWith: .failure) {
      var generator = Generator(seed: 1)
      _ = trainTestSplit(count: 3, testFraction: 1, using: &generator)
    }
  }
}

@Suite struct TrainingPartsTests {
  @Test func batchesTakeEveryRowOnce() {
    var (first, second) = (Generator(seed: 5), Generator(seed: 5))
    let cut = batches(of: 4, count: 10, using: &first)
    #expect(cut.map(\.count) == [4, 4, 2])
    #expect(concatenated(cut) == second.permutation(10))
    // The next epoch has another order.
    #expect(concatenated(batches(of: 4, count: 10, using: &first)) != concatenated(cut))
  }

  @Test func batchesKeepRowsAndLabelsTogether() {
    var generator = Generator(seed: 5)
    let x = NDArray<Double>.arange(20).reshaped([10, 2])
    let y = NDArray.arange(10)
    var seen: [Int] = []
    for (rows, labels) in batches(of: 3, x, y, using: &generator) {
      #expect(rows == x[labels])
      seen += labels.elements
    }
    #expect(seen.sorted() == Array(0..<10))
  }

  @Test func standardiserIsFittedOnTheTrainingPart() throws {
    var generator = Generator(seed: 2)
    let split = try Datasets.wine().trainTestSplit(using: &generator)
    let scaled = Standardiser(fitting: split.train.features)
    let z = scaled(split.train.features)
    #expect(abs(z.mean(axis: 0)).max() < 1e-12)
    #expect(abs(z.std(axis: 0) - 1).max() < 1e-12)
    #expect(abs(scaled.inverse(z) - split.train.features).max() < 1e-10)
    #expect(abs(scaled(split.test.features).mean(axis: 0)).max() > 1e-3)
  }

  @Test func aConstantFeatureStaysZero() {
    let x: NDArray<Double> = [[0.1, 1], [0.1, 2], [0.1, 3]]
    let scaled = Standardiser(fitting: x)
    #expect(abs(scaled(x)[.all, 0]).max() < 1e-15 && scaled.deviation[0] == 1)
  }

  @Test func oneHotRows() {
    #expect(oneHot([2, 0], classes: 3) == [[0, 0, 1], [1, 0, 0]])
  }

  @Test func mistakesTrapWithTheirShapes() async throws {
    let label = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = oneHot([0, 3], classes: 3)
    }
    #expect(try text(label).contains("oneHot: label 3 at 1 is not in 0 ..< 3"))
    let rows = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = Generator(seed: 0)
      _ = batches(of: 2, NDArray.zeros([4, 2]), NDArray<Int>.zeros([3]), using: &generator)
    }
    #expect(try text(rows).contains("batches: [4, 2] and [3] differ in their number of rows"))
  }

  private func text(_ result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }
}
