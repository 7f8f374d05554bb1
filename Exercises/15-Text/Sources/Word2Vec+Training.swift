import CourseKit
import Foundation
import NDArray

extension Word2Vec {
  /// Which word is told from which.
  public enum Kind: String, Sendable {
    /// The mean of the context tells the word.
    case cbow
    /// The word tells each of its neighbours.
    case skipGram
  }

  /// How training goes.
  public struct Settings: Sendable {
    /// Which word is told from which.
    public var kind = Kind.skipGram
    /// Neighbours are at most this far; each word draws its own distance from 1 to it, so that the near ones count more.
    public var window = 5
    /// Words of noise for each example.
    public var negatives = 5
    /// How often all sentences are read.
    public var epochs = 5
    /// The first learning rate; it falls in a straight line to a ten-thousandth of it.
    public var rate = 0.025
    /// Words with a larger share than this are thinned out; nil keeps all.
    public var threshold: Double?
    /// Where the random numbers begin.
    public var seed = 1

    /// The settings above.
    public init() {}
  }

  /// Trains on `sentences` of word positions and returns the mean loss of each epoch.
  ///
  /// - Parameters:
  ///   - counts: how often each word occurs, (words).
  ///   - pieces: the input rows whose *sum* is the vector of each word, for fastText; the word's own row when nil.
  ///   - progress: is called after each epoch with its loss.
  public func train(
    _ sentences: [[Int]], counts: NDArray<Double>, _ settings: Settings, pieces: [[Int]]? = nil,
    progress: (Double) -> Void = { _ in }
  ) -> [Double] {
    let keep = settings.threshold.map { keepProbabilities(counts, threshold: $0).elements }
    precondition(
      settings.negatives == 0 || counts.elements.count { $0 > 0 } != 1,
      "Word2Vec.train: the text has one word only, and its noise has to be another")
    let noise = Word2Vec.noiseTable(counts)
    var random = Congruential(state: UInt64(settings.seed))
    let total = Double(max(settings.epochs * sentences.count, 1))
    var losses: [Double] = []
    var (seen, noiseWords) = (0, [Int](repeating: 0, count: settings.negatives))
    for _ in 0..<settings.epochs {
      var (sum, examples) = (0.0, 0)
      for sentence in sentences {
        let rate = Float(settings.rate * max(1 - Double(seen) / total, 1e-4))
        seen += 1
        let words = keep.map { keep in sentence.filter { random.unit() < keep[$0] } } ?? sentence
        for i in words.indices {
          let reach = 1 + random.below(settings.window)
          let context = (max(0, i - reach)..<min(words.count, i + reach + 1)).filter { $0 != i }
          if context.isEmpty { continue }
          func learn(_ inputs: [Int], _ scale: Float, _ target: Int) {
            for k in noiseWords.indices {
              repeat {
                noiseWords[k] = noise[random.below(noise.count)]
              } while noiseWords[k] == target
            }
            sum += Double(
              step(inputs: inputs, scale: scale, target: target, negatives: noiseWords, rate: rate))
            examples += 1
          }
          switch settings.kind {
          case .cbow: learn(context.map { words[$0] }, 1 / Float(context.count), words[i])
          case .skipGram:
            let inputs = pieces?[words[i]] ?? [words[i]]
            for j in context { learn(inputs, 1, words[j]) }
          }
        }
      }
      losses.append(sum / Double(max(examples, 1)))
      progress(losses[losses.count - 1])
    }
    return losses
  }

  /// A long list in which each word stands as often as its probability says, so that a draw is one look-up.
  private static func noiseTable(_ counts: NDArray<Double>) -> [Int] {
    let size = 1_000_000
    let ends = noiseProbabilities(counts).cumsum().elements
    var (table, word) = ([Int](), 0)
    table.reserveCapacity(size)
    for i in 0..<size {
      while word < ends.count - 1, (Double(i) + 0.5) / Double(size) > ends[word] { word += 1 }
      table.append(word)
    }
    return table
  }
}

/// A linear congruential generator with Knuth's constants: not good, but a draw costs a nanosecond.
struct Congruential {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 32
  }

  /// 0 ..< bound
  mutating func below(_ bound: Int) -> Int { Int((next() &* UInt64(bound)) >> 32) }

  /// 0 ..< 1
  mutating func unit() -> Double { Double(next()) / 4_294_967_296 }
}
