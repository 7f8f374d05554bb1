import Foundation
import NDArray
import Testing

@Suite("Codable")
struct CodableTests {
  @Test func comesBack() throws {
    let a = NDArray<Float>([[1, 2.5, -3], [4, 5, 6]]).T
    let data = try JSONEncoder().encode(a)
    #expect(try JSONDecoder().decode(NDArray<Float>.self, from: data) == a)
  }

  @Test(
    "what is no array of integers",
    arguments: [
      (
        #"{"dtype":"float64","shape":[1],"elements":[1]}"#,
        "an array of float64 where one of int64 was expected"
      ),
      (#"{"dtype":"int64","shape":[2],"elements":[1]}"#, "1 elements do not fill shape [2]"),
      (#"{"dtype":"int64","shape":[-1],"elements":[]}"#, "0 elements do not fill shape [-1]"),
      (
        #"{"dtype":"int64","shape":[4294967296,4294967296],"elements":[]}"#,
        "0 elements do not fill shape [4294967296, 4294967296]"
      ),
    ])
  func refused(_ text: String, _ message: String) {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(NDArray<Int>.self, from: Data(text.utf8))
    }
    guard case .dataCorrupted(let context)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(context.debugDescription == message)
  }
}
