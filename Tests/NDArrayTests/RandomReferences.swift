import NDArray

/// What NumPy gives, as `References/make_random.py` has written it.
struct RandomReferences: Decodable, Sendable {
  struct Sequence: Decodable, Sendable {
    let seed: [String]
    let state: [UInt32]
    let children: [[UInt32]]
    let grandchild: [UInt32]
    let raw: [UInt64]
    let jumped: [UInt64]
    let advanced: [UInt64]
  }

  struct File: Decodable, Sendable {
    let seed: [String]
    let count: Int
    let digest: UInt64
  }

  struct Stream: Decodable, Sendable {
    let seed: [String]
    let method: String
    let count: Int
    let positions: [Int]
    let bits: [UInt64]
    let digest: UInt64
  }

  struct Integers: Decodable, Sendable {
    let dtype: String
    let low: String
    let high: String
    let first: [UInt64]
    let second: UInt64
    let next: UInt64
  }

  struct Permutation: Decodable, Sendable {
    let count: Int
    let values: [Int]
    let next: Double
  }

  struct Choice: Decodable, Sendable {
    let population: Int
    let count: Int
    let replace: Bool
    let p: [Double]?
    let shuffle: Bool
    let first: [Int]
    let digest: UInt64
    let next: Double
  }

  struct Arrays: Decodable, Sendable {
    let shuffled: [Int]
    let reversed: [Int]
    let permuted: [Int]
    let chosen: [Int]
    let spawned: [Double]
  }

  let sequences: [Sequence]
  let files: [File]
  let streams: [Stream]
  let integers: [Integers]
  let mixed: [Double]
  let permutations: [Permutation]
  let choices: [Choice]
  let arrays: Arrays

  static let numpy = references("random.json", as: RandomReferences.self)
}

/// The seed sequence of a seed written in decimal, one number or several.
func seedSequence(_ seed: [String]) -> SeedSequence {
  let numbers = seed.map { UInt128($0)! }
  return numbers.count == 1 ? SeedSequence(numbers[0]) : SeedSequence(numbers)
}

/// One word that changes with any bit of any element, as the script's `digest`.
func digest(_ words: some Collection<UInt64>) -> UInt64 {
  words.reduce(0) { $0 &* 6_364_136_223_846_793_005 &+ $1 &+ 1 }
}
