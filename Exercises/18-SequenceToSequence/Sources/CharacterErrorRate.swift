import CourseKit
import Text

/// Changes of a letter over the number of letters wanted, of all texts together: unit 15's edit distance.
public func characterErrorRate(_ wanted: [[String]], _ written: [[String]]) -> Double {
  // `edits(a, b).count` is the distance of two lists. A mean over letters, not over texts.
  notImplemented()
}

/// The share of texts that are right to the last letter.
public func exactShare(_ wanted: [[String]], _ written: [[String]]) -> Double {
  notImplemented()
}
