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

extension ContiguousBytes {
  /// `withUnsafeBytes` for a body that throws only errors of one type.
  func reading<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result = withUnsafeBytes { bytes -> Result<Value, Failure> in
      do throws(Failure) {
        return .success(try body(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
