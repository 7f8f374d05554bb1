/// Mistakes, each with the message that stops the program. A table is filled by one file of this folder.
struct Refusals: Sendable {
  typealias Mistake = @Sendable () -> Void

  private(set) var all: [(message: String, make: Mistake)] = []

  init(_ fill: (inout Refusals) -> Void) { fill(&self) }

  mutating func refuse(_ message: String, _ mistake: @escaping Mistake) {
    all.append((message, mistake))
  }

  static let every = [creation, shapes, indexing, products, statistics, distributions, samples]
    .flatMap(\.all)
}
