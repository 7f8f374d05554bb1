import CZlib
import CourseKit
import Foundation
import NDArray
import Testing

/// IDX, PNG and CIFAR files: what is read, and what is said of damaged ones.
@Suite struct PictureFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("coursekit-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  private func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "References/pictures/\(name)"
    )
    .path
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: path(name))))
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch let error as DataError {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
        .replacingOccurrences(of: path("") + "/", with: "")
    } catch {
      return "not a DataError: \(error)"
    }
  }

  /// Every cut, and flipped and random bytes: each is refused with the file's name or read, and none traps.
  private func damage(_ good: [UInt8], seed: Int, read: (String) throws -> Void) throws {
    var generator = Generator(seed: seed)
    func attempt(_ bytes: [UInt8], _ what: String) throws {
      let path = try write("damaged", bytes)
      do {
        try read(path)
      } catch {
        let text = "\(error)"
        #expect(error is DataError && text.hasPrefix("\(path): "), "\(what): \(text)")
        #expect(
          text.contains("byte ") || text.contains("row ") || bytes.isEmpty, "\(what): \(text)")
      }
    }
    let edge = Array(0..<min(good.count, 200))
    for length in edge + [good.count / 2, good.count - 2, good.count - 1] {
      try attempt(Array(good[..<length]), "cut to \(length)")
    }
    for trial in 0..<600 {
      var bytes = good
      let reach = trial % 2 == 0 ? min(good.count, 150) : good.count
      for _ in 0...(trial % 3) {
        bytes[Int.random(in: 0..<reach, using: &generator)] ^= UInt8(
          1 + Int.random(in: 0..<255, using: &generator))
      }
      try attempt(bytes, "trial \(trial)")
    }
    for trial in 0..<100 {
      let head = good.prefix(Int.random(in: 0..<40, using: &generator))
      let tail = (0..<Int.random(in: 0..<300, using: &generator)).map { _ in
        UInt8(Int.random(in: 0..<256, using: &generator))
      }
      try attempt(head + tail, "random \(trial)")
    }
  }

  // MARK: - IDX

  private func idx(_ code: UInt8, _ shape: [Int], _ content: [UInt8]) -> [UInt8] {
    let extents = shape.flatMap { extent in [24, 16, 8, 0].map { UInt8(extent >> $0 & 255) } }
    return [0, 0, code, UInt8(shape.count)] + extents + content
  }

  @Test func idxHoldsEveryKindOfNumber() throws {
    let small: NDArray<UInt8> = try IDX.read(write("a", idx(8, [2, 3], [1, 2, 3, 4, 5, 255])))
    #expect(small == [[1, 2, 3], [4, 5, 255]])
    let signed: NDArray<Int8> = try IDX.read(write("b", idx(9, [2], [1, 255])))
    #expect(signed == [1, -1])
    let short: NDArray<Int16> = try IDX.read(write("c", idx(0x0B, [1, 2], [1, 2, 255, 254])))
    #expect(short == [[258, -2]])
    let whole: NDArray<Int32> = try IDX.read(write("d", idx(0x0C, [1], [0, 1, 0, 0])))
    #expect(whole == [65536])
    let float: NDArray<Float> = try IDX.read(write("e", idx(0x0D, [1], [0x3F, 0xC0, 0, 0])))
    #expect(float == [1.5])
    let double: NDArray<Double> = try IDX.read(
      write("f", idx(0x0E, [1], [0xC0] + .init(repeating: 0, count: 7))))
    #expect(double == [-2])
    let none: NDArray<UInt8> = try IDX.read(write("g", idx(8, [0, 3], [])))
    #expect(none.shape == [0, 3])
  }

  @Test func idxTellsWhatIsDamaged() throws {
    func reading(_ bytes: [UInt8]) -> String {
      message { _ = try IDX.read(write("x.idx", bytes), as: UInt8.self) }
    }
    let good = idx(8, [2, 3], [1, 2, 3, 4, 5, 6])
    #expect(reading([]) == "x.idx: holds no line of data")
    #expect(
      reading([0, 0]) == "x.idx: byte 2: the file ends within the four bytes that begin an IDX file"
    )
    #expect(
      reading(Array("PK\u{3}\u{4}".utf8))
        == "x.idx: byte 0: an IDX file begins with two zero bytes, this one with 80 and 75")
    #expect(reading([0, 0, 7, 1, 0]) == "x.idx: byte 2: 7 names no type of elements")
    #expect(
      reading(idx(0x0D, [1], [0, 0, 0, 0])) == "x.idx: byte 2: the elements are float32, not uint8")
    #expect(reading([0, 0, 8, 0]) == "x.idx: byte 3: 0 axes where 1 to 16 belong")
    #expect(reading([0, 0, 8, 255]) == "x.idx: byte 3: 255 axes where 1 to 16 belong")
    #expect(
      reading(Array(good[..<9]))
        == "x.idx: byte 9: the file ends before the lengths of its 2 axes do")
    #expect(
      reading(Array(good.dropLast()))
        == "x.idx: byte 17: uint8 [2, 3] takes 6 bytes, but 5 follow the header")
    #expect(
      reading(good + [7]) == "x.idx: byte 18: uint8 [2, 3] takes 6 bytes, but 7 follow the header")
    // A forged header: nothing of that size is asked for.
    #expect(
      reading(idx(8, [1 << 31, 1 << 31, 1 << 31], [1])).hasPrefix(
        "x.idx: byte 4: uint8 [2147483648, 2147483648, 2147483648] takes too many bytes"))
    #expect(
      reading(idx(8, [0, 1 << 31, 1 << 31, 1 << 31], [])).contains("takes too many bytes"))
    #expect(
      message { _ = try IDX.read(folder.path + "/none", as: UInt8.self) }
        == "none: there is no such file")
    try damage(good, seed: 1) { _ = try IDX.read($0, as: UInt8.self) }
  }

  // MARK: - PNG

  @Test func pngOfEveryKind() throws {
    let y = NDArray.arange(4).reshaped([4, 1])
    let x = NDArray.arange(5).reshaped([1, 5])
    let zero = x * 0 + y * 0
    let rgb = stacked([40 * x + 10 + zero, 50 * y + 20 + zero, 9 * (x + y) + 100])
    #expect(try PNG.read(path("rgb.png")).asType(Int.self) == rgb)
    let opacity = (255 - 30 * x - 20 * y).reshaped([1, 4, 5])
    #expect(
      try PNG.read(path("rgba.png"), as: .rgba).asType(Int.self) == concatenated([rgb, opacity]))
    #expect(try PNG.read(path("rgb.png"), as: .rgba)[3].min() == 255)
    #expect(try PNG.read(path("grey.png"), as: .grey).asType(Int.self) == rgb[0..<1])
    #expect(try PNG.read(path("grey16.png"), as: .grey).asType(Int.self) == rgb[0..<1])
    #expect(try PNG.read(path("palette.png")).asType(Int.self) == rgb)
    let bits = try PNG.read(path("bits.png"), as: .greyAlpha).asType(Int.self)
    #expect(bits.shape == [2, 4, 5] && bits[0] == x % 2 * 255 + zero && bits[1].min() == 255)
  }

  @Test func pngLiesOverTheBackground() throws {
    let onWhite = try PNG.read(path("rgba.png"))
    let onBlack = try PNG.read(path("rgba.png"), over: 0)
    let opaque = try PNG.read(path("rgb.png"))
    #expect(onWhite[.all, 0, 0] == opaque[.all, 0, 0] && onBlack[.all, 0, 0] == opaque[.all, 0, 0])
    #expect((onWhite .> onBlack).sum() == 3 * 19)
    #expect(try PNG.read(path("rgba.png"), over: 255) == onWhite, "white where nothing is said")
  }

  /// A PNG file of these parts with right checksums.
  private func png(_ parts: [(String, [UInt8])]) -> [UInt8] {
    func number(_ n: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(n >> $0 & 255) } }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + parts.flatMap { name, content -> [UInt8] in
        let body = Array(name.utf8) + content
        let sum = body.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        return number(content.count) + body + number(Int(sum))
      }
  }

  @Test func pngTellsWhatIsDamaged() throws {
    func reading(_ bytes: [UInt8]) -> String {
      message { _ = try PNG.read(write("x.png", bytes)) }
    }
    let good = try bytes("rgb.png")
    #expect(reading([]) == "x.png: holds no line of data")
    #expect(reading(Array("GIF89a".utf8)) == "x.png: byte 0: not a PNG file")
    #expect(
      reading(Array(good[..<40]))
        == "x.png: byte 40: the file ends before the part IEND that ends a PNG file")
    #expect(
      reading(Array(good[..<50]))
        == "x.png: byte 50: the file ends within the part IDAT that begins at byte 33")
    var damaged = good
    damaged[17] ^= 1
    #expect(reading(damaged) == "x.png: byte 8: the part IHDR is damaged: its checksum is wrong")
    damaged = good
    damaged[45] ^= 8
    #expect(reading(damaged) == "x.png: byte 33: the part IDAT is damaged: its checksum is wrong")

    func header(_ width: [UInt8], depth: UInt8 = 8, type: UInt8 = 2) -> (String, [UInt8]) {
      ("IHDR", width + [0, 0, 0, 4, depth, type, 0, 0, 0])
    }
    #expect(
      reading(png([header([0x7F, 0xFF, 0xFF, 0xFF]), ("IDAT", [1, 2, 3]), ("IEND", [])]))
        == "x.png: byte 16: the header promises 2147483647 × 4 pixels, more than 3 compressed bytes can hold"
    )
    #expect(
      reading(png([header([0, 0, 0, 0]), ("IDAT", [1]), ("IEND", [])]))
        == "x.png: byte 16: a picture of 0 × 4 pixels")
    #expect(
      reading(png([header([0, 0, 0, 5], type: 5), ("IDAT", [1]), ("IEND", [])]))
        == "x.png: byte 25: 5 is no colour type")
    #expect(
      reading(png([header([0, 0, 0, 5]), ("IEND", [])]))
        == "x.png: byte 45: the file has no part IDAT, no pixels")
    #expect(
      reading(png([("IDAT", [1]), ("IEND", [])]))
        == "x.png: byte 8: a PNG file begins with 13 bytes IHDR, this one with 1 IDAT")
    // Right checksums around what is no compressed picture: libpng finds it.
    let nonsense = reading(png([header([0, 0, 0, 5]), ("IDAT", [1, 2, 3, 4]), ("IEND", [])]))
    #expect(nonsense.hasPrefix("x.png: byte 33: libpng: "), "\(nonsense)")
    let depth = reading(
      png([header([0, 0, 0, 5], depth: 7), ("IDAT", [1, 2, 3, 4]), ("IEND", [])]))
    #expect(depth.hasPrefix("x.png: byte 33: libpng: "), "\(depth)")
    #expect(
      message { _ = try PNG.read(path("rgb.png"), limit: 59) }
        == "rgb.png: holds more than 59 bytes uncompressed")
    for name in ["rgba.png", "palette.png"] {
      try damage(bytes(name), seed: 2) { _ = try PNG.read($0) }
    }
  }

  @Test func aFolderOfFoldersIsASet() throws {
    for (name, file) in [
      ("dog/2.png", "rgb.png"), ("cat/a.PNG", "rgba.png"), ("dog/1.png", "palette.png"),
    ] {
      _ = try write(name, bytes(file))
    }
    _ = try write("dog/notes.txt", "no picture".utf8)
    let set = try Datasets.pictures(in: folder.path)
    #expect(set.pixels.shape == [3, 3, 4, 5] && set.classNames == ["cat", "dog"])
    #expect(set.labels == [0, 1, 1] && set.names == ["a", "1", "2"])
    #expect(try Datasets.pictures(in: folder.path, as: .grey).pixels.shape == [3, 4, 5])
    _ = try write(
      "dog/3.png",
      png([
        ("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        ("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]), ("IEND", []),
      ]))
    #expect(
      message { _ = try Datasets.pictures(in: folder.path) }
        == "dog/3.png: byte 16: 1 × 1 pixels, but the first picture has 5 × 4")
    #expect(
      message { _ = try Datasets.pictures(in: folder.path + "/none") }
        == "none: there is no such file")
    #expect(
      message { _ = try Datasets.pictures(in: folder.path + "/cat") }.hasSuffix(
        "holds no line of data"))
  }

  // MARK: - CIFAR

  /// What make_pictures.py has put into each file.
  private var expected: NDArray<Int> {
    let pixel = NDArray.arange(3072).reshaped([1, 3072])
    let picture = NDArray.arange(3).reshaped([3, 1])
    return ((7 * picture + floorDivide(pixel, 5)) % 256).reshaped([3, 3, 32, 32])
  }

  @Test(arguments: ["ten.bin", "ten-python3", "ten-protocol3", "ten-fortran", "both-python2"])
  func cifarTenIsRead(file: String) throws {
    let set = try Datasets.cifar10(file: path(file))
    #expect(set.pixels.asType(Int.self) == expected && set.labels == [6, 9, 3])
    #expect(set.classNames[6] == "frog" && set.classNames.count == 10)
  }

  @Test(arguments: ["hundred.bin", "both-python2"])
  func cifarHundredIsRead(file: String) throws {
    let fine = try Datasets.cifar100(file: path(file))
    #expect(fine.pixels.asType(Int.self) == expected && fine.labels == [60, 90, 30])
    #expect(
      fine.classNames.count == 100 && fine.classNames[60] == "plain"
        && fine.classNames[99] == "worm")
    let coarse = try Datasets.cifar100(file: path(file), labels: .coarse)
    #expect(coarse.labels == [11, 15, 4] && coarse.classNames.count == 20)
    let chosen = fine.choosing([30, 60])
    #expect(chosen.labels == [1, 0] && chosen.classNames == ["dolphin", "plain"])
    #expect(chosen.pixels == fine.pixels[[0, 2]])
  }

  @Test func cifarFoldersHaveTwoParts() throws {
    for number in 1...5 { _ = try write("py/data_batch_\(number)", bytes("both-python2")) }
    #expect(
      message { _ = try Datasets.cifar10(in: folder.path + "/py") }
        == "py/test_batch: there is no such file")
    _ = try write("py/test_batch", bytes("ten-python3"))
    let ten = try Datasets.cifar10(in: folder.path + "/py")
    #expect(ten.train.pixels.shape == [15, 3, 32, 32] && ten.test.labels == [6, 9, 3])
    _ = try write("bin/train.bin", bytes("hundred.bin"))
    _ = try write("bin/test.bin", bytes("hundred.bin"))
    let hundred = try Datasets.cifar100(in: folder.path + "/bin", labels: .coarse)
    #expect(hundred.train.labels == [11, 15, 4] && hundred.test.count == 3)
  }

  @Test func cifarTellsWhatIsDamaged() throws {
    let binary = try bytes("ten.bin")
    func reading(_ bytes: [UInt8]) -> String {
      message { _ = try Datasets.cifar10(file: write("x", bytes)) }
    }
    #expect(reading([]) == "x: holds no line of data")
    #expect(
      reading(Array(binary[..<5000]))
        == "x: byte 5000: the file ends 1927 bytes into a picture of 3073")
    var damaged = binary
    damaged[3073] = 12
    #expect(
      reading(damaged)
        == "x: byte 3073: label 12 is not in 0 ..< 10: is this a binary file of CIFAR-10?")
    #expect(
      message { _ = try Datasets.cifar10(file: path("evil")) }.hasSuffix(
        "pickle: it asks for posix.system, which is not called"))
    #expect(
      message { _ = try Datasets.cifar10(file: path("floats")) }.hasSuffix(
        "pickle: BINFLOAT is no instruction that a table of numbers needs"))
    #expect(
      message { _ = try Datasets.cifar10(file: path("ten-protocol4")) }
        == "ten-protocol4: byte 0: pickle: protocol 4, of which only 2 and 3 are read; pickle.dump(…, protocol=2) writes it"
    )
    #expect(
      message { _ = try Datasets.cifar10(file: path("ten-doubles")) }.hasSuffix(
        "pickle: an array of f8 where u1 (uint8) belongs"))
    #expect(
      message { _ = try Datasets.cifar100(file: path("ten-python3")) }
        == "ten-python3: byte 0: pickle: no list fine_labels")
    // A label beyond the classes, and one too few.
    let pickle = try bytes("both-python2")
    damaged = pickle
    let labels = [UInt8]([0x4B, 6, 0x4B, 9, 0x4B, 3])
    let place = try #require(
      (0..<pickle.count - 6).first { Array(pickle[$0..<($0 + 6)]) == labels })
    damaged[place + 3] = 77
    #expect(reading(damaged) == "x: row 1: label 77 is not in 0 ..< 10")
    damaged = pickle
    damaged.removeSubrange((place + 4)..<(place + 6))
    #expect(reading(damaged) == "x: row 2: 3 pictures, but 2 labels")
    #expect(
      reading(Array(pickle.dropLast())).contains("byte \(pickle.count - 1): pickle: the file ends"))
    try damage(binary, seed: 3) { _ = try Datasets.cifar10(file: $0) }
    for name in ["both-python2", "ten-python3"] {
      try damage(bytes(name), seed: 4) { _ = try Datasets.cifar10(file: $0) }
    }
  }

  @Test func picklesThatWouldGrowOrNestAreRefused() throws {
    func reading(_ bytes: [UInt8]) -> String {
      message { _ = try Datasets.cifar10(file: write("x", [0x80, 2] + bytes)) }
    }
    let deep = reading(
      [UInt8](repeating: 0x29, count: 1) + [UInt8](repeating: 0x85, count: 1_000_000))
    #expect(deep == "x: byte 18: pickle: more than 16 lists within each other")
    // A list that holds itself.
    #expect(
      reading([0x5D, 0x71, 1, 0x68, 1, 0x61])
        == "x: byte 5: pickle: a list or array that stands in two places")
    // Four bytes that promise 4 GB.
    #expect(
      reading([0x54, 255, 255, 255, 255, 1]).contains(
        "pickle: the file ends within what begins at byte 2"))
    #expect(reading([0x65]) == "x: byte 2: pickle: no mark is on the stack")
    #expect(reading([0x2E]) == "x: byte 2: pickle: nothing is on the stack")
    #expect(reading([0x4E, 0x52]) == "x: byte 3: pickle: calls what is no function")
  }
}
