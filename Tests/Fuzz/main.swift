import Foundation
import NDArray

// fuzz arrays|threads|files|integers [--seed N] [--count N] [--steps N] [--free]
// Runs `count` random sessions with the seeds from N on. A failure prints the command that repeats it. With --free no
// memory is kept for reuse, so that the address sanitiser sees what is used after it was given back.

/// The number behind an option.
func option(_ name: String, default value: Int) -> Int {
  let arguments = CommandLine.arguments
  guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count,
    let number = Int(arguments[at + 1])
  else { return value }
  return number
}

/// The elements of the arrays in the session of a seed.
func kind(_ seed: Int) -> any Number.Type {
  let kinds: [any Number.Type] = [
    Double.self, Float.self, Int.self, Int32.self, UInt16.self, Int8.self,
  ]
  return kinds[seed % kinds.count]
}

func runSession<Element: Number>(of type: Element.Type, _ seed: Int, steps: Int) throws {
  var session = Session<Element>(seed: seed)
  try session.run(steps: steps)
}

/// Goes on with copies of one session in four tasks at once, which share the memory of all arrays.
func runThreads<Element: Number>(of type: Element.Type, _ seed: Int, steps: Int) async throws {
  var session = Session<Element>(seed: seed)
  try session.run(steps: steps / 2)
  try await withThrowingTaskGroup(of: Void.self) { [session] group in
    for child in 1...4 {
      group.addTask {
        var copy = session
        copy.random = Generator(seed: [seed, child])
        try copy.run(steps: steps)
      }
    }
    try await group.waitForAll()
  }
  try session.run(steps: 1)
}

let mode = CommandLine.arguments.dropFirst().first ?? ""
guard ["arrays", "threads", "files", "integers", "make-integers"].contains(mode) else {
  print("usage: fuzz arrays|threads|files|integers [--seed N] [--count N] [--steps N] [--free]")
  exit(64)
}
let (first, count) = (option("--seed", default: 0), option("--count", default: 1000))
let steps = option("--steps", default: 60)
if CommandLine.arguments.contains("--free") { NDRuntime.keptMemoryLimit = 0 }
if mode == "make-integers" {
  IntegerSessions.make(first..<(first + count))
  exit(0)
}
if mode == "integers" {
  let (refused, failures) = try IntegerSessions.watch(first..<(first + count))
  for failure in failures { print(failure) }
  print("\(count) calls, \(refused) of them refused with a message, \(failures.count) failed")
  exit(failures.isEmpty ? 0 : 1)
}
if mode == "files" { limitMemory(toMegabytes: 256) }
var refused = 0
for seed in first..<(first + count) {
  let command = "swift run fuzz \(mode) --seed \(seed) --count 1 --steps \(steps)"
  LastWords.set("\nthis was: \(command)\n")
  do {
    if mode == "files" {
      var files = FileMutations(seed: seed)
      refused += try files.run(steps: steps)
    } else if mode == "threads" {
      try await runThreads(of: kind(seed), seed, steps: steps)
    } else {
      try runSession(of: kind(seed), seed, steps: steps)
    }
  } catch {
    print("\(error)\nthis was: \(command)")
    exit(1)
  }
}
print(
  mode == "files"
    ? "\(count * steps) files read, \(refused) of them refused"
    : "\(count) sessions of \(steps) steps, every array equal to its model")
