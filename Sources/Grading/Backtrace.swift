/// The frames of the thread that died, as Swift's backtracer prints them, innermost first.
struct Backtrace {
  struct Frame: Equatable {
    /// `forward(_:)`; empty where it is not told.
    var function: String
    var place: Place
  }

  /// Those with a line of source.
  let frames: [Frame]

  init(_ lines: some Sequence<Substring>) {
    frames = lines.compactMap { line in
      guard let match = line.firstMatch(of: /^ *\d+ .*? at (\/.+?):(\d+)(?::(\d+))?$/),
        let number = Int(match.2), number > 0
      else { return nil }
      let function = line.firstMatch(of: /0x[0-9a-f]+ (.+?)(?: \+ \d+)? in \S+ at \//)
      return Frame(
        function: function.map { String($0.1) } ?? "",
        place: Place(
          file: String(match.1), line: number, column: match.3.flatMap { Int($0) } ?? 1))
    }
  }

  private init(frames: [Frame]) { self.frames = frames }

  /// The frames in the sources of the exercise in `folder`; in its checks, if there are none.
  func inExercise(_ folder: String) -> Backtrace {
    let all = frames.filter { $0.place.file.hasPrefix(folder) }
    let own = all.filter { $0.place.file.hasPrefix(folder + "Sources/") }
    return Backtrace(frames: own.isEmpty ? all : own)
  }

  private static let longestChain = 5

  /// The innermost line, and those that called it, each once.
  var chain: [Place] {
    var chain: [Place] = []
    for frame in frames
    where !chain.contains(where: { $0.file == frame.place.file && $0.line == frame.place.line }) {
      chain.append(frame.place)
    }
    return Array(chain.prefix(Self.longestChain))
  }

  /// The part that repeats itself, if the stack ended in an endless recursion: the function that comes again soonest, the
  /// line where it calls on, and the lines in between.
  var recursion: (function: String, chain: [Place])? {
    // The innermost frames may have been on their way into a helper.
    for start in frames.indices {
      let later = frames[(start + 1)...]
      guard later.count(where: { $0 == frames[start] }) >= 2,
        let next = later.firstIndex(of: frames[start])
      else { continue }
      return (frames[start].function, Backtrace(frames: Array(frames[start..<next])).chain)
    }
    return nil
  }
}
