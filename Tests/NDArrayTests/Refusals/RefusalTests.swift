import Testing

@Suite("Mistakes in the use of each operation stop the program and say what is wrong")
struct RefusalTests {
  @Test(arguments: Refusals.every.indices)
  func message(_ number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number = number as Int] in
      Refusals.every[number].make()
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains("Fatal error: " + Refusals.every[number].message), "\(output)")
  }
}
