import CourseKit
import Foundation
import NDArray
import Testing

/// Damaged files of every kind, and what is said of each.
@Suite struct DataFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("coursekit-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url.path
  }

  private func write(_ name: String, _ text: String) throws -> String {
    try write(name, text.utf8)
  }

  /// A file of the course, compressed.
  private var digits: [UInt8] {
    get throws {
      let data = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/CourseKit/Data/digits.csv.gz")
      return try [UInt8](Data(contentsOf: data))
    }
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  // MARK: - Gzip

  @Test func gzipGivesBackWhatWasCompressed() throws {
    let bytes = try Gzip.read(write("digits.csv.gz", digits))
    #expect(bytes.count == 264_712)
    #expect(bytes.starts(with: "0,0,5,13,9,1,".utf8))
    let twice = try Gzip.read(write("twice.gz", digits + digits))
    #expect(twice == bytes + bytes)
    let padded = try Gzip.read(write("padded.gz", digits + [0, 0, 0]))
    #expect(padded == bytes)
  }

  @Test func gzipTellsWhatIsDamaged() throws {
    let good = try digits
    let name = "a.csv.gz"
    func reading(_ bytes: [UInt8]) -> String {
      message { _ = try Gzip.read(write(name, bytes)) }
    }
    #expect(reading([]) == "a.csv.gz: holds no line of data")
    #expect(reading(Array("1,2,3\n".utf8)) == "a.csv.gz: byte 0: not a gzip file")
    #expect(
      reading([0x1F])
        == "a.csv.gz: byte 1: the file ends before its compressed data do; copy it again")
    for length in [2, 9, 15, 1000, good.count - 9, good.count - 8, good.count - 1] {
      #expect(
        reading(Array(good[..<length]))
          == "a.csv.gz: byte \(length): the file ends before its compressed data do; copy it again")
    }
    var damaged = good
    damaged[good.count - 6] ^= 1
    #expect(
      reading(damaged)
        == "a.csv.gz: byte \(good.count - 4): damaged gzip data (incorrect data check)")
    damaged = good
    damaged[good.count / 2] ^= 0xFF
    #expect(reading(damaged).contains("damaged gzip data"))
    #expect(
      reading(good + [7, 7, 7]).contains(
        "byte \(good.count + 2): damaged gzip data (incorrect header check)"))
  }

  @Test func gzipStopsAtTheLimit() throws {
    let path = try write("digits.csv.gz", digits)
    #expect(
      message { _ = try Gzip.read(path, limit: 100_000) }
        == "digits.csv.gz: holds more than 100000 bytes uncompressed")
  }

  @Test func everyDamagedByteIsAnErrorOrHarmless() throws {
    let good = try digits
    let bytes = try Gzip.read(write("good.gz", good))
    for place in stride(from: 0, to: good.count, by: 997) {
      var damaged = good
      damaged[place] ^= 0x55
      let path = try write("damaged.gz", damaged)
      // The header's name and date do not matter to the contents; every other byte does.
      do {
        let read = try Gzip.read(path)
        #expect(read == bytes && place < 22)
      } catch {}
    }
  }

  // MARK: - Tables

  @Test func tablesAreRead() throws {
    let plain = try Table(contentsOf: write("a.csv", "# x, y\n1, 2.5\n\n-3e2,\t4\r\n"))
    #expect(plain.values == [[1, 2.5], [-300, 4]] && plain.names.isEmpty)
    let spaced = try Table(contentsOf: write("b.txt", "  1  2\t3 \n4 5 6"), delimiter: " ")
    #expect(spaced.values == [[1, 2, 3], [4, 5, 6]])
    let named = try Table(contentsOf: write("c.csv", "x;y\n1;2\n"), delimiter: ";", header: .names)
    #expect(named.names == ["x", "y"] && named.values == [[1, 2]])
    let counted = try Table(contentsOf: write("d.csv", "2,1,no,yes\n5,0\n6,1\n"), header: .counts)
    #expect(counted.names == ["no", "yes"] && counted.values == [[5, 0], [6, 1]])
  }

  @Test(
    arguments: [
      ("", Table.Header.none, "t.csv: holds no line of data"),
      ("# only this\n\n", .none, "t.csv: holds no line of data"),
      ("x,y\n", .names, "t.csv: holds no line of data"),
      ("1,2\n3,four\n", .none, "t.csv:2: column 2: \"four\" is not a number"),
      ("1,2\n\n# note\n3,\n", .none, "t.csv:4: column 2: \"\" is not a number"),
      ("1,2 3\n", .none, "t.csv:1: column 2: \"2 3\" is not a number"),
      ("1,2\n3,4\n5\n", .none, "t.csv:3: 1 columns where 2 belong"),
      ("1,2\n3,4,5\n", .none, "t.csv:2: 3 columns where 2 belong"),
      ("x,y\n1,2,3\n", .names, "t.csv:2: 3 columns where 2 belong"),
      ("2,2,a,b\n1,2,0\n1,2\n", .counts, "t.csv:3: 2 columns where 3 belong"),
      ("3,1,a,b\n1,0\n2,1\n", .counts, "t.csv:1: the header promises 3 rows and 2 follow"),
      ("a,b\n1,0\n", .counts, "t.csv:1: the header must begin with two counts"),
    ])
  func tablesTellWhatIsWrong(text: String, header: Table.Header, expected: String) throws {
    let path = try write("t.csv", text)
    #expect(message { _ = try Table(contentsOf: path, header: header) } == expected)
  }

  @Test func bytesThatAreNoTextAreNamed() throws {
    let path = try write("t.csv", [0x31, 0x0A, 0xFF, 0x0A])
    #expect(message { _ = try Table(contentsOf: path) } == "t.csv:2: not UTF-8 text")
  }

  @Test func missingAndUnreadableFilesAreNamed() throws {
    #expect(
      message { _ = try Table(contentsOf: folder.path + "/none.csv") }
        == "none.csv: there is no such file")
    #expect(
      message { _ = try Gzip.read(folder.path + "/none.gz") } == "none.gz: there is no such file")
    #expect(
      throws: DataError.unreadable(file: folder.path, reason: "it is a folder")
    ) { try Table(contentsOf: folder.path) }
  }

  @Test func aTruncatedTableInGzipIsNamed() throws {
    let path = try write("digits.csv.gz", digits.prefix(30_000))
    #expect(
      message { _ = try Table(contentsOf: path) }
        == "digits.csv.gz: byte 30000: the file ends before its compressed data do; copy it again")
  }
}
