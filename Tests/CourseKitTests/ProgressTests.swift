import Foundation
import NDArray
import Testing

@testable import CourseKit

@Suite struct ProgressTests {
  private final class Screen {
    var text = ""
    var time = 100.0
  }

  private func run(
    steps: Int, of total: Int, seconds: Double, terminal: ProgressOutput.Terminal? = nil,
    note: String = "loss 0.5"
  ) -> String {
    let screen = Screen()
    let output = ProgressOutput(
      terminal: terminal, clock: { screen.time }, write: { screen.text += $0 })
    let progress = ProgressMeter("training", total: total, output: output)
    for _ in 0..<steps {
      screen.time += seconds
      progress.advance(note)
    }
    progress.finish()
    return screen.text
  }

  @Test func aLogGetsALineForEveryTenth() {
    let lines = run(steps: 200, of: 200, seconds: 0.5).split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[0] == "training: 20/200, 0:10 gone, 1:30 left, loss 0.5")
    #expect(lines[9] == "training: 200/200, 1:40 gone, loss 0.5")
  }

  @Test func aLogGetsALineEveryHalfMinute() {
    let lines = run(steps: 9, of: 100, seconds: 15).split(separator: "\n")
    #expect(lines.first == "training: 2/100, 0:30 gone, 24:30 left, loss 0.5")
    #expect(lines.last == "training: 9/100, 2:15 gone, 22:45 left, loss 0.5")
    #expect(lines.count == 5)
  }

  @Test func aTerminalGetsOneLineThatIsRewritten() {
    let terminal = ProgressOutput.Terminal(width: 80, hasColour: false)
    let text = run(steps: 4, of: 4, seconds: 1, terminal: terminal)
    #expect(text.hasPrefix("\r") && text.hasSuffix("\u{1B}[K\n"))
    #expect(text.filter { $0 == "\n" }.count == 1)
    let states = text.dropLast().split(separator: "\r").map { $0.replacing("\u{1B}[K", with: "") }
    #expect(states.count == 4 && states.allSatisfy { $0.count < 80 })
    #expect(
      states[1].hasPrefix("training ━")
        && states[1].hasSuffix("─ 2/4, 0:02 gone, 0:02 left, loss 0.5"))
    #expect(states[1].count { $0 == "━" } == states[1].count { $0 == "─" })
    #expect(!states[3].contains("─"))
  }

  @Test func aTerminalIsWrittenAtMostTenTimesASecond() {
    let terminal = ProgressOutput.Terminal(width: 80, hasColour: false)
    let text = run(steps: 1000, of: 1000, seconds: 0.001, terminal: terminal)
    #expect((9...12).contains(text.count { $0 == "\r" }))
  }

  @Test func aNarrowTerminalIsNotOverrun() {
    for width in [12, 30, 50] {
      let terminal = ProgressOutput.Terminal(width: width, hasColour: false)
      let text = run(steps: 3, of: 3, seconds: 1, terminal: terminal)
      let states = text.dropLast().split(separator: "\r")
      #expect(states.allSatisfy { $0.replacing("\u{1B}[K", with: "").count < width })
    }
  }

  @Test func colourIsThereOnlyWhereItIsWanted() {
    let coloured = ProgressOutput.Terminal(width: 80, hasColour: true)
    #expect(run(steps: 2, of: 2, seconds: 1, terminal: coloured).contains("\u{1B}[32m━"))
    let plain = ProgressOutput.Terminal(width: 80, hasColour: false)
    #expect(!run(steps: 2, of: 2, seconds: 1, terminal: plain).contains("\u{1B}[32m"))
  }

  @Test func workThatStopsEarlyEndsItsLine() {
    let terminal = ProgressOutput.Terminal(width: 80, hasColour: false)
    #expect(run(steps: 1, of: 5, seconds: 1, terminal: terminal).hasSuffix("\n"))
    #expect(run(steps: 0, of: 5, seconds: 1, terminal: terminal) == "")
  }

  @Test func standardErrorOfATestIsALogUnlessItIsATerminal() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      let progress = ProgressMeter("epochs", total: 20)
      for _ in 0..<20 { progress.advance() }
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("epochs: ") }
    #expect(lines.count == 10 && lines.last == "epochs: 20/20, 0:00 gone")
    #expect(!text.contains("\r"))
  }
}
