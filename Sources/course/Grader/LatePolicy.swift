import Foundation

/// What a submission after the deadline costs.
struct LatePolicy: Sendable, Equatable {
  /// Seconds after the deadline that cost nothing.
  var grace = 0.0
  /// Percent of the points that each day begun takes.
  var perDay = 0.0
  /// Percent that are taken at most.
  var atMost = 100.0
  /// Seconds after the deadline from which on nothing is paid.
  var closedAfter: Double?

  init() {}

  init(_ field: Field) throws {
    let keys = ["grace", "per-day", "at-most", "closed-after"]
    let fields = try field.fields(keys, optional: Set(keys))
    grace = try fields["grace"]?.duration() ?? 0
    perDay = try fields["per-day"]?.percent() ?? 0
    atMost = try fields["at-most"]?.percent() ?? 100
    closedAfter = try fields["closed-after"]?.duration()
  }

  /// The part of the points that is paid, from 0 to 1, for a submission so many seconds after the deadline.
  func factor(secondsLate: Double) -> Double {
    if let closedAfter, secondsLate > closedAfter { return 0 }
    let counted = secondsLate - grace
    guard counted > 0 else { return 1 }
    let days = (counted / 86_400).rounded(.up)
    return 1 - min(atMost, perDay * days) / 100
  }
}

extension Field {
  /// `10 min`, `2 h`, `3 days`: in seconds.
  fileprivate func duration() throws -> Double {
    let text = try text()
    guard let match = text.wholeMatch(of: /(\d+) *(min|h|days?)/), let count = Double(match.1)
    else { throw failure("\(name) must be a length of time like 10 min, 2 h or 3 days") }
    return count * (match.2 == "min" ? 60 : match.2 == "h" ? 3600 : 86_400)
  }

  /// `10` or `10 %`
  fileprivate func percent() throws -> Double {
    let text = try text()
    guard let match = text.wholeMatch(of: /(\d+(?:\.\d+)?) *%?/), let number = Double(match.1),
      number <= 100
    else { throw failure("\(name) must be a percentage from 0 to 100") }
    return number
  }
}
