import GradedTests
import NDArray

/// What PyTorch computed for a model at a random point; made by References/make_references.py.
struct ModelCase: Decodable {
  let features, parameters, upstream, logits, losses: NDArray<Double>
  let labels: NDArray<Int>
  let penalty, loss: Double
  let dLogits, dParameters, dInput, gradient: NDArray<Double>
  let probabilities: NDArray<Double>?

  /// "40 objects, 10 features"
  var name: String { "\(features.shape[0]) objects, \(features.shape[1]) features" }
}

/// A confusion matrix with everything that scikit-learn says about it.
struct ReportCase: Decodable {
  let actual, predicted, counts: NDArray<Int>
  let names: [String]
  let digits: Int
  let text: String
  let accuracy: Double
  let precision, recall, f1, macro, weighted: NDArray<Double>
}
