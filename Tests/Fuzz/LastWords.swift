import Foundation

/// Which run is going on, to be said when the process dies in it.
enum LastWords {
  private static let capacity = 200
  nonisolated(unsafe) private static let text = UnsafeMutablePointer<CChar>.allocate(
    capacity: capacity)

  /// Says how the run is started again when a trap, a fault or the sanitiser ends this process.
  static func set(_ words: String) {
    _ = words.withCString { strncpy(text, $0, capacity - 1) }
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT] {
      signal(number) {
        write(2, LastWords.text, strlen(LastWords.text))
        signal($0, SIG_DFL)
        raise($0)
      }
    }
  }
}
