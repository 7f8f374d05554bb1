import CKernels
import Foundation
import Synchronization

/// What NDArray uses of the machine.
///
/// ```swift
/// NDRuntime.threads = 1          // all work but that of OpenBLAS on the calling thread
/// NDRuntime.releaseKeptMemory()  // what arrays gave back returns to the system
/// print(NDRuntime.instructionSet)
/// ```
public enum NDRuntime {
  /// How many threads work on one large operation: at first the value of the environment variable
  /// `NDARRAY_NUM_THREADS`, else the number of processors. OpenBLAS's threads are its own:
  /// `OPENBLAS_NUM_THREADS`. Traps when set to less than 1.
  public static var threads: Int {
    get { threadCount.load(ordering: .relaxed) }
    set {
      require(
        newValue >= 1, "threads: \(newValue) is not a number of threads, at least 1 is needed")
      threadCount.store(newValue, ordering: .relaxed)
    }
  }

  private static let threadCount = Atomic(
    ProcessInfo.processInfo.environment["NDARRAY_NUM_THREADS"].flatMap(Int.init).map { max($0, 1) }
      ?? ProcessInfo.processInfo.activeProcessorCount)

  /// The most bytes of memory that are kept for the next arrays when arrays give them back; 512 MiB unless set.
  /// Traps when set to less than 0.
  public static var keptMemoryLimit: Int {
    get { BlockCache.shared.limit }
    set {
      require(newValue >= 0, "keptMemoryLimit: \(newValue) is not a number of bytes")
      BlockCache.shared.limit = newValue
    }
  }

  /// Returns the memory that is kept for the next arrays to the system.
  public static func releaseKeptMemory() { BlockCache.shared.removeAll() }

  /// The widest instructions that the loops use: "avx512", "avx2" or "baseline". The environment variable
  /// `NDARRAY_SIMD` narrows them, for tests.
  public static var instructionSet: String { String(cString: ck_instruction_set()) }
}
