import CourseKit
import NDArray

/// How often each document has each word of the vocabulary: (documents, words). The order of the words in a text is gone.
public func bagOfWords(_ documents: [[String]], _ vocabulary: Vocabulary) -> NDArray<Double> {
  // BEGIN SOLUTION
  stacked(documents.map { vocabulary.counts(of: $0) })
  // END SOLUTION
}

/// $\text{tf}(t, d) = \dfrac{n_t}{\sum_k n_k}$: each row of `counts` (documents, words) as shares of its sum. A document
/// without a known word stays a row of zeros.
public func termFrequencies(_ counts: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  counts / maximum(counts.sum(axis: 1, keepDims: true), 1)
  // END SOLUTION
}

/// In how many documents each word stands, however often in each: (documents, words) → (words).
public func documentFrequencies(_ counts: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  (counts .> 0).asType(Double.self).sum(axis: 0)
  // END SOLUTION
}

/// $\text{idf}(t) = \log_{10}\dfrac{|D|}{|\{d \in D \mid t \in d\}|}$: (documents, words) → (words).
///
/// A word in every document tells nothing and weighs 0. So does a word in none: what was never seen cannot be weighed.
public func inverseDocumentFrequencies(_ counts: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  let documents = documentFrequencies(counts)
  return which(documents .> 0, log10(Double(counts.shape[0]) / documents), 0)
  // END SOLUTION
}

/// $\text{tf-idf}(t, d) = \text{tf}(t, d)\cdot\text{idf}(t)$ as the lecture has it: (documents, words).
public func tfidf(_ counts: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  termFrequencies(counts) * inverseDocumentFrequencies(counts)
  // END SOLUTION
}

/// scikit-learn's: $n_t\left(\ln\dfrac{1 + |D|}{1 + \text{df}(t)} + 1\right)$, then each row divided by its length.
///
/// The ones are for a document more that has every word, so no weight is 0 and nothing is divided by 0. A row of zeros stays one.
public func smoothedTfidf(_ counts: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  let idf = log((1 + Double(counts.shape[0])) / (1 + documentFrequencies(counts))) + 1
  let weights = counts * idf
  let lengths = sqrt(square(weights).sum(axis: 1, keepDims: true))
  return weights / which(lengths .> 0, lengths, 1)
  // END SOLUTION
}
