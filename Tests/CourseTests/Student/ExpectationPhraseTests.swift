import CourseKit
import GradedTests
import NDArray
import Synchronization
import Testing

@testable import course

/// What checks say is known by its form: these tests notice when that changes.
@Suite struct ExpectationPhraseTests {
  @Test func gapsAreTheSame() {
    for phrase in ExpectationPhrases.all { #expect(phrase.english.names == phrase.russian.names) }
  }

  /// The Russian for what a failed expectation says.
  private func russian(_ body: () -> Void) -> String {
    let text = Mutex("")
    withKnownIssue {
      body()
    } matching: { issue in
      text.withLock { $0 = issue.comments.map(\.rawValue).joined() }
      return true
    }
    return ExpectationPhrases.inRussian(text.withLock(\.self))
  }

  @Test func expectations() {
    #expect(russian { expectClose(1, 2, "σ(0)") } == "σ(0): ожидалось 2.0, получено 1.0")
    #expect(
      russian { expectClose([1, 2, 4], [1, 3, 9] as NDArray<Double>, "Y") }
        == "Y: расходятся 2 из 3 элементов, первый в [1]: ожидалось 3.0, получено 2.0; "
        + "сильнее всего в [2]: ожидалось 9.0, получено 4.0")
    #expect(
      russian { expectEqual([1, 2] as NDArray<Int>, [1, 3], "classes") }
        == "classes: расходятся 1 из 2 элементов, первый в [1]: ожидалось 3, получено 2")
    #expect(
      russian { expectShape(NDArray<Double>.zeros([2, 3]), [3, 2], "dW") }
        == "dW: ожидалась форма [3, 2], получена [2, 3]")
  }

  @Test func statesAndSteps() {
    let (old, new) = (NDArray([1.0, 2]), NDArray([3.0, 5]))
    #expect(
      russian { expectReplaced(old, by: new, after: old, "dW") }.hasPrefix(
        "dW: относится к прежнему вызову"))
    #expect(
      russian { expectReplaced(old + new, by: new, after: old, "dW") }.hasPrefix("dW: прибавлено к")
    )
    #expect(
      russian { expectStep(of: "b", from: old, to: old, expected: new) }
        == "b: шаг пропустил этот параметр, он не изменился")
    #expect(
      russian { expectStep(of: "b", from: old, to: 2 * old - new, expected: new) }.hasPrefix(
        "b: шаг сделан не в ту сторону"))
    let mean = checkGradient(
      named: "dx", 3 * NDArray([2.0, 4]), at: [1, 2] as NDArray<Double>, sizes: [3]
    ) { ($0 * $0).sum() }
    #expect(
      ExpectationPhrases.inRussian("\(mean)").hasSuffix("больше: потеряно 1/n при n = 3"))
  }

  @Test(
    arguments: [
      ([-2, -4], "у всех значений неверный знак"),
      ([0, 0], "все значения равны нулю"),
      ([4, 8], "все значения вдвое больше"),
      ([6, 12], "все значения в 3 раза больше: сложено за три вызова?"),
      ([22, 44], "все значения в 11 раз больше: сложено за несколько вызовов (11)?"),
      ([0.4, 0.8], "все значения в 5 раз меньше: где-то лишнее деление на 5"),
      ([3, 6], "отношение всех значений к верным равно 1.5"),
      ([2, 0], "все неверные элементы равны нулю"),
      ([2, .nan], "есть NaN или бесконечности"),
      ([2, 5], "все неверные элементы стоят на месте 1 оси 0"),
    ] as [([Double], String)])
  func gradients(values: [Double], diagnosis: String) {
    let report = checkGradient(named: "dx", NDArray(values), at: [1, 2] as NDArray<Double>) {
      ($0 * $0).sum()
    }
    let text = ExpectationPhrases.inRussian("\(report)")
    #expect(text.hasPrefix("градиент dx: неверны"))
    #expect(text.contains("сильнее всего в [") && text.contains(diagnosis), "\(text)")
  }
}
