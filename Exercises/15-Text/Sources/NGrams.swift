import CourseKit

/// Every run of `n` tokens, joined by blanks: `["not good", "good at"]` from *not good at* for n = 2.
///
/// A text of fewer than `n` tokens has none.
public func wordNGrams(_ tokens: [String], _ n: Int) -> [String] {
  notImplemented()
}

/// Every run of `n` characters of one word: *desc escr scri crib ribe* from *describe* for n = 4.
///
/// A word of fewer than `n` characters is its own and only n-gram.
public func characterNGrams(_ word: String, _ n: Int) -> [String] {
  notImplemented()
}

/// The character n-grams of each word in turn. None reaches over the border of two words.
public func characterNGrams(ofWords words: [String], _ n: Int) -> [String] {
  notImplemented()
}

/// fastText's pieces of a word: the n-grams of `<word>` for every n in `lengths`, the shorter ones first, and `<word>` itself
/// at the end.
///
/// The angle brackets tell a beginning or an end from a middle: the *her* of *where* is not the word `<her>`. n-grams
/// as long as `<word>` or longer are left out, for `<word>` is there already.
public func subwords(_ word: String, lengths: ClosedRange<Int> = 3...6) -> [String] {
  notImplemented()
}
