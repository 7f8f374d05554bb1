extension String {
  /// The text behind blanks, so wide.
  func right(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension Int {
  /// `271,824`
  var grouped: String {
    let digits = String(self)
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
      })
  }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }
}
