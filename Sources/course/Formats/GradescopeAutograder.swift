import Foundation

/// The archive that an instructor uploads to Gradescope: this repository with the worked solutions, and at its root
/// `setup.sh`, which Gradescope runs once to make the image, and `run_autograder`, which it runs for each submission.
struct GradescopeAutograder {
  let repository: Repository
  let unit: CourseUnit
  /// The settings and the hidden checks, by path in the repository.
  let extra: [String: Data]

  private static let folders = ["Sources", "Courseware", "Exercises"]
  private static let files = ["Package.swift", "course", "LICENSE"]

  func data() throws -> Data {
    var zip = ZipFile()
    zip.add("setup.sh", Data(setup.utf8), isExecutable: true)
    zip.add("run_autograder", Data(runAutograder.utf8), isExecutable: true)
    for path in Self.files {
      let url = repository.root.appendingPathComponent(path)
      guard url.isFile else { continue }
      zip.add("repository/\(path)", try Data(contentsOf: url), isExecutable: path == "course")
    }
    for folder in Self.folders {
      let url = repository.root.appendingPathComponent(folder)
      for path in try url.filesBelow() {
        zip.add(
          "repository/\(folder)/\(path)", try Data(contentsOf: url.appendingPathComponent(path)))
      }
    }
    for (path, data) in extra.sorted(by: { $0.key < $1.key }) {
      zip.add("repository/\(path)", data)
    }
    return zip.data
  }

  private var setup: String {
    """
    #!/usr/bin/env bash
    # Gradescope runs this once, as root, on Ubuntu.
    set -euo pipefail
    apt-get update
    DEBIAN_FRONTEND=noninteractive apt-get install -y bubblewrap curl gnupg2 ca-certificates \\
      libopenblas-dev liblapacke-dev zlib1g-dev gnuplot-nox pkg-config
    if ! command -v swift; then
      curl -fsSL "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz" | tar -xz -C /tmp
      SWIFTLY_HOME_DIR=/opt/swiftly SWIFTLY_BIN_DIR=/usr/local/bin \\
        /tmp/swiftly init --assume-yes --no-modify-profile --quiet-shell-followup
    fi
    cd /autograder/source/repository
    ./course list
    # The library is compiled now and not for the first student.
    ./course check \(unit.name) --solution

    """
  }

  private var runAutograder: String {
    """
    #!/usr/bin/env bash
    # Reads /autograder/submission, writes /autograder/results/results.json.
    set -euo pipefail
    work=$(mktemp -d)
    mkdir "$work/submissions"
    cp -r /autograder/submission "$work/submissions/student"
    cd /autograder/source/repository
    sandbox=
    # The container is thrown away after each submission; where it allows no sandbox within, it is one.
    bwrap --ro-bind / / --unshare-pid --unshare-net --proc /proc true || sandbox=--no-sandbox
    ./course grade "$work/submissions" --out "$work/results" --unit \(unit.name) --format gradescope $sandbox
    cp "$work/results/gradescope/student.json" /autograder/results/results.json

    """
  }
}
