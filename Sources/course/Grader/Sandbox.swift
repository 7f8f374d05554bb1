import Foundation
import Grading
import Synchronization

/// A bubblewrap sandbox: no network, the system read-only, a /tmp of its own, no process of others to be seen, and
/// of the disk only what is handed in.
struct Sandbox: Sendable {
  /// A folder of the disk and where it is inside.
  struct Mount: Sendable {
    var outside: URL
    var inside: String
    var isWritable = false
  }

  /// The user that runs inside where the grader is root: not root, so that the kernel counts its processes, and
  /// nobody else's, so that it counts no others, of whoever grades on this machine at the same time.
  let user: UInt32
  private let bwrap: String
  private let toolchain: URL

  /// - Throws: ``Failure`` that says what to install, or that sandboxes are not to be had here.
  init(toolchain: Toolchain) throws {
    guard let bwrap = Toolchain.find("bwrap") else {
      throw Failure(
        """
        there is no bubblewrap, in whose sandbox submissions are graded. Install it with
          sudo apt-get install bubblewrap
        or grade with --no-sandbox: then the students' code can read and change what you can.
        """)
    }
    self.bwrap = bwrap
    self.toolchain = toolchain.root
    user = Self.nextUser()
  }

  /// A number above those of people and below those of the system's services.
  private static func nextUser() -> UInt32 {
    let number = UInt32(sandboxes.add(1, ordering: .relaxed).newValue)
    return 20_000 + (UInt32(getpid()) &* 101 &+ number) % 40_000
  }

  private static let sandboxes = Atomic(0)

  /// - Throws: ``Failure`` if a sandbox cannot be made on this machine.
  func probe() async throws {
    let launcher = launcher(mounts: [], masks: [], limits: .init())
    let result = try await launcher.run(["/usr/bin/true"], limits: Limits(seconds: 10))
    guard result.status == 0 else {
      throw Failure(
        """
        bubblewrap cannot make a sandbox here: \(result.output.trimmingCharacters(in: .newlines))
        In a container it needs user namespaces or root; without it there is --no-sandbox.
        """)
    }
  }

  /// What the kernel holds a process in the sandbox to.
  struct ProcessLimits: Sendable {
    var processes = 256
    var seconds = 120.0
    var megabytes = 4096
    var fileBytes = 500_000_000

    /// `prlimit` and its arguments, before the program.
    var arguments: [String] {
      let seconds = Int(seconds.rounded(.up))
      return [
        "/usr/bin/prlimit", "--core=0", "--nproc=\(processes)", "--cpu=\(seconds):\(seconds + 2)",
        "--data=\(megabytes * 1_000_000)", "--fsize=\(fileBytes)", "--nofile=1024", "--",
      ]
    }
  }

  /// - Parameter masks: folders of the system that are to look empty.
  func launcher(mounts: [Mount], masks: [String], limits: ProcessLimits) -> Launcher {
    var arguments = [
      "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
      "--die-with-parent", "--new-session", "--hostname", "sandbox", "--ro-bind", "/usr", "/usr",
    ]
    for folder in ["/bin", "/lib", "/lib64", "/sbin"] {
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder) {
        arguments += ["--symlink", target, folder]
      } else {
        arguments += ["--ro-bind-try", folder, folder]
      }
    }
    arguments += Self.folders(around: "/etc/alternatives")
    for path in ["/etc/alternatives", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d"] {
      arguments += ["--ro-bind-try", path, path]
    }
    arguments += ["--proc", "/proc", "--dev", "/dev"]
    arguments += ["--perms", "1777", "--size", "500000000", "--tmpfs", "/tmp"]
    if toolchain.path != "/", !toolchain.path.hasPrefix("/usr/") {
      arguments += Self.folders(around: toolchain.path)
      arguments += ["--ro-bind", toolchain.path, toolchain.path]
    }
    for mask in masks { arguments += ["--tmpfs", mask, "--remount-ro", mask] }
    for mount in mounts {
      arguments += Self.folders(around: mount.inside)
      arguments += [mount.isWritable ? "--bind" : "--ro-bind", mount.outside.path, mount.inside]
    }
    arguments += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]
    let isRoot = getuid() == 0
    if isRoot {
      arguments += ["--cap-drop", "ALL"]
      for capability in ["SETUID", "SETGID", "SETPCAP"] {
        arguments += ["--cap-add", "CAP_\(capability)"]
      }
    } else {
      arguments += ["--unshare-user", "--uid", "\(user)", "--gid", "\(user)"]
    }
    arguments.append("--")
    if isRoot {
      arguments += [
        "/usr/bin/setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups",
        "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--",
      ]
    }
    return Launcher(
      executable: bwrap, arguments: arguments + limits.arguments, environment: Self.environment,
      isSandbox: true)
  }

  /// bubblewrap itself would make them for its own user alone.
  private static func folders(around path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    return parts.indices.flatMap {
      ["--perms", "0755", "--dir", "/" + parts[...$0].joined(separator: "/")]
    }
  }

  /// Nothing of the grader's own environment but what chooses OpenBLAS's kernels.
  private static var environment: [String: String] {
    let outside = ProcessInfo.processInfo.environment.filter { $0.key.hasPrefix("OPENBLAS_") }
    let inside = [
      "PATH": "/usr/bin", "HOME": "/tmp", "TMPDIR": "/tmp", "LANG": "C.UTF-8", "TZ": "UTC",
    ]
    return outside.merging(inside) { $1 }
  }
}
