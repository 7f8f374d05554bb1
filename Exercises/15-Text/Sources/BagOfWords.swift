import CourseKit
import NDArray

/// How often each document has each word of the vocabulary: (documents, words). The order of the words in a text is gone.
public func bagOfWords(_ documents: [[String]], _ vocabulary: Vocabulary) -> NDArray<Double> {
  notImplemented()
}

/// $\text{tf}(t, d) = \dfrac{n_t}{\sum_k n_k}$: each row of `counts` (documents, words) as shares of its sum. A document
/// without a known word stays a row of zeros.
public func termFrequencies(_ counts: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// In how many documents each word stands, however often in each: (documents, words) → (words).
public func documentFrequencies(_ counts: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// $\text{idf}(t) = \log_{10}\dfrac{|D|}{|\{d \in D \mid t \in d\}|}$: (documents, words) → (words).
///
/// A word in every document tells nothing and weighs 0. So does a word in none: what was never seen cannot be weighed.
public func inverseDocumentFrequencies(_ counts: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// $\text{tf-idf}(t, d) = \text{tf}(t, d)\cdot\text{idf}(t)$ as the lecture has it: (documents, words).
public func tfidf(_ counts: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// scikit-learn's: $n_t\left(\ln\dfrac{1 + |D|}{1 + \text{df}(t)} + 1\right)$, then each row divided by its length.
///
/// The ones are for a document more that has every word, so no weight is 0 and nothing is divided by 0. A row of zeros stays one.
public func smoothedTfidf(_ counts: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}
