import Foundation

/// The folder of the unit whose `Run/` holds the file that calls this, wherever the run was started from.
public func unitFolder(of file: String = #filePath) -> URL {
  URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
}

/// Saves a figure in the `Figures/` of the unit whose `Run/` holds the file that calls this, and prints its name.
///
/// - Throws: what ``Figure/save(_:)`` throws.
public func save(_ figure: Figure, _ name: String, from file: String = #filePath) throws {
  try figure.save(unitFolder(of: file).appendingPathComponent("Figures/\(name)").path)
  print("figure: Figures/\(name).svg")
}
