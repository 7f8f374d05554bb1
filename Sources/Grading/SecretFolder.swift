import Foundation

/// A new folder with an unguessable name that only this user may enter.
public struct SecretFolder: Sendable {
  public let path: String

  public init() throws {
    var template = Array((NSTemporaryDirectory() + "/graded-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw SpawnError(executable: "a temporary folder", code: errno)
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  public func remove() { try? FileManager.default.removeItem(atPath: path) }
}
