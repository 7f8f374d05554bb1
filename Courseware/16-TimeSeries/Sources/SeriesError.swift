/// Why a series cannot be used as it is.
public enum SeriesError: Error, Equatable, CustomStringConvertible {
  /// It holds `values` values where at least `needed` belong.
  case tooShort(values: Int, needed: Int)
  /// Nothing was measured at this position, counted from 0.
  case gap(at: Int)
  /// No row of this many values, lags and target together, is without a gap.
  case onlyGaps(length: Int)
  /// Only so many rows are without a gap, and at least `needed` belong.
  case fewRows(rows: Int, needed: Int)
  /// The lags and the constant depend on each other: only `rank` of `columns` say something new.
  case dependentLags(rank: Int, columns: Int)

  public var description: String {
    switch self {
    case .tooShort(let values, let needed):
      "the series has \(values) values, and at least \(needed) are needed"
    case .gap(let position):
      "there is a gap at position \(position); fill it, or choose what passes over gaps"
    case .onlyGaps(let length):
      "no row of \(length) values, lags and target, is without a gap: take fewer lags, or fill short gaps"
    case .fewRows(let rows, let needed):
      "\(rows) rows are without a gap, and at least \(needed) are needed: take fewer lags, or fill short gaps"
    case .dependentLags(let rank, let columns):
      """
      the \(columns) columns of lags and constant depend on each other (rank \(rank)): \
      the series is too regular for so many
      """
    }
  }
}
