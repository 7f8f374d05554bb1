import CourseKit

/// The simple stemmer: a table from each inflected form to its stem.
///
/// It makes no mistake on what it holds and knows nothing else: every form has to be listed.
public struct LookupStemmer: Sendable {
  private let stems: [String: String]

  /// A stemmer that knows these forms of these stems, and each stem as a form of itself.
  public init(_ forms: [(stem: String, forms: [String])]) {
    // BEGIN SOLUTION
    var stems: [String: String] = [:]
    for entry in forms {
      for form in entry.forms + [entry.stem] { stems[form.lowercased()] = entry.stem }
    }
    self.stems = stems
    // END SOLUTION
  }

  /// The stem of a form, in upper or lower case, or nil when the table does not hold it.
  public func stem(_ word: String) -> String? {
    // BEGIN SOLUTION
    stems[word.lowercased()]
    // END SOLUTION
  }
}
