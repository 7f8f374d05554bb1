import NDArray

/// The format in which MNIST is handed out: two zero bytes, the type of the elements, the number of axes, the length of each
/// axis in four bytes, the highest first, then the elements.
public enum IDX {
  private static let codes: [DType: UInt8] = [
    .uint8: 0x08, .int8: 0x09, .int16: 0x0B, .int32: 0x0C, .float32: 0x0D, .float64: 0x0E,
  ]
  private static let mostAxes = 16

  /// Reads the file at `path`, which may be compressed with gzip.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - type: the type of the elements, which must be the file's.
  ///   - limit: the most bytes to read, uncompressed.
  /// - Throws: ``DataError`` that names the byte, for a file that is no IDX, holds another type, or is shorter or longer than
  ///   its header says. What is allocated follows the bytes that are there.
  public static func read<Element: NDScalar>(
    _ path: String, as type: Element.Type = Element.self, limit: Int = 1 << 30
  ) throws(DataError) -> NDArray<Element> {
    let bytes = try InputFile.contents(path, limit: limit)
    func damaged(_ offset: Int, _ reason: String) -> DataError {
      .damaged(file: path, offset: offset, reason: reason)
    }
    if bytes.isEmpty { throw .empty(file: path) }
    guard bytes.count >= 4 else {
      throw damaged(bytes.count, "the file ends within the four bytes that begin an IDX file")
    }
    guard bytes[0] == 0, bytes[1] == 0 else {
      throw damaged(
        0, "an IDX file begins with two zero bytes, this one with \(bytes[0]) and \(bytes[1])")
    }
    guard let found = codes.first(where: { $0.value == bytes[2] })?.key else {
      throw damaged(2, "\(bytes[2]) names no type of elements")
    }
    guard found == Element.dtype else {
      throw damaged(2, "the elements are \(found), not \(Element.dtype)")
    }
    let axes = Int(bytes[3])
    guard (1...mostAxes).contains(axes) else {
      throw damaged(3, "\(axes) axes where 1 to \(mostAxes) belong")
    }
    let start = 4 + 4 * axes
    guard bytes.count >= start else {
      throw damaged(bytes.count, "the file ends before the lengths of its \(axes) axes do")
    }
    let shape = (0..<axes).map { axis in
      bytes[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) }
    }
    let (promised, there) = (bytesOf(shape, Element.dtype), bytes.count - start)
    guard let promised, promised == there else {
      throw damaged(
        promised.map { min(start + $0, bytes.count) } ?? 4,
        "\(Element.dtype) \(shape) takes \(promised.map(String.init) ?? "too many") bytes, "
          + "but \(there) follow the header")
    }
    do {
      return try NDArray(bytes: Array(bytes[start...]), order: .big).reshaped(shape)
    } catch {
      throw damaged(start, "\(error)")
    }
  }

  /// How many bytes the elements take; nil for more than a machine can count, an axis of length 0 among huge ones included.
  private static func bytesOf(_ shape: [Int], _ dtype: DType) -> Int? {
    var count = dtype.itemSize
    for extent in shape {
      let (product, isHuge) = count.multipliedReportingOverflow(by: max(extent, 1))
      if isHuge { return nil }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }
}
