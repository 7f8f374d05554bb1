import NDArray
import Testing

@testable import Conformance

@Suite struct FormatTests {
  @Test("integers of 64 bits stay exact, signed and unsigned")
  func exactIntegers() throws {
    let json = try JSON(
      parsing: "[9223372036854775807, -9223372036854775808, 18446744073709551615]")
    #expect(json == .array([.integer(.max), .integer(.min), .unsigned(.max)]))
    #expect(json.line == "[9223372036854775807,-9223372036854775808,18446744073709551615]")
  }

  @Test("numbers, names of what JSON has no number for, and escapes")
  func values() throws {
    let json = try JSON(
      parsing: #" { "a" : [1e-3, -2.5E+1, "-0.0", "nan"], "b":"\u00e9\n\ud83d\ude00" } "#)
    #expect(json["a"]?.items?[0].double == 1e-3)
    #expect(json["a"]?.items?[1].double == -25)
    #expect(json["a"]?.items?[2].double?.sign == .minus)
    #expect(json["a"]?.items?[3].double?.isNaN == true)
    #expect(json["b"]?.text == "é\n😀")
  }

  @Test(
    "what is not JSON is refused with its place",
    arguments: ["", "[1,", "{\"a\" 1}", "tru", "1 2", "\"a"])
  func malformed(text: String) {
    #expect(throws: JSON.ParseError.self) { try JSON(parsing: text) }
  }

  @Test("generated data follows its formula")
  func generators() throws {
    func data(_ generator: String, _ dtype: String = "float64") throws -> Record.Values {
      try Record(JSON(parsing: #"{"dtype":"\#(dtype)","shape":[4],"gen":\#(generator)}"#)).values
    }
    #expect(try data(#"{"full":2.5}"#) == .floats([2.5, 2.5, 2.5, 2.5]))
    #expect(try data(#"{"arange":true}"#, "int8") == .signed([0, 1, 2, 3]))
    // (1103515245·1 + 12345) mod 2³¹ = 1103527590, and so on.
    #expect(try data(#"{"lcg":[1,1000]}"#, "int64") == .signed([590, 575, 84, 781]))
  }

  @Test("an operand is seen through its view")
  func views() throws {
    let json = try JSON(
      parsing: #"""
        {"dtype":"int64","shape":[2,3],"gen":{"arange":true},
         "view":[{"transpose":[1,0]},{"slice":[{"slice":[null,null,-1]},{"int":1}]}]}
        """#)
    let array: NDArray<Int> = try Call.array(json)
    #expect(array.elements == [5, 4, 3])
    #expect(array.strides == [-1])
  }
}

@Suite struct ToleranceTests {
  private func difference(
    _ tolerance: String, _ got: [Double], _ wanted: [Double]
  ) throws -> String? {
    try Tolerance(JSON(parsing: tolerance)).difference(
      Record(NDArray(got)), Record(NDArray(wanted)))
  }

  @Test("exact: any NaN equals any NaN, and zeros differ by their sign")
  func exact() throws {
    #expect(try difference("\"exact\"", [-.nan, 1], [.nan, 1]) == nil)
    #expect(try difference("\"exact\"", [-0.0], [0]) != nil)
    #expect(try difference("\"exact\"", [Double(1).nextUp], [1]) != nil)
  }

  @Test("ulp counts representable numbers, across zero too")
  func ulp() throws {
    #expect(try difference(#"{"ulp":0}"#, [-0.0], [0]) == nil)
    #expect(try difference(#"{"ulp":1}"#, [Double(1).nextUp], [1]) == nil)
    #expect(try difference(#"{"ulp":1}"#, [Double(1).nextUp.nextUp], [1]) != nil)
    #expect(
      try difference(#"{"ulp":2}"#, [.leastNonzeroMagnitude], [-.leastNonzeroMagnitude]) == nil)
    #expect(
      try difference(#"{"ulp":1}"#, [.leastNonzeroMagnitude], [-.leastNonzeroMagnitude]) != nil)
    #expect(try difference(#"{"ulp":100}"#, [.nan], [1]) != nil)
  }

  @Test("close: absolute and relative")
  func close() throws {
    #expect(try difference(#"{"rtol":0.01,"atol":0}"#, [101], [100]) == nil)
    #expect(try difference(#"{"rtol":0.01,"atol":0}"#, [101.5], [100]) != nil)
    #expect(try difference(#"{"rtol":0,"atol":0.5}"#, [.infinity], [100]) != nil)
    #expect(try difference(#"{"rtol":0,"atol":0.5}"#, [.infinity], [.infinity]) == nil)
  }

  @Test("dtype and shape are part of a result")
  func types() throws {
    let exact = Tolerance.exact
    #expect(exact.difference(Record(NDArray<Float>([1])), Record(NDArray<Double>([1]))) != nil)
    #expect(
      exact.difference(Record(NDArray([1, 2], shape: [1, 2])), Record(NDArray([1, 2]))) != nil)
  }
}
