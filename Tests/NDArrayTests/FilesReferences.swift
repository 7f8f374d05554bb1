import Foundation
import NDArray

/// What NumPy writes and reads, as `References/make_files.py` has recorded it.
struct FilesReferences: Decodable, Sendable {
  struct NPY: Decodable, Sendable {
    let name: String
    let dtype: DType
    let shape: [Int]
    let isFortranOrder: Bool
    let elements: [String]
    let file: String
    let same: Bool
  }

  struct Archive: Decodable, Sendable {
    let name: String
    let file: String
  }

  struct Text: Decodable, Sendable {
    let loader: String
    let text: String
    let delimiter: String?
    let comments: [String]
    let skipRows: Int
    let skipFooter: Int
    let useColumns: [Int]?
    let maxRows: Int?
    let minimumRank: Int
    let missing: String
    let shape: [Int]
    let elements: [String]
  }

  struct Written: Decodable, Sendable {
    let shape: [Int]
    let elements: [String]
    let formats: [String]
    let delimiter: String
    let newline: String
    let header: String
    let footer: String
    let comments: String
    let text: String
  }

  let npy: [NPY]
  let npz: [Archive]
  let texts: [Text]
  let written: [Written]

  static let numpy = references("files.json", as: FilesReferences.self)

  /// The file of a case.
  func npy(_ name: String) -> [UInt8] {
    bytes(hexadecimal: npy.first { $0.name == name }!.file)
  }
}

func bytes(hexadecimal text: String) -> [UInt8] {
  let digits = text.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// An array whose elements are written as `nan`, `inf` or decimal numbers.
func array(_ elements: [String], _ shape: [Int]) -> NDArray<Double> {
  NDArray(elements.map { Double($0)! }, shape: shape)
}

/// Calls `body` with a file of these bytes, which is removed afterwards.
func withFile<Value>(
  _ bytes: [UInt8], _ name: String = "file", _ body: (URL) throws -> Value
) throws -> Value {
  try withFolder { folder in
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return try body(url)
  }
}

/// Calls `body` with an empty folder, which is removed afterwards.
func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
