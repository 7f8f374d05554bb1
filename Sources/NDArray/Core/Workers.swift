import Foundation
import Synchronization

/// Threads that wait, asleep, for work to be shared.
///
/// Work comes as numbered parts, which whoever is awake takes one after another: the caller begins at once and is
/// never kept waiting for a thread that has yet to wake up, only for one that is at a part.
final class Workers: @unchecked Sendable {
  static let shared = Workers()

  /// Guards what follows; signalled when there is a job.
  private let condition = NSCondition()
  private var job: Job?
  private var count = 0

  /// Calls `body` once with each of `0..<parts`, on up to `threads` threads, this one among them.
  func run(parts: Int, threads: Int, _ body: @escaping (Int) -> Void) {
    let job = Job(parts: parts, body: body)
    condition.withLock {
      while count < threads - 1 { startWorker() }
      self.job = job
      for _ in 1..<threads { condition.signal() }
    }
    job.work()
    job.wait()
    condition.withLock { if self.job === job { self.job = nil } }
  }

  private func startWorker() {
    count += 1
    Thread.detachNewThread { [self] in
      while true {
        condition.lock()
        while job == nil || job!.isTaken { condition.wait() }
        let job = self.job!
        condition.unlock()
        job.work()
      }
    }
  }
}

/// Parts of work, each of which is done once.
private final class Job: Sendable {
  private let parts: Int
  // Called only before `wait` returns, and for parts that nobody else takes.
  nonisolated(unsafe) private var body: ((Int) -> Void)?
  private let taken = Atomic(0)
  private let done = Atomic(0)
  /// Signalled when all is done.
  private let condition = NSCondition()

  init(parts: Int, body: @escaping (Int) -> Void) {
    self.parts = parts
    self.body = body
  }

  var isTaken: Bool { taken.load(ordering: .relaxed) >= parts }

  /// Takes parts until there are no more.
  func work() {
    while true {
      let part = taken.add(1, ordering: .relaxed).oldValue
      if part >= parts { return }
      run(part)
      if done.add(1, ordering: .acquiringAndReleasing).newValue == parts {
        condition.withLock { condition.signal() }
      }
    }
  }

  @inline(never)
  private func run(_ part: Int) { body!(part) }

  /// Returns when all parts are done, and lets go of the work.
  func wait() {
    // What others are still at takes a few microseconds, less than to sleep and be woken.
    for _ in 0..<100 where done.load(ordering: .acquiring) < parts { sched_yield() }
    if done.load(ordering: .acquiring) < parts {
      condition.withLock {
        while done.load(ordering: .acquiring) < parts { condition.wait() }
      }
    }
    body = nil
  }
}
