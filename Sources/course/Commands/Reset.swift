import ArgumentParser
import Foundation

/// `course reset`
struct Reset: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: say(.resetAbstract), discussion: say(.resetDiscussion))
  }

  @Argument(help: ArgumentHelp(say(.resetUnitHelp))) var unit: String
  @Argument(help: ArgumentHelp(say(.resetFilesHelp))) var files: [String] = []
  @OptionGroup var language: LanguageOption

  func run() throws {
    let unit = try Repository().unit(unit)
    let items = try Exercise(unit).items(.stub)
    let chosen =
      try files.isEmpty
      ? items
      : Dictionary(
        uniqueKeysWithValues: files.map { file in
          let path = try path(of: file, in: items)
          return (path, items[path]!)
        })
    let folder = GeneratedFolder(url: unit.exercise)
    let changed = folder.changed(from: chosen)
    guard !changed.isEmpty else {
      let what = files.isEmpty ? unit.title : files.joined(separator: ", ")
      print(say(.nothingToReset, ["what": what]))
      return
    }
    let backup = try Backup(of: unit).keep(changed)
    for path in changed { try chosen[path]!.write(to: unit.exercise.appendingPathComponent(path)) }
    let names = changed.joined(separator: ", ")
    print(say(.resetDone, ["count": changed.count, "folder": unit.folderName, "files": names]))
    if let backup { print(say(.backupIn, ["folder": backup])) }
  }

  private func path(of file: String, in items: [String: GeneratedItem]) throws -> String {
    let name = URL(fileURLWithPath: file).lastPathComponent.lowercased()
    let known = items.keys.filter { $0.hasPrefix("Sources/") }.sorted()
    let found = known.first {
      let own = URL(fileURLWithPath: $0).lastPathComponent.lowercased()
      return own == name || own == name + ".swift"
    }
    guard let found else {
      let names = known.map { String($0.trimmingPrefix("Sources/")) }
      let near = nearest(to: name, among: names).map { [$0] } ?? names
      throw Failure(say(.notHandedOut, ["file": file, "known": near.joined(separator: ", ")]))
    }
    return found
  }
}
