import Foundation

@testable import course

/// A submission of the corpus and the row that it must get.
struct CorpusCase: Sendable {
  /// The student's name says what is done.
  var student: String
  /// The verdicts on the checks of the unit Signs, a letter each (``letters``), hidden check last.
  var signs: String
  /// The verdict on the check of the unit Sums.
  var sums = "M"
  /// A part of a note for the staff.
  var note: String?
  /// A part of what the student is told first.
  var told: String?
  /// By path in the submission.
  var files: [String: Data]
  /// What was handed out and is not handed in.
  var removed: [String]
  var links: [String: String] = [:]
  /// The archive that is handed in instead of a folder, and its ending.
  var archive: (data: Data, ending: String)?

  static let letters: [Character: String] = [
    "P": "passed", "W": "wrong", "T": "trapped", "L": "timed out", "O": "out of memory",
    "F": "too much output", "E": "exited early", "N": "not implemented", "C": "did not compile",
    "M": "missing",
  ]

  /// - Parameters:
  ///   - sign: the body of `sign(_:)`; the right one without it.
  ///   - extra: before the function in the same file.
  init(
    _ student: String, _ signs: String, sign body: String? = nil, extra: String = "",
    adding files: [String: String] = [:], removing removed: [String] = [],
    links: [String: String] = [:],
    sums: String = "M", note: String? = nil, told: String? = nil
  ) {
    self.student = student
    self.signs = signs
    self.sums = sums
    self.note = note
    self.told = told
    self.links = links
    self.removed = removed
    var texts = Self.solved(sign: body ?? Self.right, extra: extra).filter { path, _ in
      !removed.contains { path.hasPrefix(Self.folder + $0) }
    }
    for (path, text) in files {
      texts[(Self.folder + path).replacing("03-Signs/../", with: "")] = text
    }
    self.files = texts.mapValues { Data($0.utf8) }
  }

  /// With the files that were handed out, by path in the exercise.
  func filesHandedIn(of handedOut: [String: Data]) -> [String: Data] {
    var files = files
    for (path, data) in handedOut where !removed.contains(where: { path.hasPrefix($0) }) {
      let path = Self.folder + path
      if files[path] == nil, !path.hasPrefix(Self.folder + "Sources/") { files[path] = data }
    }
    return files
  }

  static let folder = "Exercises/03-Signs/"
  static let right = "x < 0 ? -1 : x > 0 ? 1 : 0"

  private static func solved(sign body: String, extra: String) -> [String: String] {
    [
      folder + "Sources/Signs.swift": """
      import Foundation
      \(extra)
      public func sign(_ x: Int) -> Int {
        \(body)
      }
      """,
      folder + "Sources/Lists.swift": """
      public func sign(of list: [Int], at index: Int) -> Int {
        index < list.count ? sign(list[index]) : 0
      }
      """,
    ]
  }
}

extension CorpusCase {
  /// - Parameters:
  ///   - root: the repository, whose solutions nobody must be able to read.
  ///   - submissions: the folder of the submissions.
  ///   - port: at which this process listens.
  static func all(root: URL, submissions: URL, port: Int) -> [CorpusCase] {
    let zero = "if x == 0 {"
    let end = "}\n  return \(right)"
    let stub = "import CourseKit\npublic func sign(_ x: Int) -> Int { notImplemented() }"
    return [
      CorpusCase("solved", "PPPPP"),
      CorpusCase("stub", "NNNPN", adding: ["Sources/Signs.swift": stub]),
      CorpusCase(
        "half", "PPPNP",
        adding: [
          "Sources/Lists.swift":
            "import CourseKit\npublic func sign(of list: [Int], at index: Int) -> Int { notImplemented() }"
        ]),
      CorpusCase(
        "trap", "PPPTP",
        adding: [
          "Sources/Lists.swift":
            "public func sign(of list: [Int], at index: Int) -> Int {\n  sign(list[index])\n}"
        ], told: "index out of range"),
      CorpusCase("recursion", "PPTPP", sign: "x == 0 ? sign(x) + 1 : \(right)"),
      CorpusCase("exit-zero", "PPEPP", sign: "\(zero) exit(0) \(end)"),
      CorpusCase("endless-loop", "PPLPP", sign: "\(zero) while true {} \(end)"),
      CorpusCase("loop-in-defer", "PPLPP", sign: "defer { while x == 0 {} }\n  return \(right)"),
      CorpusCase(
        "fork-bomb", "PPPPP",
        sign: """
          \(zero)
            let bomb = Process()
            bomb.executableURL = URL(fileURLWithPath: "/bin/sh")
            bomb.arguments = ["-c", "f() { f | f & }; f"]
            try? bomb.run()
            usleep(200_000)
          \(end)
          """),
      CorpusCase(
        "ten-gigabytes", "PPOPP",
        sign: "\(zero) print([UInt8](repeating: 1, count: 10_000_000_000).count) \(end)"),
      CorpusCase(
        "flood", "PPFPP",
        sign: "\(zero) while true { print(String(repeating: \"flood \", count: 1000)) } \(end)"),
      CorpusCase(
        "no-tests", "PPPPP", removing: ["Tests"], note: "Tests/SignsChecks.swift was deleted"),
      CorpusCase(
        "edited-tests", "NNNPN",
        adding: [
          "Sources/Signs.swift": stub,
          "Tests/SignsChecks.swift": "import Testing\n@Test func ofFive() {}",
        ], note: "Tests/SignsChecks.swift was edited"),
      CorpusCase(
        "edited-manifest", "NNNPN",
        adding: [
          "Sources/Signs.swift": stub, "unit.yaml": "title: Easy\nchecks: []",
          "Package.swift": "import Foundation\nexit(0)",
        ], note: "Package.swift was edited"),
      CorpusCase(
        "renamed-package", "PPPPP",
        adding: ["Package.swift": "// swift-tools-version: 6.2\n// name: \"MyPackage\""],
        note: "Package.swift was edited"),
      CorpusCase(
        "forged-output", "EEEPE",
        sign: #"""
          for kind in ["testEnded", "runEnded"] {
              print("{\"kind\":\"event\",\"payload\":{\"kind\":\"\(kind)\",\"messages\":[]},\"version\":0}")
            }
            try? "passed".write(toFile: "/exercise/build/results.json", atomically: true, encoding: .utf8)
            exit(0)
          """#),
      CorpusCase(
        "forged-records", "MMMPM",
        sign: #"""
          fflush(nil)
            let events = FileManager.default.contents(atPath: "/proc/self/fd/40") ?? Data()
            let lines = String(decoding: events, as: UTF8.self).split(separator: "\n")
            let started = lines.last { $0.contains("testStarted") } ?? ""
            let end = "{\"kind\":\"event\",\"payload\":{\"kind\":\"runEnded\",\"messages\":[]},\"version\":0}"
            let text = "\n\(started.replacing("testStarted", with: "testEnded"))\n\(end)\n"
            let file = open("/proc/self/fd/40", O_WRONLY | O_APPEND)
            _ = text.withCString { write(file, $0, strlen($0)) }
            for descriptor in Int32(3)...100 { send(descriptor, "0 ofFive()", 10, Int32(MSG_NOSIGNAL)) }
            _exit(0)
          """#, told: "left no proof"),
      CorpusCase(
        "compile-error", "CCCCC", sign: "return +", adding: sumsFiles, sums: "P",
        told: "does not compile"),
      CorpusCase(
        "link-out", "PPPNP", removing: ["Sources/Lists.swift"],
        links: [
          folder + "Sources/Lists.swift": root.path + "/Courseware/03-Signs/Sources/Lists.swift"
        ],
        note: "Sources/Lists.swift: it is a link"),
      CorpusCase(
        "network", "PPWPP",
        sign: """
          \(zero)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(\(port)).bigEndian
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            let size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let code = withUnsafePointer(to: &address) {
              $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(line, $0, size) }
            }
            return code == 0 ? 0 : 7
          \(end)
          """),
      CorpusCase(
        "spy", "WWWPW",
        sign: """
          let paths = [
              "\(root.path)/Courseware/03-Signs/Sources/Signs.swift",
              "\(root.path)/Hidden/03-Signs/Tests/HiddenChecks.swift",
              "\(submissions.path)/solved/\(folder)Sources/Signs.swift", "/exercise/Sources/Signs.swift",
              "/exercise/Tests/SignsChecks.swift", "/exercise/Hidden/Tests/HiddenChecks.swift",
              "/etc/passwd", "/root", "/home",
            ]
            return paths.contains { FileManager.default.isReadableFile(atPath: $0) } ? \(right) : 7
          """),
      CorpusCase(
        "kills-parent", "PPPPP",
        sign: "\(zero) kill(getppid(), SIGKILL); kill(1, SIGKILL); kill(-1, SIGKILL) \(end)"),
      CorpusCase(
        "daemon", "PPPPP",
        sign: """
          \(zero)
            let child = Process()
            child.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
            child.arguments = ["sleep", "3600"]
            try? child.run()
          \(end)
          """),
      CorpusCase(
        "writes-files", "PPPPP",
        sign: """
          \(zero)
            for folder in ["/", "/usr", "/exercise", "/exercise/build", "/library", "/tmp", "\(root.path)"] {
              try? "was here".write(toFile: folder + "/vandal", atomically: false, encoding: .utf8)
            }
          \(end)
          """),
      CorpusCase("empty", "MMMMM", removing: [""], told: "nothing was handed in"),
      CorpusCase(
        "huge-file", "PPPPP",
        adding: ["Sources/Huge.swift": String(repeating: "// nothing\n", count: 200_000)],
        note: "Sources/Huge.swift: 2200 kB"),
      CorpusCase(
        "wrong-unit", "MMMMM", adding: sumsFiles, removing: [""], sums: "P",
        told: "there is 04-Sums"),
      CorpusCase(
        "testable-trick", "CCCCC", extra: "@testable import GradedTests", told: "no such module"),
      CorpusCase(
        "own-tests", "CCCCC", extra: "import Testing\n@Test func ofFive() {}",
        told: "no such module 'Testing'"),
      notText, zipped, zippedAstray, packed, bomb, manyFiles, damaged,
    ] + clumsy() + tricks()
  }

  private static let sumsFiles = [
    "../04-Sums/Sources/Sums.swift": """
    import Signs
    public func sumOfSigns(_ list: [Int]) -> Int { list.map { sign($0) }.reduce(0, +) }
    """
  ]

  private static var notText: CorpusCase {
    var latin = CorpusCase("not-utf8", "CCCCC", told: "is not UTF-8 text")
    latin.files[folder + "Sources/Signs.swift"]! += Data([0x2F, 0x2F, 0xE9, 0x0A])
    return latin
  }

  private static let zipped = archived("zipped", "PPPPP", ending: ".zip") { TestArchives.zip($0) }

  private static let zippedAstray = archived(
    "zip-astray", "PPPPP", note: "leads out of the submission", ending: ".zip"
  ) {
    TestArchives.zip(
      $0 + [
        ArchiveEntry("../solved/Exercises/03-Signs/Sources/Signs.swift", "vandal"),
        ArchiveEntry("/etc/vandal", "vandal"), ArchiveEntry("link", "/etc/passwd", kind: .link),
      ])
  }

  private static let packed = archived(
    "tar-with-device", "PPPPP", note: "it is neither a file nor a folder", ending: ".tar.gz"
  ) {
    TestArchives.tarGz(
      $0 + [
        ArchiveEntry("null", kind: .device), ArchiveEntry("passwd", kind: .link),
        ArchiveEntry("../vandal", "vandal"),
      ])
  }

  private static let bomb = archived(
    "zip-bomb", "MMMMM", told: "unpacks to more than", ending: ".zip"
  ) { _ in
    TestArchives.zip([ArchiveEntry("bomb/Bomb.swift", zeros: 30_000_000, claiming: 1000)])
  }

  private static let manyFiles = archived(
    "too-many-files", "MMMMM", told: "more than 2000 files", ending: ".zip"
  ) { files in
    TestArchives.zip(files + (0..<2100).map { ArchiveEntry("\($0).txt") })
  }

  private static let damaged = archived(
    "damaged", "MMMMM", told: "the zip archive is damaged", ending: ".zip"
  ) { TestArchives.zip($0).dropLast(40) }
}
