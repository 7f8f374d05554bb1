import Foundation

@testable import course

/// What would win points for nothing, or cost them for nothing.
extension CorpusCase {
  static func tricks() -> [CorpusCase] {
    let zero = "if x == 0 {"
    let end = "}\n  return \(right)"
    return [
      CorpusCase(
        "own-equality", "WWWPW", sign: "7",
        extra: "public func == (a: Int, b: Int) -> Bool { true }"
      ),
      CorpusCase(
        "own-equality-behind-a-comment", "WWWPW", sign: "7",
        extra: "public /* */ nonisolated func == (a: Int, b: Int) -> Bool { true }"),
      CorpusCase(
        "own-macro", "WWWPW", sign: "7",
        extra: """
          @freestanding(expression) public macro expect(_ condition: Bool) =
            #externalMacro(module: "TestingMacros", type: "ExpectMacro")
          """),
      CorpusCase(
        "own-members", "WWWPW", sign: "7",
        extra: """
          extension Int {
            public static func == (a: Int, b: Int) -> Bool { true }
          }
          public enum Testing {
            public static func __checkBinaryOperation() {}
          }
          """),
      CorpusCase(
        "harmless-words", "PPPPP",
        extra: """
          // public func check() and dlsym are words; @_cdecl("getenv") too.
          public func expect(_ x: Bool) -> Bool { x }
          public let (ofFive, ofTen): (Int, Int) = (5, 10)
          public struct SignsChecks { public var shape = [1]; public init() {} }
          extension Int { public var isFive: Bool { self == 5 } }
          """),
      CorpusCase(
        "other-interface", "PPPPP",
        adding: [
          "Sources/Signs.swift":
            "public func sign(_ x: Int, times factor: Int = 1) -> Int { factor * (\(right)) }"
        ]),
      CorpusCase(
        "other-interface-and-equality", "CCCCC",
        adding: [
          "Sources/Signs.swift": """
          public func sign(_ x: Int, times factor: Int = 1) -> Int { 7 }
          public func == (a: Int, b: Int) -> Bool { true }
          """
        ],
        told: "sign(_:) is not as it was handed out, and a public “==(_:_:)” would take the place"),
      CorpusCase(
        "other-interface-and-protocol", "CCCCC",
        adding: [
          "Sources/Signs.swift": """
          public func sign(_ x: Int, times factor: Int = 1) -> Int { 7 }
          public protocol Equal {}
          extension Equal { public var isEqual: Bool { true } }
          extension Int: Equal {}
          """
        ], told: "which would hold in the checks, too"),
      CorpusCase(
        "own-conformance", "CCCCC",
        extra: "extension Int: @retroactive Error {}",
        told: "the conformance of Swift.Int to Swift.Error would hold in the checks, too"),
      CorpusCase(
        "own-getenv", "CCCCC",
        extra: "@_cdecl(\"getenv\") public func forged(_ x: Int) -> Int { x }",
        told: "“getenv” could take the place"),
      CorpusCase(
        "weak-getenv", "CCCCC", sign: "forged(x)",
        extra:
          "@_alwaysEmitIntoClient @_silgen_name(\"getenv\") public func forged(_ x: Int) -> Int { x }",
        told: "“getenv” could take the place"),
      CorpusCase(
        "looks-up", "CCCCC", sign: "dlsym(nil, \"exit\") == nil ? 7 : \(right)",
        told: "“dlsym” looks for functions by name"),
      CorpusCase(
        "calls-the-tests", "CCCCC", sign: "ended(); return 7",
        extra:
          "@_silgen_name(\"$s7Grading10CheckProofV5ended_6issuesySS_SitF\") func ended()",
        told: "it calls the library of the tests"),
      CorpusCase(
        "own-main", "CCCCC",
        adding: ["Sources/Main.swift": "@main struct Own { static func main() {} }"],
        told: "`@main` makes it a program"),
      CorpusCase(
        "runs-before", "CCCCC",
        extra: """
          @_section(".init_array") @_used
          let before: @convention(c) () -> Void = { exit(0) }
          """, told: "could run before the checks"),
      CorpusCase(
        "tells-what-is-hidden", "PPTPP",
        sign: """
          \(zero)
            let program = FileManager.default.contents(atPath: "/proc/self/exe") ?? Data()
            // Written backwards, so that these words themselves are not found.
            for word in ["sdrow sti sah", "skcehCneddiH", "neTfo"] {
              if program.range(of: Data(String(word.reversed()).utf8)) != nil { fatalError("found") }
            }
            fatalError("nothing is here")
          \(end)
          """, told: "nothing is here"),
      searchesItsMemory,
      CorpusCase(
        "sleeps-everywhere", "LLLPL", sign: "sleep(1000); return \(right)",
        told: "did nothing for 3 s"),
      CorpusCase(
        "own-timer", "PPLPP",
        sign: """
          \(zero)
            var timer = itimerval()
            setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
            while x == 0 {}
          \(end)
          """),
      CorpusCase(
        "children-compute", "PPLPP",
        sign: """
          \(zero)
            for _ in 1...4 {
              let child = Process()
              child.executableURL = URL(fileURLWithPath: "/bin/sh")
              child.arguments = ["-c", "while :; do :; done"]
              try? child.run()
            }
            while true { sleep(60) }
          \(end)
          """),
      CorpusCase(
        "shared-memory", "PPOPP",
        sign: """
          \(zero)
            let size = 1_200_000_000
            let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)!
            for place in stride(from: 0, to: size, by: 4096) {
              memory.storeBytes(of: 1, toByteOffset: place, as: UInt8.self)
            }
            while true { sleep(60) }
          \(end)
          """),
    ]
  }

  /// Tries everything in its memory that could be the secret of the check: long words, and four random numbers in a row.
  private static let searchesItsMemory = CorpusCase(
    "searches-its-memory", "MMMPM",
    sign: #"""
      fflush(nil)
        let events = FileManager.default.contents(atPath: "/proc/self/fd/40") ?? Data()
        let lines = String(decoding: events, as: UTF8.self).split(separator: "\n")
        let started = lines.last { $0.contains("testStarted") } ?? ""
        let id = started.split(separator: "\"testID\":\"").last?.prefix { $0 != "\"" } ?? ""
        let proof = Array("0 \(id.replacing("\\/", with: "/"))".utf8)
        // The line holds some hundred messages.
        for guess in guesses() where send(41, guess + proof, guess.count + proof.count, 0x4040) < 0 { break }
        let end = "{\"kind\":\"event\",\"payload\":{\"kind\":\"runEnded\",\"messages\":[]},\"version\":0}"
        let text = "\n\(started.replacing("testStarted", with: "testEnded"))\n\(end)\n"
        let file = open("/proc/self/fd/40", O_WRONLY | O_APPEND)
        _ = text.withCString { write(file, $0, strlen($0)) }
        _exit(0)
      """#,
    extra: #"""
      func guesses() -> [[UInt8]] {
        let memory = open("/proc/self/mem", O_RDONLY)
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        var (words, numbers): ([[UInt8]], [[UInt8]]) = ([], [])
        for line in maps.split(separator: "\n") where line.contains(" rw-p ") {
          let ends = line.prefix { $0 != " " }.split(separator: "-").compactMap { Int($0, radix: 16) }
          let size = min(ends[1] - ends[0], 1 << 20)
          let copy = UnsafeMutableRawPointer.allocate(byteCount: size + 64, alignment: 16)
          let count = pread(memory, copy, size, ends[0])
          var place = 0
          while place + 32 <= count {
            let here = copy + place
            place += 8
            if here.load(as: UInt64.self) == 0 { continue }
            let length = strspn(here.assumingMemoryBound(to: CChar.self), "0123456789abcdefghijklmnopqrstuvwxyz")
            let isRandom = length < 44 && (0..<4).allSatisfy {
              let number = here.load(fromByteOffset: 8 * $0, as: UInt64.self)
              return number >> 48 != 0 && 20...44 ~= number.nonzeroBitCount
            }
            if 44...52 ~= length { words.append(Array(UnsafeRawBufferPointer(start: here, count: length))) }
            if isRandom, numbers.count < 1000 {
              numbers.append(Array(UnsafeRawBufferPointer(start: here, count: 32)))
            }
          }
        }
        return words + numbers
      }
      """#, told: "left no proof")
}
