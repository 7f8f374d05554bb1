import Foundation

/// Are the Debian packages there that the course needs?
struct PackageCheckup {
  private enum Proof {
    case library(String)
    case program(String)
  }

  private static let packages: [(name: String, proof: Proof, use: Message, isOptional: Bool)] = [
    ("pkg-config", .program("pkg-config"), .usePkgConfig, false),
    ("libopenblas-dev", .library("openblas"), .useBLAS, false),
    ("liblapacke-dev", .library("lapacke"), .useLAPACK, false),
    ("zlib1g-dev", .library("zlib"), .useZlib, false),
    ("libpng-dev", .library("libpng"), .usePNG, false),
    ("gnuplot-nox", .program("gnuplot"), .useGnuplot, false),
    ("bubblewrap", .program("bwrap"), .useBubblewrap, true),
  ]

  var diagnoses: [Diagnosis] {
    Self.packages.map { package in
      if let version = version(package.proof) {
        let values = ["package": package.name, "version": version]
        return Diagnosis(.well, say(.packageGood, values))
      }
      let values = ["package": package.name, "use": say(package.use)]
      return Diagnosis(
        package.isOptional ? .optional : .ill,
        say(package.isOptional ? .packageOptional : .packageMissing, values),
        mend: "sudo apt-get install \(package.name)")
    }
  }

  /// The version of a library, the path of a program; `nil` if there is none.
  private func version(_ proof: Proof) -> String? {
    switch proof {
    case .program(let name): return Tool.path(of: name)
    case .library(let name):
      guard let result = try? Tool.capture(["pkg-config", "--modversion", name]),
        result.status == 0
      else { return nil }
      return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}
