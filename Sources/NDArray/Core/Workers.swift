import CKernels
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
  /// The workers that have begun to wait, and the processor that they keep off.
  private var workers: [pthread_t] = []
  private var avoided: Int32 = -1

  /// Calls `body` once with each of `0..<parts`, on up to `threads` threads, this one among them.
  func run(parts: Int, threads: Int, _ body: @escaping (Int) -> Void) {
    let job = Job(parts: parts, body: body)
    condition.withLock {
      while count < threads - 1 { startWorker() }
      keepWorkersOffThisProcessor()
      self.job = job
      for _ in 1..<threads { condition.signal() }
    }
    job.work()
    job.wait()
    condition.withLock { if self.job === job { self.job = nil } }
  }

  /// The caller stays at work, so that a worker that wakes on its processor takes time from it instead of adding
  /// any. Linux does wake it there, even where another processor has nothing to do, in virtual machines at least.
  private func keepWorkersOffThisProcessor() {
    let processor = ck_processor()
    if processor == avoided { return }
    avoided = processor
    for worker in workers { ck_keep_off(worker, processor) }
  }

  private func startWorker() {
    count += 1
    Thread.detachNewThread { [self] in
      condition.withLock {
        workers.append(pthread_self())
        avoided = -1
      }
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
  private func run(_ part: Int) {
    ck_at_part().pointee = true
    body!(part)
    ck_at_part().pointee = false
  }

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
