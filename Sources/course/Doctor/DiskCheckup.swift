import Foundation

/// Is there room for a build, and may it be written?
struct DiskCheckup {
  let repository: Repository

  var diagnoses: [Diagnosis] { [space] + folders.map(writing) }

  /// Gigabytes that the builds of the library and of the exercises take, or the rest of them once there are some.
  private var needed: Double { SharedLibrary(repository: repository).isBuilt ? 0.5 : 2 }

  private var space: Diagnosis {
    var info = statvfs()
    let path = repository.root.path
    guard statvfs(path, &info) == 0 else { return writing(path) }
    let free = Double(info.f_bavail) * Double(info.f_frsize) / 1e9
    let values: [String: any CustomStringConvertible] = [
      "free": String(format: "%.1f", free), "folder": path, "needed": "\(needed)",
    ]
    if free >= needed { return Diagnosis(.well, say(.diskGood, values)) }
    return Diagnosis(.ill, say(.diskFull, values), mend: "du -xh --max-depth=2 ~ | sort -h | tail")
  }

  private var folders: [String] {
    [repository.root.path, repository.buildFolder.path, repository.studentFolder.path]
      .filter { URL(fileURLWithPath: $0).isFolder } + [FileManager.default.temporaryDirectory.path]
  }

  private func writing(_ folder: String) -> Diagnosis {
    let values = ["folder": folder]
    if access(folder, W_OK) == 0 { return Diagnosis(.well, say(.writable, values)) }
    return Diagnosis(
      .ill, say(.notWritable, values), mend: #"sudo chown -R "$USER" '\#(folder)'"#)
  }
}
