@preconcurrency import Glibc

/// What the process of a check does before it dies of a signal: it stops the clock of its processor time, prints what
/// the student's code has printed so far, and lets Swift's backtracer tell where it was.
///
/// The backtracer has the process read its own memory, so a trap would else use up the student's seconds. A process that
/// is out of time, for which Swift has no words, tells in the same way which line it was at.
enum LastWords {
  /// Those for which Swift's runtime starts its backtracer.
  private static let fatal = [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGQUIT]
  /// Those that come when processor time is used up.
  private static let outOfTime = [SIGPROF, SIGXCPU]

  /// The handlers that were there before, by signal; memory that a handler may read at any time.
  private nonisolated(unsafe) static let before = {
    let handlers = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    handlers.initialize(repeating: sigaction(), count: 65)
    return handlers
  }()

  /// Puts itself before Swift's own handlers.
  static func arrange() {
    // What a handler uses is made before it runs.
    words.initialize(repeating: 0, count: wordsRead)
    looks = 1
    for number in fatal + outOfTime {
      sigaction(number, nil, before + Int(number))
      var action = sigaction()
      action.__sigaction_handler.sa_sigaction = { number, info, context in
        LastWords.speak(number, info, context)
      }
      action.sa_flags = SA_ONSTACK | SA_SIGINFO | SA_NODEFER
      sigaction(number, &action, nil)
    }
  }

  /// Gives this thread a stack for its handlers: on its own there is no room left after an endless recursion.
  static func arrangeThisThread() {
    var stack = stack_t()
    stack.ss_size = 256 * 1024
    stack.ss_sp = malloc(stack.ss_size)
    sigaltstack(&stack, nil)
  }

  /// Has each line that is printed written at once, though no terminal is there.
  static func printByLine() { setvbuf(stdout, nil, _IOLBF, 0) }

  /// Stops the clock of ``Limits/seconds``.
  static func stopTheClock() {
    var never = itimerval()
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &never, nil)
  }

  /// In a handler nothing may wait and nothing be allocated.
  private static func speak(
    _ number: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
  ) {
    stopTheClock()
    if ftrylockfile(stdout) == 0 {
      fflush(stdout)
      funlockfile(stdout)
    }
    let isOutOfTime = number == SIGPROF || number == SIGXCPU
    let handler = before[Int(isOutOfTime ? SIGILL : number)]
    if handler.sa_flags & SA_SIGINFO != 0 {
      handler.__sigaction_handler.sa_sigaction?(number, info!, context)
    }
    if isOutOfTime, looks < mostLooks, isBetweenLines() { return lookAgain() }
    // A trap comes again when this returns, and ends the process.
    signal(number, SIG_DFL)
    if isOutOfTime { raise(number) }
  }

  // MARK: - Between two lines

  private static let mostLooks = 8
  private nonisolated(unsafe) static var looks = 1

  private static let wordsRead = 1 << 16
  private nonisolated(unsafe) static let words = UnsafeMutablePointer<UInt8>.allocate(
    capacity: wordsRead)

  /// Lets the process go on for a moment, to tell then where it is.
  private static func lookAgain() {
    looks += 1
    var timer = itimerval()
    timer.it_value = timeval(tv_sec: 0, tv_usec: 5000)
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// Whether the innermost frame that was told is in a file but at no line of it, as instructions are that the compiler
  /// adds; a loop of few statements has many. Its frame ends in `.swift` and not in `.swift:4:24`.
  private static func isBetweenLines() -> Bool {
    var info = stat()
    guard fstat(STDERR_FILENO, &info) == 0 else { return false }
    let length = min(wordsRead, info.st_size)
    guard pread(STDERR_FILENO, words, length, info.st_size - length) == length else {
      return false
    }
    var start = length - 5
    while start >= 0, !holds("\n  0 ", at: start) { start -= 1 }
    guard start >= 0 else { return false }
    var end = start + 1
    while end < length, words[end] != UInt8(ascii: "\n") { end += 1 }
    return end - start > 6 && holds(".swift", at: end - 6)
  }

  private static func holds(_ text: StaticString, at place: Int) -> Bool {
    memcmp(words + place, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
