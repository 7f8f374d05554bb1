import Foundation
import Synchronization

/// What the tool is doing with a unit, on the last line of a terminal; nothing where standard error is none.
final class StatusLine: Sendable {
  private let isOn: Bool
  /// How many checks have their verdict; `nil` once the line is closed.
  private let done = Mutex<Int?>(0)

  init(isOn: Bool = isatty(2) == 1) { self.isOn = isOn }

  /// Shows a text in place of the one before.
  func show(_ text: String) { write(text) }

  /// Shows that one more of `count` checks has its verdict.
  func advance(of count: Int) {
    done.withLock { done in
      guard let before = done else { return }
      done = before + 1
      let bar = Style(isOn: getenv("NO_COLOR") == nil).bar(before + 1, of: count, width: 30)
      write("\(bar) \(before + 1)/\(count)")
    }
  }

  /// Takes the line away while `body` writes to standard output, unless it is closed; the next text shows it again.
  func step(aside body: () -> Void) {
    done.withLock { done in
      guard done != nil else { return }
      write("")
      body()
    }
  }

  /// Takes the line away for good.
  func close() {
    done.withLock { done in
      done = nil
      write("")
    }
  }

  private func write(_ text: String) {
    if isOn { FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8)) }
  }
}
