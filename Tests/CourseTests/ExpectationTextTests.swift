import Testing

@testable import Grading

@Suite struct ExpectationTextTests {
  @Test(
    arguments: [
      (["Issue recorded", "dW: expected 1, got 2"], "dW: expected 1, got 2"),
      // The sentence alone, where the expression has no values or the sentence has them.
      (["Expectation failed: !second", "no mistake"], "no mistake"),
      (["Expectation failed: (p.bias → 3.0) == (-1)", "b: got 3.0"], "b: got 3.0"),
      (
        ["Expectation failed: (counts → [3, 4]) == [3, 5]", "sizes"],
        "sizes: got [3, 4], expected [3, 5]"
      ),
      (["Expectation failed: (twice(0) → 0) == 1", "twice 0"], "twice 0: got 0, expected 1"),
      (
        ["Expectation failed: (loss → 0.5) < (bound → 0.02)", "loss"],
        "loss: got 0.5, expected < 0.02"
      ),
      (
        ["Expectation failed: (f(g(1)) → (1, 2)) == (-1)", "pair"], "pair: got (1, 2), expected -1"
      ),
      (
        ["Expectation failed: (a → [1\n 2]) == (b → [1\n 3])", "rows"],
        "rows:\ngot [1\n 2], expected [1\n 3]"
      ),
      // Without a sentence there is nothing but the expression.
      (["Expectation failed: (twice(2) → 4) == 5"], "Expectation failed: (twice(2) → 4) == 5"),
      (["Caught error: no file", "reading"], "reading\nCaught error: no file"),
      ([], ""),
    ])
  func isSaid(messages: [String], sentence: String) {
    #expect(ExpectationText.sentence(messages) == sentence)
  }
}
