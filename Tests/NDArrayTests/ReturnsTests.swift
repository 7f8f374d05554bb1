import NDArray
import Testing

/// What functions give beside their first result, and the rarer options, against NumPy's values.
@Suite("Further results and options")
struct ReturnsTests {
  private struct Expected: Decodable {
    var polyfit: [[Double]]
    var rank: Int
    var covariance: [[Double]]
    var unscaled: [Double]
    var weighted: [Double]
    var intersection: [[Int]]
    var average: [[Double]]
    var printed: [String]
    var formatted: [String]
    var names: [String]
    var columns: [[Double?]]
  }

  private let numpy = references("returns.json", as: Expected.self)

  @Test("a polynomial's residuals, rank, singular values and covariance")
  func polynomial() throws {
    let x: NDArray<Double> = [0, 1, 2, 3, 4]
    let y: NDArray<Double> = [1, 2.9, 7.2, 13.1, 20.8]
    func expect(_ got: NDArray<Double>, _ wanted: [Double]) {
      #expect(allClose(got.flattened(), NDArray(wanted), rtol: 1e-9, atol: 1e-12))
    }
    let fit = try polyfitFull(x, y, degree: 2)
    expect(fit.coefficients, numpy.polyfit[0])
    expect(fit.residuals, numpy.polyfit[1])
    expect(fit.singularValues, numpy.polyfit[2])
    #expect(fit.rank == numpy.rank)
    expect(fit.covariance, numpy.covariance[0])
    expect(fit.unscaledCovariance, numpy.unscaled)
    let both = try polyfitFull(x, stacked([y, y.flipped()], axis: 1), degree: 2)
    #expect(both.covariance.shape == [3, 3, 2])
    expect(both.covariance, numpy.covariance[1])
    let weighted = try polyfitFull(x, y, degree: 1, weights: [1, 2, 1, 2, 1])
    expect(weighted.covariance, numpy.weighted)
  }

  @Test("where the elements of an intersection stand")
  func intersection() {
    let (values, first, second) = intersect1dWithPositions(
      NDArray<Int>([5, 1, 3, 3]), NDArray<Int>([3, 2, 5, 7, 5]))
    #expect([values, first, second].map(\.elements) == numpy.intersection)
  }

  @Test("the sum of the weights of an average")
  func average() {
    let result = NDArray<Double>.arange(6).reshaped([2, 3])
      .averageWithWeightSum(axes: [1], weights: [1, 2, 5])
    #expect(result.average.elements == numpy.average[0])
    #expect(result.weightSum.elements == numpy.average[1])
  }

  @Test("other names of NaN and infinity")
  func names() {
    let numbers = NDArray([1.5, Double.nan, -.infinity, 2.25])
    #expect(
      numbers.formatted(PrintOptions(nanText: "NA", infinityText: "Infinity")) == numpy.printed[0])
    #expect(numbers.formatted(PrintOptions(nanText: "missing")) == numpy.printed[1])
    #expect(
      (numbers * 1e9).formatted(PrintOptions(nanText: "-", infinityText: "oo"))
        == numpy.printed[2])
  }

  @Test("elements written by a function of one's own")
  func formatter() {
    let hexadecimal: NDArray<Int> = [7, 255, 16]
    #expect(hexadecimal.formatted { "0x" + String($0, radix: 16) } == numpy.formatted[0])
    let matrix = NDArray.arange(4).reshaped([2, 2])
    #expect(
      matrix.formatted(PrintOptions(separator: ", ")) { "<\($0)>" } == numpy.formatted[1])
    #expect(
      NDArray.arange(30).formatted(PrintOptions(maxLineWidth: 40)) { "n\($0)" }
        == numpy.formatted[2])
  }

  @Test("named columns, and a converter for one of them")
  func columns() throws {
    let text = "# a,b,c\n1,2,50%\n4,,75%\n"
    func percentage(_ text: String) -> Double? { Double(text.dropLast()).map { $0 / 100 } }
    let table = try NamedColumns<Double>(
      text: text, TextFormat(delimiter: ","), missing: .nan, converters: [2: percentage])
    #expect(table.names == numpy.names)
    for (name, column) in zip(numpy.names, numpy.columns) {
      #expect(table[name].elements.map { $0.isNaN ? nil : $0 } == column)
    }
    let some = try NamedColumns<Double>(
      text: text, TextFormat(delimiter: ",", useColumns: [2, 0]), converters: [2: percentage])
    #expect(some.names == ["c", "a"])
    #expect(some["c"].elements == [0.5, 0.75])
    let error = #expect(throws: FileError.self) {
      try NamedColumns<Double>(text: "a,b\n1,2,3\n", TextFormat(delimiter: ","))
    }
    #expect(error?.description == "line 1: 2 names for 3 columns")
  }
}
