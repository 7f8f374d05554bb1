import CourseKit
import Foundation
import NDArray

/// Files that NDArray has written, and those of safetensors, with some bytes of them changed. Reading one must give an array or
/// throw; the process has no memory for more than a file of this size can hold.
struct FileMutations {
  private var random: Generator
  private let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("fuzz-\(UUID()).npz")

  init(seed: Int) { random = Generator(seed: seed) }

  /// Reads a number of damaged files; returns how many of them were refused.
  mutating func run(steps: Int) throws -> Int {
    defer { try? FileManager.default.removeItem(at: file) }
    var refused = 0
    for _ in 0..<steps {
      let shape = random.shape()
      let count = shape.reduce(1, *)
      if count > 500 { continue }
      let array = random.relaid(NDArray((0..<count).map { Double($0) / 4 }, shape: shape))
      let kind = random.below(5)
      do {
        switch kind {
        case 0: try readNPY(array.npyBytes())
        case 1: try readNPY(array.asType(Int16.self).npyBytes())
        case 2: try readNPZ(array)
        case 3: try readSafeTensors(array)
        default: try readText(array.reshaped([count]).text(TextStyle(formats: ["%g"])))
        }
      } catch let error where error is FileError || error is ModelFileError {
        refused += 1
      }
    }
    return refused
  }

  private mutating func readNPY(_ bytes: [UInt8]) throws(FileError) {
    let bytes = mutated(bytes)
    let header = try NPYHeader(npyBytes: bytes)
    let array = try NDArray<Double>(npyBytes: bytes, converting: true)
    precondition(array.shape == header.shape && array.elements.count == header.count)
  }

  private mutating func readNPZ(_ array: NDArray<Double>) throws(FileError) {
    try NPZ.write(["a": array, "b": array[.newAxis]], to: file, compressed: random.oneIn(2))
    guard let bytes = try? Data(contentsOf: file),
      (try? Data(mutated(Array(bytes))).write(to: file)) != nil
    else { fatalError("\(file.path) cannot be used") }
    let archive = try NPZ(file)
    for name in archive.names {
      let header = try archive.header(name)
      let array = try archive.array(name, of: Float.self, converting: true)
      precondition(array.shape == header.shape && array.elements.count == header.count)
    }
  }

  private mutating func readSafeTensors(_ array: NDArray<Double>) throws {
    let (bytes, shape) = (
      8 * array.count, "[" + array.shape.map(String.init).joined(separator: ",") + "]"
    )
    let header = """
      {"a":{"dtype":"F64","shape":\(shape),"data_offsets":[0,\(bytes)]},\
      "b":{"dtype":"F64","shape":\(shape),"data_offsets":[\(bytes),\(2 * bytes)]},\
      "c":{"dtype":"F32","shape":[0,3],"data_offsets":[\(2 * bytes),\(2 * bytes)]}}
      """
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    let numbers = array.elements.withUnsafeBytes { Array($0) }
    try Data(mutated(length + Array(header.utf8) + numbers + numbers)).write(to: file)
    let read = try SafeTensors(file)
    for name in read.names {
      let shape = read.entries[name]?.shape
      let array = try read.array(name, of: Float.self)
      precondition(array.shape == shape && array.elements.count == array.count)
    }
  }

  private mutating func readText(_ text: String) throws(FileError) {
    let bytes = mutated(Array(text.utf8))
    let format = TextFormat(
      delimiter: random.element(of: [nil, ",", " "]), skipRows: random.below(3),
      useColumns: random.element(of: [nil, [0], [1, 0], [-1]]),
      maxRows: random.element(of: [nil, 2]), minimumRank: random.below(3))
    let missing: Int32? = random.oneIn(2) ? 0 : nil
    let text = String(decoding: bytes, as: UTF8.self)
    let array = try NDArray<Int32>(text: text, format, missing: missing)
    precondition(array.elements.count == array.count && array.rank >= format.minimumRank)
  }

  /// The bytes with one to four changes.
  private mutating func mutated(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<(1 + random.below(4)) where !bytes.isEmpty {
      // Most of what can go wrong stands at the beginning, and in zip files at the end.
      let reach = random.oneIn(2) ? bytes.count : min(bytes.count, 130)
      let at = random.oneIn(3) ? bytes.count - 1 - random.below(reach) : random.below(reach)
      switch random.below(7) {
      case 0: bytes[at] ^= 1 << random.below(8)
      case 1: bytes[at] = random.element(of: [0, 1, 0x7F, 0x80, 0xFF])
      case 2: bytes.removeSubrange(at...)
      case 3: bytes.insert(contentsOf: bytes[at..<min(at + random.below(40), bytes.count)], at: at)
      case 4: bytes.removeSubrange(at..<min(at + random.below(9), bytes.count))
      case 5:
        let words = [
          "9223372036854775807", "99999999999999999999", "-1", "0", ",", "(", "'", "\n", " ", "#",
          "nan", "1e999", "é",
        ]
        bytes.insert(contentsOf: random.element(of: words).utf8, at: at)
      default:
        let width = min(random.element(of: [2, 4, 8]), bytes.count - at)
        for i in 0..<width { bytes[at + i] = random.oneIn(3) ? 0 : 0xFF }
      }
    }
    return bytes
  }
}
