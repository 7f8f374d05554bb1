import Foundation

/// Tells when the Swift files of a folder, or of folders in it, have changed, by the kernel's inotify.
///
/// It watches folders, not files, so it sees what editors do: write in place, replace by renaming, delete and
/// create again. A folder that is deleted and comes back is found through the one around it.
struct FolderWatcher: Sendable {
  private let folder: URL
  private let queue: Int32

  /// - Throws: ``Failure`` if there is no such folder, or if the kernel has no more watches.
  init(_ folder: URL) throws {
    self.folder = folder
    queue = inotify_init1(Int32(IN_CLOEXEC))
    guard queue >= 0, watch(folder) else {
      let error = String(cString: strerror(errno))
      throw Failure(say(.cannotWatch, ["folder": folder.path, "error": error]))
    }
    watchFoldersBelow()
  }

  /// Calls `body` after each change, once for changes that follow each other closely, with the names of the files that
  /// have changed. Never returns.
  func run(_ body: @Sendable (_ saved: [String]) -> Void) {
    var contents = fingerprints()
    while true {
      wait()
      repeat { watchFoldersBelow() } while isBusy(for: 60)
      let now = fingerprints()
      if now != contents {
        let changed = now.filter { contents[$0.key] != $0.value }.keys.sorted()
        body(changed.map { URL(fileURLWithPath: $0).lastPathComponent })
      }
      contents = now
    }
  }

  @discardableResult private func watch(_ folder: URL) -> Bool {
    let events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
    return inotify_add_watch(queue, folder.path, UInt32(events)) >= 0
  }

  /// Watching a folder again changes nothing.
  private func watchFoldersBelow() {
    var open = [folder]
    while let next = open.popLast() {
      watch(next)
      open += ((try? next.entries()) ?? []).filter(\.isFolder)
    }
  }

  /// Blocks until there is an event.
  private func wait() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while read(queue, &buffer, buffer.count) < 0 && errno == EINTR {}
  }

  /// Whether there is another event within so many milliseconds.
  private func isBusy(for milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
    wait()
    return true
  }

  /// Of each Swift file, by path.
  private func fingerprints() -> [String: String] {
    var fingerprints: [String: String] = [:]
    for path in (try? folder.filesBelow()) ?? [] where path.hasSuffix(".swift") {
      // The tool itself writes that one.
      if path == BuiltManifest.name { continue }
      let data = FileManager.default.contents(atPath: folder.path + "/" + path)
      fingerprints[path] = data.map(Fingerprint.of)
    }
    return fingerprints
  }
}
