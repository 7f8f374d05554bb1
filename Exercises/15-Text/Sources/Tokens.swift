import CourseKit

/// The words of a text in their order, in lower case.
///
/// A word is a run of letters of any script. An apostrophe (' or ’) between two letters belongs to it and is written '. All
/// else, digits too, stands between words.
public func tokens(_ text: String) -> [String] {
  // Walk through Array(text.lowercased()), gather letters in a word, and close the word at anything else.
  notImplemented()
}

/// Words that say how a sentence is built and little of what it is about, in English and in Russian.
public let stopWords: Set<String> = Set(
  """
  a an the and or but if so as of at by for from in into on onto to upon with without over under than that this these those
  there here i me my we us our you your he him his she her it its they them their who whom which what when where how
  is am are was were be been being do does did have has had will would can could shall should may might must not no nor
  и а но или что чтобы как если в во на с со к ко у о об от до из за по под над при без для я мы ты вы он она оно они
  его ее её их мой моя твой наш ваш этот эта это эти тот та то те не ни же ли бы был была было были есть будет
  """
  .split(whereSeparator: \.isWhitespace).map(String.init))

/// The tokens without the stop words, in their order.
public func withoutStopWords(_ tokens: [String]) -> [String] {
  notImplemented()
}
