import CourseKit

/// One line of Porter's tables: (condition) suffix → replacement.
public struct PorterRule: Sendable {
  let suffix: String
  let replacement: String
  let condition: @Sendable (PorterWord) -> Bool

  /// `suffix` becomes `replacement` where the stem before it meets the condition.
  public init(
    _ suffix: String, _ replacement: String,
    if condition: @escaping @Sendable (PorterWord) -> Bool = { _ in true }
  ) {
    (self.suffix, self.replacement, self.condition) = (suffix, replacement, condition)
  }
}

/// The word after the one rule that is responsible for it: of all whose suffix it ends with, the one with the *longest*.
///
/// When the condition of that rule does not hold, nothing happens: a shorter suffix gets no second chance.
public func apply(_ rules: [PorterRule], to word: String) -> String {
  // BEGIN SOLUTION
  let matching = rules.filter { word.hasSuffix($0.suffix) }
  guard let rule = matching.max(by: { $0.suffix.count < $1.suffix.count }) else { return word }
  let stem = String(word.dropLast(rule.suffix.count))
  return rule.condition(PorterWord(stem)) ? stem + rule.replacement : word
  // STUB: // `rule.condition` takes PorterWord(stem), the part before the suffix.
  // STUB: notImplemented()
  // END SOLUTION
}
