import NDArray

/// One line of a file of cases: an operation, its arguments, and what NumPy makes of them.
public struct Case: Sendable {
  public let id: String
  public let operation: String
  let arguments: [JSON]
  let keywords: [String: JSON]
  let expected: JSON
  let tolerance: Tolerance
  let tags: [String]

  public init(line: some StringProtocol) throws {
    let json = try JSON(parsing: line)
    guard let id = json["id"]?.text, let operation = json["op"]?.text,
      let arguments = json["args"]?.items, let expected = json["expected"]
    else { throw Malformed("a case needs id, op, args and expected") }
    self.id = id
    self.operation = operation
    self.arguments = arguments
    self.expected = expected
    if case .object(let keywords)? = json["kwargs"] {
      self.keywords = keywords
    } else {
      keywords = [:]
    }
    tolerance = try Tolerance(json["tol"] ?? .string("exact"))
    tags = json["tags"]?.items?.compactMap(\.text) ?? []
  }

  /// Whether NumPy refuses this case.
  public var expectsRefusal: Bool { expected["error"] != nil }
}

/// What came of a case.
public struct Verdict: Sendable {
  public enum Status: String, Sendable { case pass, fail, unsupported }

  public let id: String
  public let status: Status
  /// What the library returned, or the message with which it refused.
  public var got: JSON = .null
  /// Why the case failed or could not be asked.
  public var why = ""

  init(_ id: String, _ status: Status, got: JSON = .null, why: String = "") {
    self.id = id
    self.status = status
    self.got = got
    self.why = why
  }

  /// Reads what `line` writes.
  public init(line: some StringProtocol) throws {
    let json = try JSON(parsing: line)
    guard let id = json["id"]?.text, let status = json["status"]?.text.flatMap(Status.init) else {
      throw Malformed("not a verdict: \(line)")
    }
    self.init(id, status, got: json["got"] ?? .null, why: json["why"]?.text ?? "")
  }

  public var line: String {
    JSON.object([
      "id": .string(id), "status": .string(status.rawValue), "got": got, "why": .string(why),
    ]).line
  }
}

extension Case {
  /// Runs the case in this process, which a trap of the library takes along.
  public func run() -> Verdict {
    let output: Output
    do {
      output = try Operations.run(self)
    } catch let reason as Unsupported {
      return Verdict(id, .unsupported, why: reason.description)
    } catch let problem as Malformed {
      return Verdict(id, .fail, why: problem.description)
    } catch let absent as NotForType {
      return expectsRefusal
        ? refused("\(absent.description): does not compile")
        : Verdict(id, .unsupported, why: "not implemented: \(absent.description)")
    } catch {
      return refused("\(error)")
    }
    if let kind = expected["error"] {
      return Verdict(id, .fail, got: output.json, why: "NumPy refuses: \(kind.line)")
    }
    do {
      if let difference = try output.difference(from: expected, tolerance) {
        return Verdict(id, .fail, got: output.json, why: difference)
      }
      return Verdict(id, .pass, got: output.json)
    } catch {
      return Verdict(id, .fail, got: output.json, why: "\(error)")
    }
  }

  /// The verdict when the library threw or stopped the process with `message`.
  func refused(_ message: String) -> Verdict {
    expectsRefusal
      ? Verdict(id, .pass, got: .string(message))
      : Verdict(id, .fail, got: .string(message), why: "refused what NumPy computes")
  }
}

/// What an operation returned.
enum Output {
  case arrays([Record])
  case text(String)

  static func array<E: NDScalar>(_ array: NDArray<E>) -> Output { .arrays([Record(array)]) }
  static func scalar<E: NDScalar>(_ value: E) -> Output { .array(NDArray(value)) }

  var json: JSON {
    switch self {
    case .text(let text): .object(["string": .string(text)])
    case .arrays(let records) where records.count == 1: records[0].json
    case .arrays(let records): .object(["outputs": .array(records.map(\.json))])
    }
  }

  /// How this output differs from the one expected, or nil.
  func difference(from expected: JSON, _ tolerance: Tolerance) throws -> String? {
    switch self {
    case .text(let text):
      return expected["string"]?.text == text ? nil : "text differs"
    case .arrays(let got):
      let wanted = try (expected["outputs"]?.items ?? [expected]).map { try Record($0) }
      if got.count != wanted.count { return "\(got.count) results instead of \(wanted.count)" }
      for i in got.indices {
        if let difference = tolerance.difference(got[i], wanted[i]) {
          return got.count == 1 ? difference : "result \(i): \(difference)"
        }
      }
      return nil
    }
  }
}
