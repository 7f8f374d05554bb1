import Arrays
import GradedTests
import NDArray
import Testing

/// What becomes of one lane.
@Suite(.graded) struct AggregateChecks {
  @Test("sum, product and mean, of whole numbers, of Float, of nothing")
  func sumsAndMeans() {
    expectSame(Aggregate.sum([10, 20, 5]), 35, "the sum of [10, 20, 5]")
    expectSame(Aggregate.product([2, -3, 4]), -24, "the product of [2, −3, 4]")
    expectClose(Aggregate.mean([1, 5, 4]), 3.3333333333333335, "the mean of [1, 5, 4]")
    expectSame(Aggregate.mean([1, 2] as [Float]), 1.5, "the mean of [1, 2] as Float")
    expectSame(Aggregate.sum([] as [Int]), 0, "the sum of no elements")
    expectSame(Aggregate.product([] as [Double]), 1, "the product of no elements")
    expectClose(Aggregate.mean([]), .nan, "the mean of no elements, 0/0")
    expectClose(Aggregate.sum([1, .nan, 3]), .nan, "the sum of [1, NaN, 3]")
  }

  @Test("var and std: √(2/3) of [1, 2, 3], and 1 with ddof 1")
  func deviations() {
    expectClose(Aggregate.variance([1, 2, 5, 3, 4, 6]), 2.9166666666666665, "var of the table")
    expectClose(Aggregate.standardDeviation([1, 2, 3]), 0.816496580927726, "std of [1, 2, 3]")
    expectClose(
      Aggregate.standardDeviation([1, 2, 3], ddof: 1), 1,
      "std of [1, 2, 3] with ddof 1: √(2/(3 − 1))")
    expectClose(Aggregate.variance([1, 5, 4], ddof: 1), 4.333333333333333, "var with ddof 1")
    expectClose(Aggregate.standardDeviation([7]), 0, "std of one element")
    let single = Aggregate.standardDeviation([1, 2, 3, 4] as [Float])
    expectClose(Double(single), 1.118033988749895, tolerance: 1e-6, "std of Floats")
  }

  @Test("var far from zero keeps its digits; of too few elements it is NaN or infinite")
  func deviationsAtTheEdges() {
    let far = [1e8 + 1, 1e8 + 2, 1e8 + 3]
    expectClose(
      Aggregate.variance(far), 2.0 / 3, tolerance: 1e-12,
      "var of 10⁸ + [1, 2, 3]: the mean of squares minus the square of the mean has no digits left")
    expectClose(Aggregate.standardDeviation(far), 0.816496580927726, "std of 10⁸ + [1, 2, 3]")
    expectClose(
      Aggregate.variance([1e9, 1e9 + 0.25, 1e9 + 1]), 13.0 / 72, tolerance: 1e-12,
      "var of 10⁹ + [0, 0.25, 1]: the sum of x(x − mean) is no help either")
    let floats = Aggregate.variance([4097, 4098, 4099] as [Float])
    expectClose(Double(floats), 2.0 / 3, tolerance: 1e-6, "var of 4096 + [1, 2, 3] as Float")
    expectClose(Aggregate.variance([5], ddof: 1), .nan, "var of one element with ddof 1: 0/0")
    expectClose(Aggregate.variance([1, 2], ddof: 3), .infinity, "var of two with ddof 3: 0.5/0")
    expectClose(Aggregate.variance([]), .nan, "var of no elements")
    expectClose(Aggregate.standardDeviation([1, .nan]), .nan, "std with a NaN")
  }

  @Test("max and min: negative numbers, infinities, NaN at every place")
  func extremes() throws {
    expectSame(try Aggregate.max([-5, -2, -9]), -2, "max of [−5, −2, −9]: do not start from 0")
    expectSame(try Aggregate.min([5, 2, 9]), 2, "min of [5, 2, 9]")
    expectClose(try Aggregate.max([-.infinity, -1e308]), -1e308, "max of [−∞, −1e308]")
    expectClose(try Aggregate.min([.infinity, 3, -.infinity]), -.infinity, "min of [∞, 3, −∞]")
    for lane in [[.nan, 1, 3], [1, .nan, 3], [1, 3, .nan]] as [[Double]] {
      expectClose(try Aggregate.max(lane), .nan, "max of \(lane)")
      expectClose(try Aggregate.min(lane), .nan, "min of \(lane)")
    }
    #expect(try Aggregate.max([2, Float.nan, 1]).isNaN, "max of Floats with NaN is NaN")
  }

  @Test("argMax and argMin: the first of several, the first NaN")
  func placesOfExtremes() throws {
    expectSame(try Aggregate.argMax([1, 3, 2, 3]), 1, "argMax of [1, 3, 2, 3]: the first 3")
    expectSame(try Aggregate.argMin([2, 1, 3, 1]), 1, "argMin of [2, 1, 3, 1]: the first 1")
    expectSame(try Aggregate.argMax([-7, -7, -9]), 0, "argMax of [−7, −7, −9]")
    expectSame(try Aggregate.argMin([0.0, -1, -1]), 1, "argMin of [0, −1, −1]")
    expectSame(
      try Aggregate.argMax([1, .nan, 3] as [Double]), 1, "argMax of [1, NaN, 3]: where the NaN is")
    expectSame(
      try Aggregate.argMin([5, 1, .nan, .nan] as [Double]), 2, "argMin of [5, 1, NaN, NaN]")
    expectSame(try Aggregate.argMax([.nan, 9.0] as [Double]), 0, "argMax of [NaN, 9]")
    expectSame(try Aggregate.argMin([4, 2] as [Float]), 1, "argMin of Floats")
  }

  @Test("the largest of no elements is an error that says so")
  func extremesOfNothing() {
    expectError(.noElements(of: "max"), "max of []") { try Aggregate.max([] as [Double]) }
    expectError(.noElements(of: "min"), "min of []") { try Aggregate.min([] as [Int]) }
    expectError(.noElements(of: "argMax"), "argMax of []") { try Aggregate.argMax([] as [Double]) }
    expectError(.noElements(of: "argMin"), "argMin of []") { try Aggregate.argMin([] as [Int]) }
    expectError(.noElements(of: "max"), "max(axis 0) of shape (0, 2)") {
      try counting([0, 2]).reduced(axis: 0, Aggregate.max)
    }
  }

  @Test("any and all; of no elements any is false and all is true; NaN is not 0")
  func truthOfLanes() throws {
    expectSame(Aggregate.any([false, true, false]), true, "any of [false, true, false]")
    expectSame(Aggregate.all([false, true, false]), false, "all of [false, true, false]")
    expectSame(Aggregate.any([false, false]), false, "any of [false, false]")
    expectSame(Aggregate.all([true, true]), true, "all of [true, true]")
    expectSame(Aggregate.any([] as [Bool]), false, "any of no elements: there is none that is true")
    expectSame(Aggregate.all([] as [Bool]), true, "all of no elements: there is none that is false")
    expectSame(Aggregate.any([0, .nan, 0] as [Double]), true, "any of [0, NaN, 0]")
    expectSame(Aggregate.all([3, 0, 1]), false, "all of [3, 0, 1]")
    let mask = StridedArray(
      buffer: Buffer([true, false, true, true]), shape: [2, 2], strides: [2, 1], offset: 0)
    expectArray(try mask.reduced(axis: 0, Aggregate.all), [true, false], "all(axis 0)")
  }

  @Test("the median: the middle one, or the mean of the two in the middle")
  func medians() {
    expectClose(Aggregate.median([1, 2, 5, 3, 4, 6]), 3.5, "median of [1, 2, 5, 3, 4, 6]")
    expectClose(Aggregate.median([9, 1, 4]), 4, "median of [9, 1, 4], which is not sorted")
    expectClose(Aggregate.median([7]), 7, "median of one element")
    expectClose(Aggregate.median([3, 1]), 2, "median of [3, 1]")
    expectClose(Aggregate.median([]), .nan, "median of no elements")
    expectClose(Aggregate.median([1, .nan, 3]), .nan, "median of [1, NaN, 3]")
    expectClose(
      Aggregate.median([1, .infinity, .infinity, .infinity]), .infinity, "median of [1, ∞, ∞, ∞]")
    expectSame(Aggregate.median([4, 1, 2, 3] as [Float]), 2.5, "median of Floats")
  }

  @Test(
    "percentiles of [1, 2, 3, 4]: 25 % is 1.75, 40 % is 2.2; of one element, none, NaN, infinities")
  func percentiles() throws {
    let lane: [Double] = [4, 2, 1, 3]
    expectClose(Aggregate.percentile(lane, 25), 1.75, "25 % of [4, 2, 1, 3]: place 3·0.25 = 0.75")
    expectClose(Aggregate.percentile(lane, 40), 2.2, "40 %: place 1.2, a fifth beyond 2")
    expectClose(Aggregate.percentile(lane, 0), 1, "0 %: the smallest")
    expectClose(Aggregate.percentile(lane, 100), 4, "100 %: the largest")
    expectSame(Aggregate.percentile([3, 1] as [Float], 75), 2.5, "75 % of Floats [3, 1]")
    let cases: [PercentileCase] = try reference("percentiles.json")
    for stored in cases {
      let what = "\(stored.percent) % of \(stored.lane)"
      expectClose(Aggregate.percentile(stored.lane, stored.percent), stored.result, what)
    }
    expectClose(Aggregate.percentile([7], 30), 7, "30 % of one element")
    expectClose(Aggregate.percentile([7], 100), 7, "100 % of one element")
    expectClose(Aggregate.percentile([], 50), .nan, "50 % of no elements")
    expectClose(Aggregate.percentile([1, .nan, 3], 0), .nan, "0 % of [1, NaN, 3]")
    expectClose(
      Aggregate.percentile([1, 2, .infinity], 50), 2, "50 % of [1, 2, ∞]: the place is whole")
    expectClose(Aggregate.percentile([1, 2, .infinity], 75), .infinity, "75 % of [1, 2, ∞]")
    expectClose(
      Aggregate.percentile([.infinity, 1], 100), .infinity, "100 % of [∞, 1]: the element itself")
  }

  @Test(
    "NaN-safe: of [1, NaN, 3] the sum is 4, the mean 2, the deviation 1, the place of the largest 2"
  )
  func aggregatesWithoutNaN() throws {
    let lane = [1, .nan, 3] as [Double]
    expectClose(try Aggregate.skippingNaN(Aggregate.sum)(lane), 4, "nansum of [1, NaN, 3]")
    expectClose(
      try Aggregate.skippingNaN(Aggregate.mean)(lane), 2, "nanmean of [1, NaN, 3]: 4/2, not 4/3")
    expectClose(
      try Aggregate.skippingNaN { Aggregate.standardDeviation($0) }(lane), 1,
      "nanstd of [1, NaN, 3]")
    expectClose(try Aggregate.skippingNaN(Aggregate.max)(lane), 3, "nanmax of [1, NaN, 3]")
    expectClose(try Aggregate.skippingNaN(Aggregate.median)([.nan, 5, 1, 2]), 2, "nanmedian")
    expectClose(
      try Aggregate.skippingNaN(Aggregate.sum)([1, .nan, .infinity]), .infinity,
      "nansum of [1, NaN, ∞]: ∞ is a number, only NaN is skipped")
    let none = [.nan, .nan] as [Double]
    expectClose(try Aggregate.skippingNaN(Aggregate.sum)(none), 0, "nansum of nothing but NaN")
    expectClose(try Aggregate.skippingNaN(Aggregate.mean)(none), .nan, "nanmean of nothing but NaN")
    expectError(.noElements(of: "max"), "nanmax of nothing but NaN") {
      try Aggregate.skippingNaN(Aggregate.max)(none)
    }
    let floats = [Float.nan, 2, 6]
    expectSame(try Aggregate.skippingNaN(Aggregate.mean)(floats), 4, "nanmean of Floats")
    expectSame(
      try Aggregate.nanArgMax([1, .nan, 3] as [Double]), 2, "nanargmax of [1, NaN, 3], not 1")
    expectSame(try Aggregate.nanArgMin([.nan, 4, 2] as [Double]), 2, "nanargmin of [NaN, 4, 2]")
    expectSame(
      try Aggregate.nanArgMax([.nan, 5, .nan, 5] as [Double]), 1, "the first of two equal ones")
    expectSame(
      try Aggregate.nanArgMin([7, .nan, 7, 9] as [Double]), 0, "the first of two equal ones")
    expectSame(
      try Aggregate.nanArgMax([.nan, -.infinity] as [Double]), 1,
      "nanargmax of [NaN, −∞]: −∞ is a number to be found, NaN is none")
    expectSame(try Aggregate.nanArgMin([.nan, .infinity] as [Double]), 1, "nanargmin of [NaN, ∞]")
    expectError(.noElements(of: "argMax"), "nanargmax of [NaN]") {
      try Aggregate.nanArgMax([Double.nan])
    }
    expectError(.noElements(of: "argMin"), "nanargmin of [NaN]") {
      try Aggregate.nanArgMin([Float.nan])
    }
  }
}

struct PercentileCase: Decodable {
  let lane: [Double]
  let percent, result: Double
}
