import Synchronization

/// The time that the checks of one submission may pass together without wanting the processor.
///
/// A busy machine takes nothing of it: who waits for a processor does not sleep.
public final class SleepBudget: Sendable {
  private let left: Mutex<Double>

  public init(seconds: Double) { left = Mutex(seconds) }

  /// What the next check may sleep. Never less than a second, so that a check that computes is judged whatever its
  /// neighbours did.
  var allowance: Double { left.withLock { max(1, $0) } }

  func take(_ seconds: Double) { left.withLock { $0 -= seconds } }
}
