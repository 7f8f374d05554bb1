import CourseKit
import Foundation
import NDArray
import Testing

private final class Layer: Module {
  typealias Element = Double
  let weight: Parameter<Double>
  let mean: Buffer<Double>
  init(_ weight: NDArray<Double>, mean: NDArray<Double> = [0]) {
    (self.weight, self.mean) = (Parameter("W", weight), Buffer("mean", mean))
  }
}

private final class Network: Module {
  typealias Element = Double
  let body, head: Layer
  init(_ body: Layer, _ head: Layer) { (self.body, self.head) = (body, head) }
}

@Suite struct ModelFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("models-\(UUID().uuidString)")
  private var file: URL { folder.appendingPathComponent("weights.npz") }
  private let small = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "References/small.safetensors")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let network = Network(Layer([[1, 2]], mean: [7]), Layer([[3], [4]]))
    try ModelFile.write(network, to: file)
    #expect(try ModelFile(file).names == ["body.W", "head.W", "body.mean", "head.mean"])
    let other = Network(Layer([[0, 0]]), Layer([[0], [0]]))
    try ModelFile(file).load(into: other)
    #expect(other.body.weight.value == [[1, 2]] && other.body.mean.value == [7])
    #expect(other.head.weight.value == [[3], [4]])
  }

  @Test func everyMisfitIsListedAndNothingIsLoaded() throws {
    try NPZ.write(
      [
        "body.W": NDArray<Double>([[9, 9, 9]]), "body.mean": NDArray<Double>([5]),
        "head.mean": NDArray<Double>([5]), "tail.W": NDArray<Double>([1]),
      ], to: file)
    let network = Network(Layer([[1, 2]]), Layer([[3], [4]]))
    #expect(
      message { try ModelFile(file).load(into: network) } == """
        weights.npz: does not fit the model:
          of another shape: body.W is [1, 2], the file has [1, 3]
          missing: head.W [2, 1]
          surplus: tail.W
        """)
    #expect(network.body.weight.value == [[1, 2]] && network.body.mean.value == [0])
  }

  @Test func aNewHeadStaysAsItIs() throws {
    try ModelFile.write(Network(Layer([[1, 2]]), Layer([[3], [4]])), to: file)
    let network = Network(Layer([[0, 0]]), Layer([[5, 5, 5]], mean: [8]))
    try ModelFile(file).load(into: network, except: ["head."])
    #expect(network.body.weight.value == [[1, 2]])
    #expect(network.head.weight.value == [[5, 5, 5]] && network.head.mean.value == [8])
  }

  @Test func otherNamesAreTranslated() throws {
    let network = Network(Layer(.zeros([2, 3])), Layer([0, 0]))
    try ModelFile(small).load(into: network, except: ["body.mean", "head.mean"]) { name in
      ["encoder.0.weight": "body.W", "encoder.0.bias": "head.W"][name]
    }
    #expect(network.body.weight.value == [[0.5, -1, 3.25], [1e-3, 7, -0.1]])
    #expect(network.head.weight.value == [1.5, -2])
    let twice = message { try ModelFile(small).load(into: network) { _ in "body.W" } }
    #expect(twice.hasSuffix("are both to become body.W"))
  }

  @Test func integersAreNoWeights() throws {
    try NPZ.write(["W": NDArray([1, 2]), "mean": NDArray<Double>([5])], to: file)
    let got = message { try ModelFile(file).load(into: Layer([1, 2])) }
    #expect(got == "weights.npz: W: int64 where floating-point numbers belong")
  }

  @Test func otherFormatsAreNamed() {
    let model = Layer([1])
    let text = folder.appendingPathComponent("weights.txt")
    #expect(
      message { _ = try ModelFile(text) }
        == "weights.txt: expected a file .npz or .safetensors, got .txt")
    #expect(
      message { try ModelFile.write(model, to: text) }
        == "weights.txt: weights are written as .npz, got .txt")
  }

  // MARK: - safetensors

  @Test func everyKindOfNumberIsRead() throws {
    let file = try SafeTensors(small)
    #expect(Set(file.names) == Set(file.entries.keys) && file.names.count == 7)
    let half: [Double] = [0.333251953125, -2048, 5.960464477539063e-08, .infinity, 0]
    #expect(try file.array("half").elements == half)
    #expect(
      try file.array("brain", of: Float.self)
        == [0.333984375, -2048, 9.98402083170343e-31, 3.00405527047391e+38])
    #expect(try file.array("scalar", of: Double.self) == NDArray<Double>(2.5))
    #expect(try file.array("empty", of: Double.self).shape == [0, 3])
    #expect(file.entries["encoder.0.weight"]?.dtype == "F64")
    #expect(
      message { _ = try file.array("counts", of: Double.self) }
        .hasSuffix("counts: I64 where floating-point numbers belong"))
    #expect(
      message { _ = try file.array("none", of: Double.self) }.contains("holds no array none, only"))
  }

  private func said(of header: String, length: UInt64? = nil, data: Int = 8) throws -> String {
    let file = folder.appendingPathComponent("made.safetensors")
    let count = length ?? UInt64(header.utf8.count)
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    bytes += Array(header.utf8) + [UInt8](repeating: 0, count: data)
    try Data(bytes).write(to: file)
    return message { _ = try SafeTensors(file) }
  }

  @Test func aForgedHeaderIsRefused() throws {
    let ok = #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#
    #expect(try said(of: ok) == "nothing was thrown")
    #expect(
      try said(of: ok, length: 1 << 62)
        == "made.safetensors: byte 0: the header is said to have \(1 << 62) bytes, but the file has 70"
    )
    #expect(try said(of: "[1]").hasPrefix("made.safetensors: byte 8: the header is no JSON object"))
    for (header, words) in [
      (
        #"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}"#,
        "a: F64 [2] takes 16 bytes, but it has 8"
      ),
      (
        #"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}"#,
        "a: its bytes [0, 16] do not lie within the 8 that follow the header"
      ),
      (
        #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[8,0]}}"#,
        "a: its bytes [8, 0] do not lie within the 8 that follow the header"
      ),
      (#"{"a":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}"#, "a: [-1] is no shape"),
      (
        #"{"a":{"dtype":"F64","shape":[4294967296,4294967296,8],"data_offsets":[0,0]}}"#,
        "a: [4294967296, 4294967296, 8] is no shape"
      ),
      (#"{"a":{"dtype":"F8","shape":[1],"data_offsets":[0,8]}}"#, "a: the dtype F8 is not known"),
    ] {
      #expect(try said(of: header) == "made.safetensors: \(words)")
    }
  }

  @Test func bytesOfTwoArraysOrOfNoneAreRefused() throws {
    func two(_ first: String, _ second: String, data: Int) throws -> String {
      try said(
        of: #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[\#(first)]},"#
          + #""b":{"dtype":"U8","shape":[4],"data_offsets":[\#(second)]}}"#, data: data)
    }
    #expect(try two("4,12", "0,4", data: 12) == "nothing was thrown")
    #expect(
      try two("0,8", "4,8", data: 8)
        == "made.safetensors: b: begins at byte 118, but what lies before it ends at 122")
    #expect(
      try two("0,8", "9,13", data: 13)
        == "made.safetensors: b: begins at byte 124, but what lies before it ends at 123")
    #expect(
      try two("0,8", "8,12", data: 15)
        == "made.safetensors: byte 127: the header names no array for the 3 bytes from here on")
  }

  @Test func damagedFilesAreErrors() throws {
    let bytes = [UInt8](try Data(contentsOf: small))
    let whole = try SafeTensors(small)
    let start = 8 + bytes.prefix(8).reversed().reduce(0) { $0 << 8 + Int($1) }
    let file = folder.appendingPathComponent("damaged.safetensors")
    // [0, 3] and [0, 2] have equally many elements.
    func counted(_ file: SafeTensors) -> [String: SafeTensors.Entry] {
      file.entries.filter { !$0.value.shape.contains(0) }
    }
    for place in bytes.indices {
      try Data(bytes[..<place]).write(to: file)
      let cut = message { _ = try SafeTensors(file) }
      #expect(
        cut.contains("byte ")
          || whole.names.contains { cut.hasPrefix("damaged.safetensors: \($0): ") },
        "cut at \(place): \(cut)")
      for change: UInt8 in [0x01, 0x02, 0x55, 0xFF] {
        var damaged = bytes
        damaged[place] ^= change
        try Data(damaged).write(to: file)
        let read = try? SafeTensors(file)
        if place >= start {
          #expect(read?.entries == whole.entries, "an element, \(place), is only another number")
        } else {
          #expect(
            read.map { $0.names != whole.names || counted($0) == counted(whole) } ?? true,
            "byte \(place): another name, or nothing that counts, else it is refused")
        }
        for name in read?.names ?? [] { _ = try? read?.array(name, of: Double.self) }
      }
    }
  }
}
