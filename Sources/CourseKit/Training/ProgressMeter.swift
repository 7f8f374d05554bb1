import Foundation

/// Shows how far long work has come: a bar that moves on a terminal, a plain line now and then in a log.
///
/// ```swift
/// let progress = ProgressMeter("training", total: epochs)
/// for epoch in 0..<epochs {
///   progress.advance("loss \(trainLoss[epoch])")
/// }
/// ```
///
/// It writes to standard error, so that what a program prints stays clean. On a terminal one line is
/// rewritten, at most ten times a second, no wider than the window; in a log there is a line at each tenth of
/// the work, and at least one in 30 s if the work takes that long. The environment's `NO_COLOR` takes the
/// colour from the bar, and `TERM=dumb` the bar itself. The last step ends the line; work that stops earlier ends
/// it with ``finish()``, or when the meter is let go.
public final class ProgressMeter {
  private let title: String
  private let total: Int
  private let output: ProgressOutput
  private let start: Double
  private var done = 0
  private var note = ""
  private var lastShown = -Double.infinity
  private var lastTenth = 0
  private var isFinished = false
  private var lineIsOpen = false

  /// A meter for `total` steps, written to standard error.
  public convenience init(_ title: String, total: Int) {
    self.init(title, total: total, output: .standardError())
  }

  init(_ title: String, total: Int, output: ProgressOutput) {
    self.title = title
    self.total = max(total, 0)
    self.output = output
    start = output.clock()
  }

  deinit { finish() }

  /// Tells that `steps` more steps are done, with something to show beside them, such as the loss.
  public func advance(by steps: Int = 1, _ note: String = "") {
    guard !isFinished else { return }
    done = min(done + steps, total)
    self.note = note
    if done == total { return finish() }
    let now = output.clock()
    if output.terminal == nil {
      let tenth = done * 10 / total
      if tenth > lastTenth || now - max(lastShown, start) >= 30 { show(now) }
      lastTenth = tenth
    } else if now - lastShown >= 0.1 {
      show(now)
    }
  }

  /// Shows the last state and ends the line. What comes after is not shown.
  public func finish() {
    guard !isFinished else { return }
    isFinished = true
    if done > 0 { show(output.clock()) }
    if lineIsOpen { output.write("\n") }
  }

  private func show(_ now: Double) {
    lastShown = now
    guard let terminal = output.terminal else { return output.write(line(now) + "\n") }
    lineIsOpen = true
    // Back to the first column, the line, and nothing of a longer one before it.
    output.write("\r" + bar(now, terminal) + "\u{1B}[K")
  }

  /// `training: 30/100, 0:12 gone, 0:28 left, loss 0.23`
  private func line(_ now: Double) -> String {
    "\(title): \(done)/\(total), " + state(now)
  }

  /// `training ━━━━━━━━━───────── 30/100, 0:12 gone, 0:28 left, loss 0.23`
  private func bar(_ now: Double, _ terminal: ProgressOutput.Terminal) -> String {
    let counts = " \(done)/\(total), \(state(now))"
    // The last column stays free: writing there wraps the line on some terminals.
    let room = terminal.width - 1 - title.count - 1 - counts.count
    if room < 5 { return String("\(title)\(counts)".prefix(terminal.width - 1)) }
    let length = min(room, 40)
    let filled = total == 0 ? length : length * done / total
    let (full, rest) = (
      String(repeating: "━", count: filled), String(repeating: "─", count: length - filled)
    )
    let drawn = terminal.hasColour ? "\u{1B}[32m\(full)\u{1B}[0m\(rest)" : full + rest
    return "\(title) \(drawn)\(counts)"
  }

  private func state(_ now: Double) -> String {
    let gone = now - start
    var parts = [duration(gone) + " gone"]
    if done > 0, done < total {
      parts.append(duration(gone / Double(done) * Double(total - done)) + " left")
    }
    if !note.isEmpty { parts.append(note) }
    return parts.joined(separator: ", ")
  }
}

/// `0:07`, `12:30`, `1:02:03`
private func duration(_ seconds: Double) -> String {
  let seconds = Int(seconds.rounded())
  let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
  let tail = String(format: "%02d", seconds % 60)
  return hours > 0 ? String(format: "%d:%02d:", hours, minutes) + tail : "\(minutes):\(tail)"
}
