import Foundation
import NDArray
import Testing

private let numpy = FilesReferences.numpy

@Suite("Files: npz")
struct FilesNPZTests {
  private func expect(_ file: NPZ) throws {
    #expect(file.names == ["w", "b", "größe"])
    let w = NDArray.arange(600).reshaped([20, 30]).asType(Double.self) * -7 + 3
    #expect(try file.array("w") == w)
    #expect(try file.array("b", of: Int32.self).elements == [3, -4, -11, -18, -25, -32])
    #expect(try file.array("größe", of: Double.self).scalar == 3.5)
    #expect(try file.header("b").shape == [2, 3])
    #expect(try file.array("b", of: Double.self, converting: true).sum() == -87)
  }

  @Test("NumPy's archives, stored and compressed", arguments: numpy.npz.indices)
  func read(_ index: Int) throws {
    try withFile(bytes(hexadecimal: numpy.npz[index].file), "a.npz") { url in
      try expect(try NPZ(url))
    }
  }

  @Test("own archives, stored and compressed", arguments: [false, true])
  func written(compressed: Bool) throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("a.npz")
      let w = NDArray.arange(600).reshaped([20, 30]).asType(Double.self) * -7 + 3
      let b = NDArray<Int32>([[3, -4, -11], [-18, -25, -32]])
      try NPZ.write(["w": w, "b": b, "größe": NDArray(3.5)], to: url, compressed: compressed)
      try expect(try NPZ(url))
      let size = try Data(contentsOf: url).count
      #expect(compressed ? size < 3000 : size > 4800)
      try NPZ.write([:], to: url)
      #expect(try NPZ(url).names == [])
    }
  }

  @Test("large arrays pass through the compressor in pieces")
  func large() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("a.npz")
      var random = Generator(seed: 1)
      let noise = random.random([200, 300])
      let zeros = NDArray<Double>.zeros([500, 500])
      try NPZ.write(["noise": noise, "zeros": zeros], to: url, compressed: true)
      #expect(try NPZ(url).array("noise") == noise)
      #expect(try NPZ(url).array("zeros") == zeros)
    }
  }

  @Test("every cut and every damaged byte is an error or harmless, none a trap", arguments: 0..<2)
  func damaged(_ index: Int) throws {
    let file = bytes(hexadecimal: numpy.npz[index].file)
    let whole = try withFile(file) { try NPZ($0).array("b", of: Int32.self) }
    func read(_ file: [UInt8]) throws -> NDArray<Int32> {
      try withFile(file) { url in
        let archive = try NPZ(url)
        for name in archive.names { _ = try archive.header(name) }
        return try archive.array("b")
      }
    }
    for length in stride(from: 0, to: file.count, by: index == 0 ? 37 : 5) {
      #expect(throws: FileError.self) { try read(Array(file.prefix(length))) }
    }
    let step = index == 0 ? 11 : 3
    for position in stride(from: 0, to: file.count, by: step) {
      var damaged = file
      damaged[position] ^= 0xFF
      do {
        #expect(try read(damaged) == whole)
      } catch {
        #expect(error is FileError)
      }
    }
  }

  @Test("a size that the data do not have costs no memory")
  func forgedSize() throws {
    var file = bytes(hexadecimal: numpy.npz[1].file)
    let entry: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    let start = file.indices.first { file[$0...].starts(with: entry) }!
    file.replaceSubrange(start + 24..<start + 28, with: [0xFE, 0xFF, 0xFF, 0x7F])
    let error = try withFile(file) { url in
      #expect(throws: FileError.self) { try NPZ(url).array("w", of: Double.self) }
    }
    #expect(error?.reason.contains("4928 bytes of data where 2147483646 are announced") == true)
  }

  @Test("what the messages say")
  func messages() throws {
    try withFile(bytes(hexadecimal: numpy.npz[0].file), "a.npz") { url in
      let archive = try NPZ(url)
      let absent = #expect(throws: FileError.self) { try archive.array("c", of: Double.self) }
      #expect(
        absent?.description == "\(url.path): holds no array 'c', only [\"w\", \"b\", \"größe\"]")
      let other = #expect(throws: FileError.self) { try archive.array("b", of: Double.self) }
      #expect(
        other?.description
          == "\(url.path)/b.npy: byte 0: the array is of int32, not of float64")
    }
    try withFile(Array("text".utf8), "b.npz") { url in
      let error = #expect(throws: FileError.self) { try NPZ(url) }
      #expect(
        error?.description.contains("byte 0: not a zip file, or one cut off: it has no directory")
          == true)
    }
  }

  /// An archive of two arrays whose directory, or first local header, holds other bytes at a place.
  private func forged(
    _ field: Int, _ bytes: [UInt8], inDirectory: Bool = true, compressed: Bool = false
  ) throws -> FileError? {
    try withFolder { folder in
      let url = folder.appendingPathComponent("forged.npz")
      try NPZ.write(["a": NDArray([1, 2]), "b": NDArray([3])], to: url, compressed: compressed)
      var file = try Array(Data(contentsOf: url))
      let signature: [UInt8] = inDirectory ? [0x50, 0x4B, 1, 2] : [0x50, 0x4B, 3, 4]
      let start = file.indices.first { file[$0...].starts(with: signature) }!
      file.replaceSubrange(start + field..<start + field + bytes.count, with: bytes)
      try Data(file).write(to: url)
      return #expect(throws: FileError.self) { try NPZ(url).array("a", of: Int.self) }
    }
  }

  @Test("forged directories and entries")
  func forgedEntries() throws {
    #expect(try forged(0, [0])?.reason == "no entry of the zip directory stands here")
    #expect(try forged(8, [1])?.reason == "the zip entry is encrypted")
    #expect(try forged(10, [12])?.reason == "the zip entry is neither stored nor deflated")
    #expect(
      try forged(16, [0, 0, 0, 0])?.reason == "entry 'a.npy' is damaged: its checksum differs")
    #expect(try forged(24, [1])?.reason == "entry 'a.npy' is stored in another size")
    #expect(try forged(42, [1])?.reason == "entry 'a.npy' does not begin here")
    #expect(try forged(46, [0x62])?.reason == "two entries are named 'b'")
    #expect(
      try forged(28, [0xFF, 0xFF])?.reason == "the file ends before byte 396 and its 65535")
    #expect(
      try forged(24, [1], compressed: true)?.reason
        == "entry 'a.npy': more data than the 1 bytes announced")
    #expect(
      try forged(35, [0xFF], inDirectory: false, compressed: true)?.reason
        == "entry 'a.npy': damaged deflate data: invalid block type")
  }

  @Test("numbers of 64 bits that are none")
  func forgedZip64() throws {
    func reason(_ end64: [UInt8], at place: UInt8) throws -> String? {
      // The locator, and the end of the directory, which says that its numbers stand elsewhere.
      let locator: [UInt8] = [0x50, 0x4B, 6, 7, 0, 0, 0, 0, place, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
      let end: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0xFF, count: 16) + [0, 0]
      return try withFile(end64 + locator + end, "forged.npz") { url in
        #expect(throws: FileError.self) { try NPZ(url) }?.reason
      }
    }
    let header: [UInt8] = [0x50, 0x4B, 6, 6] + [UInt8](repeating: 0, count: 28)
    #expect(
      try reason(header + [UInt8](repeating: 0xFF, count: 24), at: 0)
        == "a number that is larger than any file")
    #expect(
      try reason(header, at: 4) == "the end of the 64-bit zip directory does not stand here")
  }
}
