import NDArray

/// One row of the table: a call to be timed, and what its result is held against.
struct Row {
  let name: String

  /// One call, whose result is thrown away.
  let run: () throws -> Void

  /// One call, and a few numbers of its result.
  let sample: () throws -> [Double]

  // Both are inlined, so that the call that is timed is the one a program would make, of known types.

  /// A row whose result shows what was computed.
  @inline(__always)
  init<Result: Sampled>(_ name: String, _ body: @escaping () throws -> Result) {
    self.init(name, body) { $0 }
  }

  /// A row whose result shows it only through `check`: factors with free signs, a change in place.
  @inline(__always)
  init<Result>(
    _ name: String, _ body: @escaping () throws -> Result,
    check: @escaping (Result) -> any Sampled
  ) {
    self.name = name
    run = { keep(try body()) }
    sample = { check(try body()).sample }
  }
}

/// Rows that share operands, which are drawn when the group is opened.
struct Group: Sendable {
  let name: String
  let rows: @Sendable () throws -> [Row]

  /// In the order of the table.
  static let all =
    elementwise + layouts + reductions + linearAlgebra + indexing + random + training
    + convolution + transformer

  /// The seed of every group's operands, the same as in `peers/`.
  static let seed = 12345
}

/// Takes a result that nobody needs, so that the compiler cannot leave the call out.
@inline(never) private func keep<Result>(_ result: Result) {}

/// `1e5` for 100,000, as the names of rows have it.
func tag(_ n: Int) -> String { "1e\(String(n).count - 1)" }

extension Generator {
  /// Normal numbers, drawn as float64 and converted, as the peers draw them.
  mutating func normal<E: NDFloat>(_ shape: Int..., as type: E.Type) -> NDArray<E> {
    standardNormal(shape).asType(E.self)
  }
}

extension NDFloat {
  /// `f64` or `f32`, as the names of rows have it.
  static var tag: String { "f\(MemoryLayout<Self>.size * 8)" }
}
