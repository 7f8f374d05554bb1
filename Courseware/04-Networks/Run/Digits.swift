import CourseKit
import NDArray
import Networks

func digitsNetwork(using generator: inout Generator) -> Sequential<Double> {
  Sequential([
    Linear(64, 256, .he, using: &generator), Activate(.relu),
    Linear(256, 128, .he, using: &generator), Activate(.relu),
    Linear(128, 10, .he, using: &generator),
  ])
}

func digits() throws {
  print("\nDigits")
  let digits = try Datasets.digits()
  for seed in 0..<6 {
    var generator = Generator(seed: seed)
    let split = digits.trainTestSplit(testFraction: 0.2, using: &generator)
    let (train, test) = (split.train, split.test)
    let network = digitsNetwork(using: &generator)
    for _ in 0..<60 {
      _ = trainEpoch(
        network, train.features / 16, train.targets, batchSize: 32, rate: 0.1, using: &generator)
    }
    let accuracy = (predict(network, test.features / 16) .== test.targets).mean()
    print("  split \(seed): \(accuracy.text(4))")
  }
}
