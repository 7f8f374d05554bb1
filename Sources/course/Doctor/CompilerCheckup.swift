import Foundation

/// Is there a Swift compiler, and is it new enough?
struct CompilerCheckup {
  private static let needed = (major: 6, minor: 2)
  private static let install = """
    curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz \
    && tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init
    """

  var diagnoses: [Diagnosis] { [diagnosis] }

  private var diagnosis: Diagnosis {
    guard let path = Tool.path(of: "swift") else {
      return Diagnosis(.ill, say(.swiftMissing), mend: Self.install)
    }
    let output = (try? Tool.capture([path, "--version"]).output) ?? ""
    guard let match = output.firstMatch(of: /Swift version (\d+)\.(\d+)(\.\d+)?/),
      let major = Int(match.1), let minor = Int(match.2)
    else { return Diagnosis(.ill, say(.swiftBroken, ["path": path]), mend: Self.install) }
    let version = "\(major).\(minor)\(match.3 ?? "")"
    let values = [
      "version": version, "path": path, "needed": "\(Self.needed.major).\(Self.needed.minor)",
    ]
    if (major, minor) >= Self.needed { return Diagnosis(.well, say(.swiftGood, values)) }
    let mend = Tool.path(of: "swiftly") == nil ? Self.install : "swiftly install --use latest"
    return Diagnosis(.ill, say(.swiftOld, values), mend: mend)
  }
}
