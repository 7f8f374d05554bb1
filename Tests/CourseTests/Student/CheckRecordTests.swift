import Foundation
import Grading
import Testing

@testable import course

@Suite struct CheckRecordTests {
  @Test func isTheDocumentedObject() throws {
    let fixture = try FixtureRepository()
    let signs = try fixture.unit("Signs")
    let file = signs.exercise.appendingPathComponent("Sources/Lists.swift").path
    var result = CheckResult(selection: try Selection(signs, ["ofFive", "atAnIndex"]))
    let place = Place(file: file, line: 3, column: 7)
    result.verdicts = [
      Verdict(.passed, seconds: 0.25), Verdict(.trapped, [Finding(.indexOutOfRange, at: place)]),
    ]
    result.verdicts[1].findings[0].callers = [Place(file: file, line: 8, column: 2)]
    result.verdicts[1].moreFindings = 2
    result.verdicts[1].printed = Printed(lines: ["a line"], moreLines: 3)
    result.seconds = 1.5
    let json = try CheckRecord([result]).json
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary)
    let expected: NSDictionary = [
      "version": 1, "earned": 1, "possible": 5,
      "units": [
        [
          "unit": "03-Signs", "title": "Signs", "earned": 1, "possible": 5, "seconds": 1.5,
          "checks": [
            [
              "id": "ofFive", "outcome": "passed", "earned": 1, "possible": 1, "seconds": 0.25,
              "findings": [] as [Any],
            ],
            [
              "id": "atAnIndex", "outcome": "trapped", "earned": 0, "possible": 4, "seconds": 0,
              "findings": [
                [
                  "message": "index out of range", "reason": "indexOutOfRange",
                  "file": "Exercises/03-Signs/Sources/Lists.swift", "line": 3, "column": 7,
                  "callers": [
                    ["file": "Exercises/03-Signs/Sources/Lists.swift", "line": 8, "column": 2]
                  ],
                ]
              ], "moreFindings": 2, "printed": ["lines": ["a line"], "moreLines": 3],
            ],
          ],
        ]
      ],
    ]
    #expect(object == expected)
    Language.$current.withValue(.russian) {
      #expect((try? CheckRecord([result]).json)?.contains("индекс вне границ") == true)
    }
  }

  @Test func tellsWhyNothingRan() throws {
    let fixture = try FixtureRepository()
    var result = CheckResult(selection: try Selection(fixture.unit("Sums")))
    result.problem = Failure("no exercise")
    let record = CheckRecord([result])
    #expect(record.units[0].problem == "no exercise" && record.units[0].checks.isEmpty)
    #expect(result.score.failed == 1)
  }
}
