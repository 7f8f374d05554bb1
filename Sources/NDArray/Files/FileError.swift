import Foundation

/// What is wrong with a file or with bytes that should hold an array, and where.
public struct FileError: Error, Equatable, Sendable {
  /// A place in a file.
  public enum Position: Equatable, Sendable {
    /// The file as a whole.
    case file
    /// A byte, counted from 0.
    case byte(Int)
    /// A line of text, counted from 1.
    case line(Int)
  }

  /// The path, or nil for bytes and text that came from no file.
  public let file: String?
  /// Where in the file.
  public let position: Position
  /// What is wrong there.
  public let reason: String

  init(_ file: String? = nil, _ position: Position, _ reason: String) {
    (self.file, self.position, self.reason) = (file, position, reason)
  }

  /// The same fault with the path of the file it was found in.
  func inFile(_ path: String) -> FileError {
    FileError(file ?? path, position, reason)
  }
}

extension FileError: CustomStringConvertible {
  /// `weights.npy: byte 8: …`
  public var description: String {
    let place: String? =
      switch position {
      case .file: nil
      case .byte(let offset): "byte \(offset)"
      case .line(let number): "line \(number)"
      }
    return [file, place, reason].compactMap { $0 }.joined(separator: ": ")
  }
}

// MARK: - Whole files

/// Reading and writing files as a whole.
enum WholeFile {
  /// Calls `body` with the bytes of a file, which are read as they are used.
  static func withBytes<Value>(
    of url: URL, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let data: Data
    do {
      data = try Data(contentsOf: url, options: .mappedIfSafe)
    } catch {
      throw FileError(url.path, .file, "cannot be read: \(reason(error, url.path))")
    }
    do {
      return try data.reading(body)
    } catch {
      throw error.inFile(url.path)
    }
  }

  /// Writes a file in one step: a reader sees the old one or the new one.
  static func write(_ bytes: [UInt8], to url: URL) throws(FileError) {
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw FileError(url.path, .file, "cannot be written: \(error.localizedDescription)")
    }
  }

  /// The system's words for what failed, which Foundation keeps to itself on Linux.
  private static func reason(_ error: any Error, _ path: String) -> String {
    guard let file = fopen(path, "rb") else { return String(cString: strerror(errno)) }
    fclose(file)
    return error.localizedDescription
  }
}

extension ContiguousBytes {
  /// `withUnsafeBytes` for a body that throws only ``FileError``.
  func reading<Value>(
    _ body: (UnsafeRawBufferPointer) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let result = withUnsafeBytes { bytes -> Result<Value, FileError> in
      do throws(FileError) {
        return .success(try body(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
