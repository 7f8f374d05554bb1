import CourseKit
import Foundation
import NDArray
import Networks

/// A network in two parts: a `body` that makes features of pictures, and a `head` that reads the classes off them.
///
/// The body is what can be taken along to another task; the head belongs to the classes it was trained on. The mean
/// and the deviation of the pictures that the body was trained on are saved with it: whatever it sees later has to
/// be brought to the same scale.
public final class Classifier<Element: NDFloat>: Module {
  /// Pictures (N, C, H, W) → features (N, F).
  public let body: Sequential<Element>
  /// Features (N, F) → logits (N, classes).
  public private(set) var head: Linear<Element>
  /// Of each channel of the pictures that the body was first trained on, (C, 1, 1).
  public let mean, deviation: Buffer<Element>

  /// A new head of `classes` outputs on `body`, which gives `features` numbers for a picture.
  ///
  /// - Parameter statistics: the mean and the deviation of each channel of the training pictures, as unit 07's
  ///   `channelStatistics` tells them.
  public init(
    body: Sequential<Element>, features: Int, classes: Int,
    statistics: (mean: [Double], deviation: [Double]), using generator: inout Generator
  ) {
    self.body = body
    head = Linear(features, classes, .he, using: &generator)
    func column(_ numbers: [Double]) -> NDArray<Element> {
      NDArray(numbers.map { Element($0) }, shape: [numbers.count, 1, 1])
    }
    mean = Buffer("mean", column(statistics.mean))
    deviation = Buffer("deviation", column(statistics.deviation))
  }

  /// What the body makes of pictures `x` (N, C, H, W): normalised as its training pictures were, then through its
  /// layers. (N, F).
  public func features(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    body.forward((x - mean.value) / deviation.value)
    // END SOLUTION
  }

  /// The logits of pictures `x` (N, C, H, W).
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> { head.forward(features(x)) }

  /// The position of the first layer of the body that has a parameter to learn; the number of layers where none has.
  /// Running statistics are nothing to learn.
  public var firstLearning: Int {
    // BEGIN SOLUTION
    let layers = body.layers
    return layers.firstIndex { $0.parameters.contains { !$0.isFrozen } } ?? layers.count
    // STUB: // body.layers.firstIndex { … } is nil where no layer meets the condition.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The gradients of the head, and of the body from its last layer back to the first one that learns. Below that
  /// nobody waits for a gradient, so none is computed.
  public func backward(_ dLogits: NDArray<Element>) {
    // BEGIN SOLUTION
    var gradient = head.backward(dLogits)
    for layer in body.layers[firstLearning...].reversed() { gradient = layer.backward(gradient) }
    // STUB: // head.backward first; then body.layers[firstLearning...] from the last to the first.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Training and use differ for the layers that learn and those above them. What lies below the first one that
  /// learns is used, not trained: its batch normalisation takes the running statistics, its dropout drops nothing.
  public func setTraining(_ isTraining: Bool) {
    // BEGIN SOLUTION
    let first = firstLearning
    for (position, layer) in body.layers.enumerated() {
      layer.setTraining(isTraining && position >= first)
    }
    // STUB: // layer.setTraining(…) for each of body.layers.enumerated(); the head is linear and knows no difference.
    // STUB: notImplemented()
    // END SOLUTION
  }
}

// MARK: - Another head

extension Classifier {
  /// A fresh head for another task, drawn anew by He's rule, which learns. The body is left as it is.
  public func replaceHead(classes: Int, using generator: inout Generator) {
    // BEGIN SOLUTION
    head = Linear(head.weight.value.shape[0], classes, .he, using: &generator)
    // STUB: // head = Linear(features, classes, .he, using: &generator); the old head's weight tells the number of
    // STUB: // features.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// A head for other classes, of which the old head may know some: those keep their weights and their bias, the
  /// others are drawn anew.
  ///
  /// - Parameters:
  ///   - old: the names of the old head's outputs, in their order.
  ///   - new: the names of the outputs that are wanted, in theirs. The order may be another, and is what makes a
  ///     head wrong that is merely copied.
  public func replaceHead(
    from old: [String], to new: [String], using generator: inout Generator
  ) {
    let known = head
    replaceHead(classes: new.count, using: &generator)
    // BEGIN SOLUTION
    for (place, name) in new.enumerated() {
      guard let before = old.firstIndex(of: name) else { continue }
      head.weight.value[.all, place] = known.weight.value[.all, before]
      head.bias.value[place] = known.bias.value[before]
    }
    // STUB: // The column `place` of head.weight.value, and head.bias.value[place], from the place that the name
    // STUB: // had in `old`, if it had one.
    // STUB: _ = known
    // STUB: notImplemented()
    // END SOLUTION
  }
}

// MARK: - Files

extension Classifier {
  /// Writes body, head and normalisation as `.npz`.
  public func save(to file: URL) throws { try ModelFile.write(self, to: file) }

  /// Takes the body and its normalisation from a file, and leaves the head as it is: it may have other classes.
  ///
  /// - Throws: an error that lists what is missing or of another shape; then nothing has been changed.
  public func loadBody(from file: URL) throws {
    // BEGIN SOLUTION
    try ModelFile(file).load(into: self, except: ["head."])
    // STUB: // ModelFile(file).load(into: …, except: …), see CourseDesign.md; names that begin with "head." are
    // STUB: // left out.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
