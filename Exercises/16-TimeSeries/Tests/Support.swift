import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

/// The lesson's five numbers.
let five: NDArray<Double> = [8, 4, 3, 1, 1]

/// References write NaN as −9999, for JSON has none.
func withGaps(_ stored: NDArray<Double>) -> NDArray<Double> {
  which(stored .== -9999, .nan, stored)
}

/// Expects `body` to throw this error, and says which one came instead.
func expectThrows<T>(
  _ expected: SeriesError, _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> T
) {
  do {
    _ = try body()
    Issue.record(
      "\(what): expected the error \"\(expected)\", and none was thrown",
      sourceLocation: sourceLocation)
  } catch let error as SeriesError {
    #expect(error == expected, "\(what): which error", sourceLocation: sourceLocation)
  } catch {
    Issue.record(
      "\(what): expected the error \"\(expected)\", got \"\(error)\"",
      sourceLocation: sourceLocation)
  }
}

/// A wandering series of NumPy's that the references were made of.
struct Made: Decodable { let made: NDArray<Double> }
func madeSeries() throws -> NDArray<Double> { try reference("fits.json", as: Made.self).made }
