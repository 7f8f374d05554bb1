import Foundation
import NDArray
import Testing

private let target = ProcessInfo.processInfo.environment["NDARRAY_WRITE_TO"]

/// Writes the files that `References/check_written.py` loads in NumPy.
@Suite("Files for NumPy", .enabled(if: target != nil))
struct FilesWrittenTests {
  @Test("one of every kind")
  func write() throws {
    let folder = URL(fileURLWithPath: try #require(target))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let numbers = NDArray.arange(24).reshaped([2, 3, 4])
    func write<Element: NDScalar>(_ type: Element.Type) throws {
      let array = numbers.asType(type)
      let name = "\(array.dtype)"
      try array.write(npy: folder.appendingPathComponent("\(name).npy"))
      try array.T.write(npy: folder.appendingPathComponent("\(name)-transposed.npy"))
      try array.writeBytes(to: folder.appendingPathComponent("\(name).raw"))
    }
    let types: [any NDScalar.Type] = [
      Bool.self, Int8.self, Int16.self, Int32.self, Int.self, UInt8.self, UInt16.self,
      UInt32.self, UInt.self, Float.self, Double.self,
    ]
    for type in types { try write(type) }
    for (name, compressed) in [("stored", false), ("deflated", true)] {
      try NPZ.write(
        ["w": numbers.asType(Double.self) * 0.5, "größe": NDArray(7)],
        to: folder.appendingPathComponent("\(name).npz"), compressed: compressed)
    }
    let table = numbers[0].asType(Double.self) * 0.1
    try table.write(
      text: folder.appendingPathComponent("table.csv"), TextStyle(delimiter: ","))
  }
}
