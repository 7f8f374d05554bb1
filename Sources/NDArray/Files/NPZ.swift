import Foundation

/// What a `.npz` file can hold: an array of any element type.
public protocol NPYEncodable {
  /// The bytes of a `.npy` file with this array.
  func npyBytes() -> [UInt8]
  /// Calls `body` with one piece after another of these bytes.
  func _forEachNPYPiece(
    _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError)
}

extension NPYEncodable {
  /// The whole as one piece.
  public func _forEachNPYPiece(
    _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    try npyBytes().reading(body)
  }
}

extension NDArray: NPYEncodable {}

/// A `.npz` file: several arrays, each under a name, as NumPy's `savez` and `savez_compressed` write
/// them.
///
/// ```swift
/// let weights: NDArray<Double> = [[1, 2], [3, 4]]
/// try NPZ.write(["weights": weights, "counts": weights.asType(Int32.self)], to: url, compressed: true)
/// let file = try NPZ(url)
/// let same = try file.array("weights", of: Double.self)
/// print(file.names, try file.header("counts").dtype)  // ["weights", "counts"] int32
/// ```
public struct NPZ: Sendable {
  /// The names of the arrays, in the order of the file.
  public let names: [String]

  private let url: URL
  /// The bytes of what cannot be read again, as from a pipe.
  private let bytes: [UInt8]?
  private let entries: [String: ZipArchive.Entry]

  /// Opens a file and reads its directory, not its arrays.
  ///
  /// - Throws: ``FileError`` when the file cannot be read or is no zip file of `.npy` files.
  public init(_ url: URL) throws(FileError) {
    self.url = url
    let isRepeatable = FileReading.isRepeatable(url)
    let (listed, bytes) = try FileReading.withBytes(of: url) { (bytes) throws(FileError) in
      (try ZipArchive.entries(in: bytes), isRepeatable ? nil : Array(bytes))
    }
    self.bytes = bytes
    var entries: [String: ZipArchive.Entry] = [:]
    var names: [String] = []
    for entry in listed where entry.name.hasSuffix(".npy") {
      let name = String(entry.name.dropLast(4))
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw FileError(url.path, .byte(entry.offset), "two entries are named '\(name)'")
      }
      names.append(name)
    }
    (self.entries, self.names) = (entries, names)
  }

  /// The array of a name.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - type: The type of the elements.
  ///   - converting: Whether another dtype is converted, as by `asType(_:)`; if not, it is an
  ///     error.
  /// - Throws: ``FileError`` when there is no such array, its data are damaged, or it has another
  ///   dtype.
  public func array<Element: NDScalar>(
    _ name: String, of type: Element.Type = Element.self, converting: Bool = false
  ) throws(FileError) -> NDArray<Element> {
    try read(name) { (bytes) throws(FileError) in
      try NDArray(npyBytes: bytes, converting: converting)
    }
  }

  /// The dtype and shape of the array of a name; reads the whole array.
  ///
  /// - Throws: ``FileError`` when there is no such array or its data are damaged.
  public func header(_ name: String) throws(FileError) -> NPYHeader {
    try read(name) { (bytes) throws(FileError) in try NPYHeader(npyBytes: bytes) }
  }

  private func read<Value>(
    _ name: String, _ body: ([UInt8]) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    guard let entry = entries[name] else {
      throw FileError(url.path, .file, "holds no array '\(name)', only \(names)")
    }
    let contents: [UInt8]
    if let bytes {
      contents = try bytes.reading { (bytes) throws(FileError) in
        try ZipArchive.contents(of: entry, in: bytes)
      }
    } else {
      contents = try FileReading.withBytes(of: url) { (bytes) throws(FileError) in
        try ZipArchive.contents(of: entry, in: bytes)
      }
    }
    do {
      return try body(contents)
    } catch {
      throw error.inFile("\(url.path)/\(entry.name)")
    }
  }

  /// Writes arrays under their names, as NumPy's `savez`, or `savez_compressed` if `compressed`.
  ///
  /// - Throws: ``FileError`` when the file cannot be written or would reach 4 GiB.
  public static func write(
    _ arrays: KeyValuePairs<String, any NPYEncodable>, to url: URL, compressed: Bool = false
  ) throws(FileError) {
    try write(arrays.map { ($0.key, $0.value) }, to: url, compressed: compressed)
  }

  /// Writes arrays whose names are known only when the program runs.
  ///
  /// - Throws: ``FileError`` when the file cannot be written or would reach 4 GiB.
  public static func write(
    _ arrays: [(String, any NPYEncodable)], to url: URL, compressed: Bool = false
  ) throws(FileError) {
    let names = arrays.map(\.0)
    require(Set(names).count == names.count, "NPZ.write: a name stands twice in \(names)")
    try FileWriting.write(to: url) { (output) throws(FileError) in
      var archive = ZipWriter(output, compressed: compressed)
      for (name, array) in arrays {
        try archive.append("\(name).npy") { (body) throws(FileError) in
          try array._forEachNPYPiece(body)
        }
      }
      try archive.finish()
    }
  }
}
