import Foundation

/// Checks that are not in the student's package: a folder with `checks.yaml`, `Tests/` and `References/`.
struct HiddenChecks: Sendable {
  struct Check: Sendable, Equatable {
    var id: String
    var points: Int
  }

  var checks: [Check] = []
  /// The files of `Tests/` and `References/`, by path.
  var files: [String: Data] = [:]

  /// - Parameters:
  ///   - path: `nil` for a unit without hidden checks.
  ///   - base: the folder that the path is relative to.
  /// - Throws: ``Failure`` at the line of `checks.yaml` that is wrong.
  init(in path: String?, of base: URL) throws {
    guard let path else { return }
    let folder =
      path.hasPrefix("/") ? URL(fileURLWithPath: path) : base.appendingPathComponent(path)
    let list = folder.appendingPathComponent("checks.yaml")
    guard let data = FileManager.default.contents(atPath: list.path) else {
      throw Failure("there is no \(list.path), which lists the hidden checks")
    }
    let file = "\(folder.lastPathComponent)/checks.yaml"
    let root = try Field(
      yaml: String(decoding: data, as: UTF8.self), file: file, name: "the list of hidden checks")
    for field in try root.list() {
      let fields = try field.fields(["id", "points"])
      let check = Check(
        id: try fields["id"]!.text(), points: try fields["points"]!.integer(in: 0...1000))
      guard !checks.contains(where: { $0.id == check.id }) else {
        throw field.failure("a second check is called “\(check.id)”")
      }
      checks.append(check)
    }
    for path in try folder.filesBelow()
    where path.hasPrefix("Tests/") || path.hasPrefix("References/") {
      files[path] = try Data(contentsOf: folder.appendingPathComponent(path))
    }
  }
}
