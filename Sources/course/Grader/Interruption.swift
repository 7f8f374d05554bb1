import Dispatch
import Foundation

/// Takes a folder away when this process is interrupted or ended, as by Ctrl-C, before it ends.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(removing folder: URL) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        // Something may be writing into it until the process ends.
        for _ in 0..<3 { try? FileManager.default.removeItem(at: folder) }
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
