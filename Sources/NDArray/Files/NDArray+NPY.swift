import Foundation

extension NDArray {
  /// Reads a `.npy` file, as NumPy's `load`.
  ///
  /// ```swift
  /// let w = try NDArray<Double>(npy: url)
  /// ```
  ///
  /// Versions 1.0 to 3.0, either byte order, C and Fortran order; bytes after the array are ignored,
  /// as NumPy ignores them.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - converting: Whether another dtype is converted, as by `asType(_:)`; if not, it is an
  ///     error. ``NPYHeader`` tells the dtype beforehand.
  /// - Throws: ``FileError`` when the file cannot be read, is damaged, or holds another dtype.
  ///   Nothing larger than the file is ever allocated.
  public init(npy url: URL, converting: Bool = false) throws(FileError) {
    self = try FileReading.withBytes(of: url, wanted: NPYHeader.bytesToRead) {
      (bytes) throws(FileError) in
      try NDArray(npyBytes: bytes, converting: converting)
    }
  }

  /// Reads the bytes of a `.npy` file; see `init(npy:converting:)`.
  public init(npyBytes bytes: [UInt8], converting: Bool = false) throws(FileError) {
    self = try bytes.reading { (bytes) throws(FileError) in
      try NDArray(npyBytes: bytes, converting: converting)
    }
  }

  init(npyBytes bytes: UnsafeRawBufferPointer, converting: Bool) throws(FileError) {
    let header = try NPYHeader(bytes)
    let end = header.dataOffset + header.count * header.dtype.itemSize
    let data = UnsafeRawBufferPointer(rebasing: bytes[header.dataOffset..<end])
    if header.dtype == Element.dtype {
      self.init(npy: header, data)
      return
    }
    guard converting else {
      throw FileError(
        nil, .byte(0), "the array is of \(header.dtype), not of \(Element.dtype)")
    }
    switch header.dtype {
    case .bool: self = NDArray<Bool>(npy: header, data).asType(Element.self)
    case .int8: self = NDArray<Int8>(npy: header, data).asType(Element.self)
    case .int16: self = NDArray<Int16>(npy: header, data).asType(Element.self)
    case .int32: self = NDArray<Int32>(npy: header, data).asType(Element.self)
    case .int64: self = NDArray<Int64>(npy: header, data).asType(Element.self)
    case .uint8: self = NDArray<UInt8>(npy: header, data).asType(Element.self)
    case .uint16: self = NDArray<UInt16>(npy: header, data).asType(Element.self)
    case .uint32: self = NDArray<UInt32>(npy: header, data).asType(Element.self)
    case .uint64: self = NDArray<UInt64>(npy: header, data).asType(Element.self)
    case .float32: self = NDArray<Float>(npy: header, data).asType(Element.self)
    case .float64: self = NDArray<Double>(npy: header, data).asType(Element.self)
    }
  }

  private init(npy header: NPYHeader, _ data: UnsafeRawBufferPointer) {
    if header.isFortranOrder {
      let reversed = Dims(Array(header.shape.reversed()))
      self = NDArray(decoding: data, shape: reversed, header.order).T
    } else {
      self.init(decoding: data, shape: Dims(header.shape), header.order)
    }
  }

  /// Writes a `.npy` file, byte for byte the one that NumPy's `save` writes.
  ///
  /// What stands at the path keeps its mode, its owner and its links; a reader sees the old file or the new one. A
  /// pipe, a device or a terminal is opened and written.
  ///
  /// - Throws: ``FileError`` when the file cannot be written.
  public func write(npy url: URL) throws(FileError) {
    try FileWriting.write(to: url) { (output) throws(FileError) in
      try _forEachNPYPiece { (piece) throws(FileError) in try output.write(piece) }
    }
  }

  /// The bytes of a `.npy` file, those that NumPy's `save` writes: version 1.0, the byte order of
  /// this machine; the transpose of a contiguous array in Fortran order, all others in C order.
  public func npyBytes() -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(byteCount + 128)
    // Nothing in it throws.
    try? _forEachNPYPiece { (piece) throws(FileError) in file.append(contentsOf: piece) }
    return file
  }

  /// Calls `body` with one piece after another of the bytes of a `.npy` file.
  public func _forEachNPYPiece(
    _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    let isFortranOrder = !isContiguous && T.isContiguous
    try npyHeader(isFortranOrder).reading(body)
    try (isFortranOrder ? T : self).forEachPiece { (piece) throws(FileError) in
      try body(UnsafeRawBufferPointer(piece))
    }
  }

  /// The header as NumPy pads it: with room for the first extent to grow in place, and so that the
  /// elements begin at a multiple of 64.
  private func npyHeader(_ isFortranOrder: Bool) -> [UInt8] {
    let extents = shape.map { "\($0)" }
    let tuple = extents.count == 1 ? "(\(extents[0]),)" : "(\(extents.joined(separator: ", ")))"
    let order = isFortranOrder ? "True" : "False"
    var text = "{'descr': '\(Element.dtype.code)', 'fortran_order': \(order), 'shape': \(tuple), }"
    if let growing = isFortranOrder ? extents.last : extents.first {
      text += String(repeating: " ", count: 21 - growing.utf8.count)
    }
    // Version 2.0 counts the header in four bytes instead of two.
    let isLong = text.utf8.count + 64 > Int(UInt16.max)
    let prelude = npyMagic.count + 2 + (isLong ? 4 : 2)
    text += String(repeating: " ", count: 64 - (prelude + text.utf8.count + 1) % 64) + "\n"
    let length = text.utf8.count
    let size = (0..<(isLong ? 4 : 2)).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return npyMagic + [isLong ? 2 : 1, 0] + size + Array(text.utf8)
  }
}
