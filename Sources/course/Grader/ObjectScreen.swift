import Foundation
import Grading

/// Judges a student's compiled module by what it brings into the program of the checks, whatever its source looks like:
/// symbols that would take the place of others, sections that run before the checks, and ways to the
/// tests' own library.
///
/// This is a fence and no wall: in one process a determined cheat finds another way. What is refused is
/// nothing that an exercise needs.
struct ObjectScreen: Sendable {
  /// Something that is refused.
  struct Refusal: Equatable {
    var message: Message
    var values: [String: String]
    /// A word that stands at its place in the source.
    var word: String

    /// What to tell, in English.
    var reason: String { Template(message.english).filled(values, in: .english) }
  }

  private let mark: ModuleMark
  /// What the checks and the library take from elsewhere.
  private let needed: Set<String>
  /// What the worked solution has: symbols and sections.
  private let known: Set<String>
  private let knownSections: Set<String>

  /// - Parameters:
  ///   - needed: what the checks and the library take from elsewhere.
  ///   - solution: the worked solution's own object.
  init(module: String, needed: Set<String> = [], solution: ObjectFile? = nil) {
    mark = ModuleMark(module)
    self.needed = needed
    known = Set(solution?.symbols.map(\.name) ?? [])
    knownSections = Set(solution?.sections ?? [])
  }

  /// - Parameter demangled: what a mangled name means.
  func refusal(
    of object: ObjectFile, demangled: ([String]) async throws -> [String]
  ) async rethrows -> Refusal? {
    for symbol in object.symbols where !known.contains(symbol.name) {
      if let refusal = symbol.isDefined ? refusal(ofDefined: symbol) : refusal(ofUsed: symbol) {
        return refusal
      }
    }
    if let section = object.sections.first(where: isUnusual) {
      return Refusal(message: .refusedSection, values: ["section": section], word: section)
    }
    return try await refusalOfConformances(in: object, demangled: demangled)
  }

  private func refusal(ofDefined symbol: ObjectFile.Symbol) -> Refusal? {
    let name = symbol.name
    if name == "main" {
      return Refusal(message: .refusedMain, values: [:], word: "@main")
    }
    let (isMangled, isOwn) = (name.hasPrefix("$s"), mark.isIn(name))
    if isMangled, isOwn { return nil }
    // Copies of generic code and of descriptions, which every object has for itself.
    let isCopy =
      isMangled || name.hasPrefix("__swift_") || name.contains { $0 == " " || $0 == "." }
    let isOfTests = !isOwn && Self.testMarks.contains { $0.isIn(name) }
    if isCopy, symbol.isWeak, !isOfTests, !needed.contains(name) { return nil }
    return Refusal(message: .refusedSymbol, values: ["name": name], word: name)
  }

  private func refusal(ofUsed symbol: ObjectFile.Symbol) -> Refusal? {
    let name = symbol.name
    if Self.lookups.contains(name) {
      return Refusal(message: .refusedLookup, values: ["name": name], word: name)
    }
    let isOfTests = name.hasPrefix("$s") && Self.testMarks.contains { $0.isIn(name) }
    return isOfTests
      ? Refusal(message: .refusedTests, values: ["name": name], word: name) : nil
  }

  /// Those of types of others to protocols of others, which hold in the checks, too.
  private func refusalOfConformances(
    in object: ObjectFile, demangled: ([String]) async throws -> [String]
  ) async rethrows -> Refusal? {
    let names = foreignConformances(in: object)
    guard !names.isEmpty else { return nil }
    for text in try await demangled(names) {
      // protocol conformance descriptor for Swift.Int : Swift.Error in Networks
      guard
        let match = text.firstMatch(of: /descriptor for (?:<.*> )?(.+) : (.+) in (\w+)$/),
        !match.2.hasPrefix("\(match.3).")
      else { continue }
      return Refusal(
        message: .refusedConformance,
        values: ["type": String(match.1), "protocol": String(match.2)],
        word: String(match.2.split(separator: ".").last ?? ""))
    }
    return nil
  }

  /// The mangled names of conformances of other modules' types that the worked solution does not have.
  func foreignConformances(in object: ObjectFile) -> [String] {
    object.symbols.filter {
      $0.isDefined && $0.name.hasSuffix("Mc") && !$0.name.hasPrefix("$s\(mark.first)")
        && !known.contains($0.name)
    }.map(\.name)
  }

  private static let lookups: Set<String> = [
    "dlsym", "dlvsym", "dlopen", "dlmopen", "dl_iterate_phdr", "dladdr", "dladdr1", "dlinfo",
    "ptrace", "process_vm_readv", "process_vm_writev",
  ]

  private static let testMarks = ["Testing", "GradedTests", "Grading"].map(ModuleMark.init)

  /// What the compiler makes of a source without attributes that say otherwise.
  private func isUnusual(_ section: String) -> Bool {
    let beginnings = [
      ".text", ".rodata", ".data", ".bss", ".tdata", ".tbss", ".rela", ".symtab", ".strtab",
      ".shstrtab", ".eh_frame", ".debug_", ".note", ".comment", ".group", ".swift", ".llvm",
      ".gcc_except_table", ".linker-options", ".ltext", ".lrodata", ".ldata", ".lbss",
    ]
    return !section.isEmpty && !beginnings.contains(where: section.hasPrefix)
      && !Self.swiftSections.contains(section) && !knownSections.contains(section)
  }

  private static let swiftSections: Set<String> = [
    "swift5_accessible_functions", "swift5_assocty", "swift5_builtin", "swift5_capture",
    "swift5_fieldmd", "swift5_mpenum", "swift5_protocol_conformances", "swift5_protocols",
    "swift5_reflstr", "swift5_type_metadata", "swift5_typeref",
  ]
}
