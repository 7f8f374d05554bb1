import Foundation
import NDArray

/// A `.safetensors` file, read: the weights of a model as Hugging Face's libraries store them.
///
/// Eight bytes with the length of a header, the header (JSON: name → dtype, shape, first and last byte), then the
/// elements. Nothing is read of the elements until ``array(_:of:)`` asks, and the header is believed only as far as
/// the file is long.
public struct SafeTensors: Sendable {
  /// What the header says of one array.
  public struct Entry: Equatable, Sendable {
    /// `F64`, `F32`, `F16`, `BF16`, `I64` and so on.
    public let dtype: String
    /// The number of elements along each axis.
    public let shape: [Int]
    /// Where the elements lie in the file.
    let bytes: Range<Int>
  }

  /// In the order in which they lie in the file.
  public let names: [String]
  /// What the header says of each array, by its name.
  public let entries: [String: Entry]
  private let url: URL

  private static let headerLimit = 100_000_000
  private static let sizes = [
    "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1,
    "BOOL": 1,
  ]

  /// Opens a file and reads its header.
  ///
  /// - Throws: ``ModelFileError`` that names the byte or the array with which something is wrong.
  public init(_ url: URL) throws {
    self.url = url
    let file = try Self.open(url)
    defer { try? file.close() }
    let length = Int(try file.seekToEnd())
    try file.seek(toOffset: 0)
    guard let prefix = try file.read(upToCount: 8), prefix.count == 8 else {
      throw ModelFileError(url, "byte \(length): the file ends before the length of its header")
    }
    let claimed = prefix.enumerated().reduce(UInt64(0)) {
      $0 | UInt64($1.element) << (8 * $1.offset)
    }
    guard claimed <= UInt64(min(Self.headerLimit, length - 8)) else {
      throw ModelFileError(
        url, "byte 0: the header is said to have \(claimed) bytes, but the file has \(length)")
    }
    let start = 8 + Int(claimed)
    let header = try file.read(upToCount: Int(claimed)) ?? Data()
    let described: [String: Header]
    do {
      described = try JSONDecoder().decode([String: Header].self, from: header)
    } catch {
      throw ModelFileError(url, "byte 8: the header is no JSON object of arrays (\(error))")
    }
    var entries: [String: Entry] = [:]
    for (name, header) in described {
      guard case .array(let dtype, let shape, let offsets) = header else { continue }
      entries[name] = try Self.entry(name, dtype, shape, offsets, in: start..<length, of: url)
    }
    self.entries = entries
    names = entries.sorted {
      let (a, b) = ($0.value.bytes, $1.value.bytes)
      return (a.lowerBound, a.upperBound, $0.key) < (b.lowerBound, b.upperBound, $1.key)
    }
    .map(\.key)
    try requireNoGaps(in: start..<length)
  }

  /// The arrays lie one behind the other from the header to the end of the file. Bytes that belong to two of them, or
  /// to none, are the sign of a damaged header.
  private func requireNoGaps(in data: Range<Int>) throws {
    var end = data.lowerBound
    for name in names {
      let bytes = entries[name]?.bytes ?? end..<end
      guard bytes.lowerBound == end else {
        throw ModelFileError(
          url, "\(name): begins at byte \(bytes.lowerBound), but what lies before it ends at \(end)"
        )
      }
      end = bytes.upperBound
    }
    guard end == data.upperBound else {
      throw ModelFileError(
        url,
        "byte \(end): the header names no array for the \(data.upperBound - end) bytes from here on"
      )
    }
  }

  /// The array of a name, half precision and the other kinds of floating-point numbers converted to `Element`.
  ///
  /// - Throws: ``ModelFileError`` when there is none, or its elements are integers.
  public func array<Element: NDFloat>(
    _ name: String, of type: Element.Type = Element.self
  ) throws -> NDArray<Element> {
    guard let entry = entries[name] else {
      throw ModelFileError(url, "holds no array \(name), only \(names.joined(separator: ", "))")
    }
    let count = entry.bytes.count / (Self.sizes[entry.dtype] ?? 1)
    func read<Stored: NDScalar>(_: Stored.Type) throws -> NDArray<Stored> {
      try NDArray(bytesOf: url, offset: entry.bytes.lowerBound, count: count, order: .little)
    }
    let flat: NDArray<Element>
    switch entry.dtype {
    case "F64": flat = try read(Double.self).asType(Element.self)
    case "F32": flat = try read(Float.self).asType(Element.self)
    case "F16": flat = NDArray(try read(UInt16.self).elements.map { Element(half($0)) })
    case "BF16":
      flat = NDArray(
        try read(UInt16.self).elements.map { Element(Float(bitPattern: UInt32($0) << 16)) })
    default:
      throw ModelFileError(url, "\(name): \(entry.dtype) where floating-point numbers belong")
    }
    return flat.reshaped(entry.shape)
  }

  private static func open(_ url: URL) throws -> FileHandle {
    do {
      return try FileHandle(forReadingFrom: url)
    } catch {
      throw ModelFileError(url, "cannot be read: \(error.localizedDescription)")
    }
  }

  private static func entry(
    _ name: String, _ dtype: String, _ shape: [Int], _ offsets: [Int], in data: Range<Int>,
    of url: URL
  ) throws -> Entry {
    guard let size = sizes[dtype] else {
      throw ModelFileError(url, "\(name): the dtype \(dtype) is not known")
    }
    var count = size
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else {
        throw ModelFileError(url, "\(name): \(shape) is no shape")
      }
      count = product
    }
    guard offsets.count == 2, 0 <= offsets[0], offsets[0] <= offsets[1], offsets[1] <= data.count
    else {
      throw ModelFileError(
        url,
        "\(name): its bytes \(offsets) do not lie within the \(data.count) that follow the header")
    }
    guard offsets[1] - offsets[0] == count else {
      throw ModelFileError(
        url,
        "\(name): \(dtype) \(shape) takes \(count) bytes, but it has \(offsets[1] - offsets[0])")
    }
    let lower = data.lowerBound + offsets[0]
    return Entry(dtype: dtype, shape: shape, bytes: lower..<(lower + count))
  }

  private enum Header: Decodable {
    case array(dtype: String, shape: [Int], offsets: [Int])
    /// `__metadata__`: words about the file.
    case metadata

    private enum Key: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }

    init(from decoder: any Decoder) throws {
      if decoder.codingPath.last?.stringValue == "__metadata__" {
        self = .metadata
        return
      }
      let values = try decoder.container(keyedBy: Key.self)
      self = .array(
        dtype: try values.decode(String.self, forKey: .dtype),
        shape: try values.decode([Int].self, forKey: .shape),
        offsets: try values.decode([Int].self, forKey: .offsets))
    }
  }
}

/// The number that 16 bits of IEEE 754 stand for. `Float16` is not to be had on every machine.
private func half(_ bits: UInt16) -> Float {
  let sign: Float = bits & 0x8000 == 0 ? 1 : -1
  let (exponent, fraction) = (Int(bits >> 10 & 0x1F), Float(bits & 0x3FF))
  switch exponent {
  case 0: return sign * fraction * 0x1p-24
  case 31: return fraction == 0 ? sign * .infinity : .nan
  default:
    return sign * (1 + fraction * 0x1p-10)
      * Float(sign: .plus, exponent: exponent - 15, significand: 1)
  }
}
