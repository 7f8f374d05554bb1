import Foundation

/// The archive that an instructor uploads to Gradescope: this repository with the worked solutions, and at its root
/// `setup.sh`, which Gradescope runs once to make the image, and `run_autograder`, which it runs for each submission.
struct GradescopeAutograder {
  let repository: Repository
  let unit: CourseUnit
  /// The release of Swift that grades, `6.2.1`.
  let swift: String
  /// The settings and the hidden checks, by path in the repository.
  let extra: [String: Data]

  private static let folders = ["Sources", "Courseware", "Exercises"]
  /// The versions of the packages, too, so that the image is built from what its author has.
  private static let files = ["Package.resolved", "course", "LICENSE"]

  func data() throws -> Data {
    var zip = ZipFile()
    zip.add("setup.sh", Data(setup.utf8), isExecutable: true)
    zip.add("run_autograder", Data(runAutograder.utf8), isExecutable: true)
    zip.add("repository/Package.swift", Data(try manifest().utf8))
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

  /// The root's manifest without what is not in the archive.
  private func manifest() throws -> String {
    let text = try String(
      contentsOf: repository.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    return ReleasedManifest { path in
      Self.folders.contains { path.hasPrefix("\($0)/") }
        && repository.root.appendingPathComponent(path).isFolder
    }.text(of: text)
  }

  private var setup: String {
    """
    #!/usr/bin/env bash
    # Gradescope runs this once, as root, on Ubuntu. Debian will do.
    set -euo pipefail
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    # What the course needs, and what Swift's toolchain and its installer need.
    apt-get install -y --no-install-recommends bubblewrap util-linux \\
      libopenblas-dev liblapacke-dev zlib1g-dev libpng-dev gnuplot-nox pkg-config \\
      ca-certificates curl gnupg2 git unzip tzdata binutils g++ libc6-dev \\
      libcurl4-openssl-dev libedit-dev libncurses-dev libpython3-dev libsqlite3-dev libxml2-dev libz3-dev
    # Nobody else is to read the solutions: where there is no sandbox, students' code runs as another user.
    chmod 700 /autograder/source
    environment=/autograder/source/environment
    touch "$environment"
    if ! command -v swiftc >/dev/null; then
      cat >"$environment" <<'END'
    export SWIFTLY_HOME_DIR=/opt/swiftly SWIFTLY_TOOLCHAINS_DIR=/opt/swiftly/toolchains
    export SWIFTLY_BIN_DIR=/opt/swiftly/bin PATH="/opt/swiftly/bin:$PATH"
    END
      . "$environment"
      curl -fsSL "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz" | tar -xz -C /tmp
      /tmp/swiftly init --assume-yes --skip-install --no-modify-profile --quiet-shell-followup
      swiftly install \(swift) --use --assume-yes --post-install-file=/tmp/post-install
      # What this release needs besides, as the installer says.
      if [ -s /tmp/post-install ]; then bash -e /tmp/post-install; fi
    fi
    cd /autograder/source/repository
    # The library is compiled now and not for the first student.
    ./course check \(unit.name) --solution

    """
  }

  private var runAutograder: String {
    """
    #!/usr/bin/env bash
    # Reads /autograder/submission, writes /autograder/results/results.json.
    set -euo pipefail
    if [ -f /autograder/source/environment ]; then . /autograder/source/environment; fi
    # Others get through to their programs, and see no names.
    work=$(mktemp -d)
    chmod 711 "$work"
    chmod 700 /autograder/source /autograder/submission /autograder/results
    mkdir -m 700 "$work/submissions"
    cp -r /autograder/submission "$work/submissions/student"
    cd /autograder/source/repository
    sandbox=
    # The container is thrown away after each submission. Where it allows no sandbox within, students' code can reach the
    # network and sees other processes; it runs as a user who can read neither solutions nor hidden checks, nor
    # write results.
    bwrap --ro-bind / / --unshare-pid --unshare-net --proc /proc true 2>/dev/null || sandbox=--no-sandbox
    ./course grade "$work/submissions" --out "$work/results" --unit \(unit.name) --format gradescope $sandbox
    cp "$work/results/gradescope/student.json" /autograder/results/results.json

    """
  }
}
