import Foundation

/// The order of the bytes of a number.
public enum ByteOrder: Sendable {
  /// The lowest byte first, as on most machines.
  case little
  /// The highest byte first.
  case big

  /// The order of this machine.
  public static var native: ByteOrder { 1.littleEndian == 1 ? .little : .big }
}

extension NDArray {
  /// The bytes of the elements in C order, as NumPy's `tobytes()`. O(`count`).
  public func bytes() -> [UInt8] {
    Array(unsafeUninitializedCapacity: byteCount) { bytes, count in
      count = byteCount
      guard let start = bytes.baseAddress else { return }
      writeElements(to: UnsafeMutableRawPointer(start).assumingMemoryBound(to: Element.self))
    }
  }

  /// A one-dimensional array of the elements whose bytes these are, as NumPy's
  /// `frombuffer(bytes, dtype)`. A byte of a `Bool` that is not 0 is true.
  ///
  /// - Throws: ``FileError`` when the bytes are no whole number of elements.
  public init(bytes: [UInt8], order: ByteOrder = .native) throws(FileError) {
    let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: Self.itemSize)
    guard rest == 0 else {
      throw FileError(
        nil, .byte(bytes.count - rest),
        "\(bytes.count) bytes are no whole number of \(Element.dtype) of \(Self.itemSize) bytes")
    }
    self = bytes.withUnsafeBytes { NDArray(decoding: $0, shape: [count], order) }
  }

  /// Writes the bytes of the elements in C order and nothing else, as NumPy's `tofile(file)`.
  ///
  /// - Throws: ``FileError`` when the file cannot be written.
  public func writeBytes(to url: URL) throws(FileError) {
    try FileWriting.write(to: url) { (output) throws(FileError) in
      try forEachPiece { (piece) throws(FileError) in
        try output.write(UnsafeRawBufferPointer(piece))
      }
    }
  }

  /// A one-dimensional array of elements whose bytes a file holds, as NumPy's
  /// `fromfile(file, dtype, count, offset=offset)`.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - offset: How many bytes to skip.
  ///   - count: How many elements to read; all that follow when nil.
  ///   - order: In which order the bytes of an element stand.
  /// - Throws: ``FileError`` when the file cannot be read, is too short, or, without a count, does
  ///   not end with a whole element.
  public init(
    bytesOf url: URL, offset: Int = 0, count: Int? = nil, order: ByteOrder = .native
  ) throws(FileError) {
    require(offset >= 0 && count ?? 0 >= 0, "bytesOf: offset and count must not be negative")
    let (size, isHuge) = (count ?? Int.max).multipliedReportingOverflow(by: Self.itemSize)
    let (end, isBeyond) = offset.addingReportingOverflow(size)
    func wanted(_ bytes: UnsafeRawBufferPointer) -> Int { isHuge || isBeyond ? Int.max : end }
    self = try FileReading.withBytes(of: url, wanted: wanted) { (bytes) throws(FileError) in
      let available = Swift.max(bytes.count - offset, 0) / Self.itemSize
      guard offset <= bytes.count, count ?? 0 <= available else {
        throw FileError(
          nil, .byte(bytes.count), "the file ends before \(count ?? 0) elements of \(Element.dtype)"
        )
      }
      let end = offset + (count ?? available) * Self.itemSize
      guard count != nil || end == bytes.count else {
        throw FileError(nil, .byte(end), "the rest is no whole \(Element.dtype)")
      }
      return NDArray(
        decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<end]),
        shape: [count ?? available], order)
    }
  }
}

extension NDArray {
  static var itemSize: Int { MemoryLayout<Element>.stride }

  var byteCount: Int { count * Self.itemSize }

  /// The elements, in C order of `shape`, from exactly as many bytes as they take.
  init(decoding bytes: UnsafeRawBufferPointer, shape: Dims, _ order: ByteOrder) {
    self.init(shape: shape) { out in
      guard let source = bytes.baseAddress else { return }
      let target = UnsafeMutableRawPointer(out)
      target.copyMemory(from: source, byteCount: bytes.count)
      if Element.self == Bool.self {
        // Swift knows no other bytes in a Bool than 0 and 1.
        let bytes = target.assumingMemoryBound(to: UInt8.self)
        for i in 0..<shape.product where bytes[i] > 1 { bytes[i] = 1 }
      }
      if order == .native { return }
      switch Self.itemSize {
      case 2: target.swapBytes(of: UInt16.self, shape.product)
      case 4: target.swapBytes(of: UInt32.self, shape.product)
      case 8: target.swapBytes(of: UInt64.self, shape.product)
      default: break
      }
    }
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func swapBytes<Word: FixedWidthInteger>(of type: Word.Type, _ count: Int) {
    let words = assumingMemoryBound(to: type)
    for i in 0..<count { words[i] = words[i].byteSwapped }
  }
}
