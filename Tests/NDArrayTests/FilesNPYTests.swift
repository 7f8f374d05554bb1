import Foundation
import NDArray
import Testing

private let numpy = FilesReferences.numpy

@Suite("Files: npy and raw bytes")
struct FilesNPYTests {
  @Test("NumPy's files are read, and the same files are written", arguments: numpy.npy.indices)
  func roundTrip(_ index: Int) throws {
    let expected = numpy.npy[index]
    switch expected.dtype {
    case .bool: try check(Bool.self, expected)
    case .int8: try check(Int8.self, expected)
    case .int16: try check(Int16.self, expected)
    case .int32: try check(Int32.self, expected)
    case .int64: try check(Int.self, expected)
    case .uint8: try check(UInt8.self, expected)
    case .uint16: try check(UInt16.self, expected)
    case .uint32: try check(UInt32.self, expected)
    case .uint64: try check(UInt64.self, expected)
    case .float32: try check(Float.self, expected)
    case .float64: try check(Double.self, expected)
    }
  }

  private func check<Element: NDScalar>(
    _ type: Element.Type, _ expected: FilesReferences.NPY
  ) throws {
    let label = Comment("\(expected.name)")
    let file = bytes(hexadecimal: expected.file)
    let values = array(expected.elements, expected.shape)
    let header = try NPYHeader(npyBytes: file)
    #expect(header.dtype == expected.dtype, label)
    #expect(header.shape == expected.shape, label)
    #expect(header.isFortranOrder == expected.isFortranOrder, label)
    try withFile(file, "a.npy") { url in
      let read = try NDArray<Element>(npy: url)
      #expect(read == values.asType(type), label)
      #expect(try NPYHeader(of: url) == header, label)
      #expect(try NDArray<Double>(npy: url, converting: true) == values, label)
      #expect((read.npyBytes() == file) == expected.same, label)
      let copy = url.appendingPathExtension("copy")
      try read.write(npy: copy)
      #expect(try NDArray<Element>(npy: copy) == read, label)
    }
  }

  @Test("a strided view is written in C order")
  func views() throws {
    let cube = NDArray.arange(24).reshaped([2, 3, 4])
    for view in [cube[.all, .stride(by: -1)], cube[0].broadcast(to: [2, 3, 4]), cube[.all, 1]] {
      let read = try NDArray<Int>(npyBytes: view.npyBytes())
      #expect(read == view)
      #expect(read.isContiguous)
    }
  }

  @Test("every cut is an error with its place, none a trap")
  func truncated() throws {
    for name in ["float64", "bool", "version 2.0", "Fortran order"] {
      let file = numpy.npy(name)
      for length in 0..<file.count {
        let error = #expect(throws: FileError.self, "\(name) cut to \(length)") {
          try NDArray<Double>(npyBytes: Array(file.prefix(length)), converting: true)
        }
        guard case .byte(let offset)? = error?.position else {
          Issue.record("\(String(describing: error)) names no byte")
          continue
        }
        #expect((0...length).contains(offset))
      }
    }
  }

  @Test("no damaged byte of a header is a trap")
  func damaged() {
    let file = numpy.npy("int16")
    var refused = 0
    for index in 0..<128 {
      for value: UInt8 in [0, 0x20, 0x27, 0x28, 0x2C, 0x30, 0x39, 0x4C, 0x7D, 0x80, 0xFF] {
        var damaged = file
        damaged[index] = value
        if (try? NDArray<Int16>(npyBytes: damaged)) == nil { refused += 1 }
      }
    }
    #expect(refused > 700)
  }

  @Test(
    "forged headers",
    arguments: [
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (4000000000,)}",
        "the file ends before its data: shape [4000000000] of float64 takes 32000000000 bytes, 0 are there"
      ),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 4611686018427387904, 4)}",
        "shape [0, 4611686018427387904, 4] is too large"
      ),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}",
        "the shape lacks a number from 0 to 9223372036854775807 here"
      ),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}",
        "the shape lacks a number from 0 to 9223372036854775807 here"
      ),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (2)}", "the shape is no tuple"),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': 2}", "the header lacks a '(' here"),
      (
        "{'descr': '<c16', 'fortran_order': False, 'shape': (2,)}",
        "dtype '<c16' is none of [\"bool\", \"int8\""
      ),
      ("{'descr': '|O', 'fortran_order': False, 'shape': (2,)}", "dtype '|O' is none of"),
      ("{'descr': '|f8', 'fortran_order': False, 'shape': (0,)}", "dtype '|f8' is none of"),
      (
        "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2,)}",
        "the header lacks a string here; structured dtypes are not known"
      ),
      (
        "{'descr': '<f8', 'fortran_order': 0, 'shape': (2,)}", "the header lacks True or False here"
      ),
      (
        "{'descr': '<f8', 'shape': (2,)}",
        "the header must have the keys 'descr', 'fortran_order', 'shape'"
      ),
      (
        "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (0,)}",
        "key 'descr' is unknown or stands twice"
      ),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (0,), 'x': 1}",
        "key 'x' is unknown or stands twice"
      ),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (0,)} + 1",
        "something follows the dictionary of the header"
      ),
      ("{'descr': '<f8, 'fortran_order': False, 'shape': (0,)}", "the header lacks a '}' here"),
      ("{'descr': '<f8", "a string of the header has no end"),
      ("{'descr': '<é8'", "a string of the header is not plain ASCII"),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (\(String(repeating: "1,", count: 65)))}",
        "an array has at most 64 axes"
      ),
    ])
  func forged(_ dictionary: String, _ reason: String) {
    let length = dictionary.utf8.count
    let prelude: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0]
    let file = prelude + [UInt8(length & 0xFF), UInt8(length >> 8)] + Array(dictionary.utf8)
    let error = #expect(throws: FileError.self) { try NDArray<Double>(npyBytes: file) }
    #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
  }

  @Test("what the messages say")
  func messages() throws {
    let file = numpy.npy("float32")
    try withFile(file, "weights.npy") { url in
      let error = #expect(throws: FileError.self) { try NDArray<Double>(npy: url) }
      #expect(
        error?.description == "\(url.path): byte 0: the array is of float32, not of float64")
      let absent = url.deletingLastPathComponent().appendingPathComponent("absent.npy")
      let missing = #expect(throws: FileError.self) { try NDArray<Double>(npy: absent) }
      #expect(
        missing?.description == "\(absent.path): cannot be read: No such file or directory")
      let unwritable = url.appendingPathComponent("below.npy")
      let refused = #expect(throws: FileError.self) { try NDArray(1.0).write(npy: unwritable) }
      #expect(refused?.description.hasPrefix("\(unwritable.path): cannot be written: ") == true)
    }
    let other = #expect(throws: FileError.self) {
      try NDArray<Double>(npyBytes: Array("not an array file".utf8))
    }
    #expect(
      other?.description
        == "byte 0: not a .npy file: it does not begin with \\x93NUMPY and a version")
  }

  @Test("versions and lengths that are none")
  func preludes() {
    func reason(_ bytes: UInt8...) -> String? {
      #expect(throws: FileError.self) {
        try NDArray<Double>(npyBytes: [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59] + bytes)
      }?.reason
    }
    #expect(reason(4, 0) == "version 4.0 of the format is none of 1.0, 2.0, 3.0")
    #expect(reason(1, 2) == "version 1.2 of the format is none of 1.0, 2.0, 3.0")
    #expect(reason(2, 0, 1, 0) == "the file ends inside its header")
    #expect(reason(1, 0, 1, 0) == "a header of 1 bytes reaches beyond the end of the file")
  }

  @Test("bytes of elements, back and in either order")
  func rawBytes() throws {
    let a = NDArray<Int16>([[1, 2], [3, -4]])
    #expect(a.T.bytes() == [1, 0, 3, 0, 2, 0, 0xFC, 0xFF])
    #expect(try NDArray<Int16>(bytes: a.bytes()) == a.flattened())
    #expect(try NDArray<Float>(bytes: [0x3F, 0x80, 0, 0], order: .big).elements == [1])
    #expect(try NDArray<Bool>(bytes: [0, 1, 2, 255]).elements == [false, true, true, true])
    #expect(try NDArray<Double>(bytes: []).shape == [0])
    let error = #expect(throws: FileError.self) { try NDArray<Int>(bytes: [1, 2, 3]) }
    #expect(
      error?.description
        == "byte 0: 3 bytes are no whole number of int64 of 8 bytes")
  }

  @Test("raw files, whole and in part")
  func rawFiles() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("a.raw")
      try NDArray<Int32>([[1, 2], [3, 4]]).T.writeBytes(to: url)
      #expect(try NDArray<Int32>(bytesOf: url).elements == [1, 3, 2, 4])
      #expect(try NDArray<Int32>(bytesOf: url, offset: 4, count: 2).elements == [3, 2])
      #expect(try NDArray<Int32>(bytesOf: url, offset: 16).shape == [0])
      for (offset, count, reason) in [
        (2, nil, "the rest is no whole int32"),
        (0, 5, "the file ends before 5 elements of int32"),
        (20, nil, "the file ends before 0 elements of int32"),
        (0, Int.max, "the file ends before 9223372036854775807 elements of int32"),
      ] as [(Int, Int?, String)] {
        let error = #expect(throws: FileError.self) {
          try NDArray<Int32>(bytesOf: url, offset: offset, count: count)
        }
        #expect(error?.reason == reason)
      }
    }
  }
}
