import Foundation

/// Which BLAS do programs get, and for which processor has it chosen its kernels?
///
/// OpenBLAS itself is asked, by name at run time, so that this works where nothing can be linked.
struct LibraryCheckup {
  var diagnoses: [Diagnosis] {
    guard let library = dlopen("libopenblas.so.0", RTLD_NOW) else {
      let error = dlerror().map { String(cString: $0) } ?? ""
      return [
        Diagnosis(
          .ill, say(.blasUnknown, ["error": error]), mend: "sudo apt-get install libopenblas-dev")
      ]
    }
    let config = text(library, "openblas_get_config").split(separator: " ").prefix(2)
    let values: [String: any CustomStringConvertible] = [
      "config": config.joined(separator: " "), "core": text(library, "openblas_get_corename"),
      "threads": number(library, "openblas_get_num_threads"),
    ]
    var diagnoses = [Diagnosis(.well, say(.blasInUse, values))]
    if let core = ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] {
      diagnoses.append(Diagnosis(.optional, say(.coreForced, ["core": core])))
    }
    return diagnoses
  }

  private func text(_ library: UnsafeMutableRawPointer, _ function: String) -> String {
    typealias Function = @convention(c) () -> UnsafePointer<CChar>?
    guard let symbol = dlsym(library, function),
      let text = unsafeBitCast(symbol, to: Function.self)()
    else { return "?" }
    return String(cString: text)
  }

  private func number(_ library: UnsafeMutableRawPointer, _ function: String) -> Int {
    typealias Function = @convention(c) () -> CInt
    guard let symbol = dlsym(library, function) else { return 0 }
    return Int(unsafeBitCast(symbol, to: Function.self)())
  }
}
