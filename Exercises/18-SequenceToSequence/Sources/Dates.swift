import NDArray

/// Dates as people write them, in three spellings, into ISO form: *march 5, 2024* → *2024-03-05*.
public func datePairs(_ count: Int, using generator: inout Generator) -> [Pair] {
  let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
  return (0..<count).map { _ in
    let (year, month) = (generator.integers(1900..<2100), generator.integers(1...12))
    let day = generator.integers(1...28)
    let name = months[month - 1]
    let spelled =
      switch generator.integers(0..<3) {
      case 0: "\(day) \(name) \(year)"
      case 1: "\(name) \(day), \(year)"
      default: "\(day).\(month).\(year)"
      }
    return Pair(letters: spelled, "\(year)-\(two(month))-\(two(day))")
  }
}

/// Digits, and the same from the last to the first, of lengths that are drawn.
public func reversalPairs(
  _ count: Int, lengths: ClosedRange<Int>, using generator: inout Generator
) -> [Pair] {
  (0..<count).map { _ in
    let length = generator.integers(lengths)
    let digits = (0..<length).map { _ in String(generator.integers(0..<10)) }
    return Pair(source: digits, target: digits.reversed())
  }
}
