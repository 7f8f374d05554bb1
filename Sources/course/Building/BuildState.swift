import Foundation

/// What something was built from: the names, sizes and dates of its sources, and the compiler.
struct BuildState {
  let fingerprint: String

  /// - Parameters:
  ///   - paths: files and folders below `root`; what is not there counts as absent.
  ///   - compiler: files that tell which compiler it is.
  init(of paths: [String], in root: URL, compiler: [String] = Compiler.traces) throws {
    var lines = compiler.map { Self.line($0, $0) }
    for path in paths {
      let url = root.appendingPathComponent(path)
      for file in url.isFolder ? try url.filesBelow() : [""] {
        let name = file.isEmpty ? path : "\(path)/\(file)"
        lines.append(Self.line(name, root.appendingPathComponent(name).path))
      }
    }
    fingerprint = Fingerprint.of(Data(lines.joined(separator: "\n").utf8))
  }

  private static func line(_ name: String, _ path: String) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return name }
    return "\(name) \(info.st_size) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
  }
}
