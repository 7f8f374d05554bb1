import CourseKit
import Foundation
import NDArray
import Testing

@Suite struct SeriesTests {
  @Test func sunspots() throws {
    let sunspots = try Datasets.sunspots()
    #expect(sunspots.count == 309 && sunspots.values.shape == [309] && sunspots.gaps == 0)
    #expect(sunspots.dates[0] == "1700" && sunspots.times[308] == NDArray(2008))
    #expect(sunspots.values.max() == 190.2 && sunspots.values[0] == NDArray(5))
  }

  @Test func carbonDioxide() throws {
    let co2 = try Datasets.co2()
    #expect(co2.count == 2284 && co2.gaps == 59)
    #expect(co2.dates[0] == "19580329" && abs(co2.times[0].scalar - (1958 + 87.0 / 365)) < 1e-9)
    #expect(co2.values[6].scalar.isNaN && co2.values[2283] == NDArray(371.5))
  }

  @Test func seattle() throws {
    let seattle = try Datasets.seattleTemperatures()
    #expect(seattle.count == 1461 && seattle.gaps == 0 && seattle.dates[59] == "2012/02/29")
    #expect(seattle.values[0] == NDArray(12.8))
    for origin in try [seattle.origin, Datasets.co2().origin, Datasets.sunspots().origin] {
      #expect(origin.hasSuffix("public domain"))
    }
  }

  @Test func filesOfYourOwn() throws {
    let series = try read(
      "\"day\", x\r\n2000-02-28,1\r\n2000-02-29,\n2000-03-01,NA\n\n2000-12-31,nan\n")
    #expect(series.count == 4 && series.gaps == 3 && series.values[0] == NDArray(1))
    #expect(abs(series.times[1].scalar - (2000 + 59.0 / 366)) < 1e-9)
    #expect(try read("x,other,day\n3,a,1999\n-4.5e1,b,2001\n").values == [3, -45])
  }

  @Test func damagedFiles() {
    #expect(message("day,y\n1999,1\n") == "f:1: the columns are day, y, not day and x")
    #expect(message("day,x\n") == "f: holds no line of data")
    #expect(message("") == "f: holds no line of data")
    #expect(message("day,x\n1999,1,2\n") == "f:2: 3 columns where 2 belong")
    #expect(message("day,x\n1999,one\n") == "f:2: column 2: \"one\" is not a number")
    #expect(message("day,x\nMonday,1\n") == "f:2: column 1: \"Monday\" is not a date")
    #expect(message("day,x\n2001-02-29,1\n") == "f:2: column 1: \"2001-02-29\" is not a date")
    #expect(message("day,x\n2001-13-01,1\n") == "f:2: column 1: \"2001-13-01\" is not a date")
    #expect(message("day,x\n2001,1\n2001,2\n") == "f: row 1: 2001 does not come after 2001")
    #expect(message("day,x\n2001,\u{FF}\n", latin: true) == "f:2: not UTF-8 text")
  }

  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("series-\(UUID().uuidString)")

  private func read(_ text: String, latin: Bool = false) throws -> Series {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appendingPathComponent("f")
    try #require(text.data(using: latin ? .isoLatin1 : .utf8)).write(to: url)
    return try Series(contentsOf: url.path, date: "day", value: "x")
  }

  private func message(_ text: String, latin: Bool = false) -> String {
    do {
      _ = try read(text, latin: latin)
      return "nothing was thrown"
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }
}
