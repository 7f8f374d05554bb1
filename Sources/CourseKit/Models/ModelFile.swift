import Foundation
import NDArray

/// What is wrong with a file of weights, or with its fit to a model.
public struct ModelFileError: Error, CustomStringConvertible {
  public let description: String

  init(_ url: URL, _ reason: String) { description = "\(url.path): \(reason)" }
}

/// A file of weights: `.npz`, which NumPy opens too, or `.safetensors`, which is read only.
///
/// ```swift
/// final class Neuron: Module {
///   typealias Element = Double
///   let weight = Parameter<Double>("w", [0.5, -1])
///   let mean = Buffer<Double>("mean", [0])
/// }
/// let file = url.appendingPathExtension("npz")
/// try ModelFile.write(Neuron(), to: file)
/// let neuron = Neuron()
/// try ModelFile(file).load(into: neuron)
/// print(try ModelFile(file).names)  // ["w", "mean"]
/// ```
public struct ModelFile {
  private enum Format {
    case npz(NPZ)
    case safeTensors(SafeTensors)
  }
  private let url: URL
  private let format: Format

  /// Opens a file, by the end of its name.
  ///
  /// - Throws: ``ModelFileError``, or NDArray's `FileError` for a damaged `.npz`.
  public init(_ url: URL) throws {
    self.url = url
    switch url.pathExtension {
    case "npz": format = .npz(try NPZ(url))
    case "safetensors": format = .safeTensors(try SafeTensors(url))
    case let other:
      throw ModelFileError(url, "expected a file .npz or .safetensors, got .\(other)")
    }
  }

  /// The names of the arrays, in the order of the file.
  public var names: [String] {
    switch format {
    case .npz(let file): file.names
    case .safeTensors(let file): file.names
    }
  }

  /// Writes all parameters and buffers of a model under their names, as `.npz`.
  public static func write<Element>(_ model: some Module<Element>, to url: URL) throws {
    guard url.pathExtension == "npz" else {
      throw ModelFileError(url, "weights are written as .npz, got .\(url.pathExtension)")
    }
    let parameters = model.namedParameters.map { ($0.name, $0.parameter.value as any NPYEncodable) }
    let buffers = model.namedBuffers.map { ($0.name, $0.buffer.value as any NPYEncodable) }
    try NPZ.write(parameters + buffers, to: url)
  }

  /// Puts the arrays of the file into the parameters and buffers of the same names; all of them, or none at all.
  ///
  /// - Parameters:
  ///   - except: names, or beginnings of names that end in a point such as `head.`, that the model keeps as they are
  ///     and of which the file may hold anything.
  ///   - rename: our name for a name of the file, where they differ; nil leaves the array out.
  /// - Throws: ``ModelFileError`` that lists every array that is missing, surplus, or of another shape.
  public func load<Element>(
    into model: some Module<Element>, except: [String] = [],
    rename: (String) -> String? = { $0 }
  ) throws {
    func isExcepted(_ name: String) -> Bool {
      except.contains { $0 == name || ($0.hasSuffix(".") && name.hasPrefix($0)) }
    }
    var sources: [String: String] = [:]
    for name in names {
      guard let ours = rename(name), !isExcepted(ours) else { continue }
      if let other = sources.updateValue(name, forKey: ours) {
        throw ModelFileError(url, "\(other) and \(name) are both to become \(ours)")
      }
    }
    var faults: [String] = []
    var assignments: [() -> Void] = []
    func take(_ name: String, _ shape: [Int], _ assign: @escaping (NDArray<Element>) -> Void) throws
    {
      if isExcepted(name) { return }
      guard let source = sources.removeValue(forKey: name) else {
        return faults.append("missing: \(name) \(shape)")
      }
      let value: NDArray<Element> = try array(source)
      guard value.shape == shape else {
        return faults.append("of another shape: \(name) is \(shape), the file has \(value.shape)")
      }
      assignments.append { assign(value) }
    }
    for (name, parameter) in model.namedParameters {
      try take(name, parameter.value.shape) { parameter.value = $0 }
    }
    for (name, buffer) in model.namedBuffers {
      try take(name, buffer.value.shape) { buffer.value = $0 }
    }
    faults += sources.keys.sorted().map { "surplus: \($0)" }
    guard faults.isEmpty else {
      throw ModelFileError(
        url, "does not fit the model:\n" + faults.map { "  \($0)" }.joined(separator: "\n"))
    }
    for assign in assignments { assign() }
  }

  private func array<Element: NDFloat>(_ name: String) throws -> NDArray<Element> {
    switch format {
    case .safeTensors(let file): return try file.array(name)
    case .npz(let file):
      let dtype = try file.header(name).dtype
      guard dtype == .float32 || dtype == .float64 else {
        throw ModelFileError(url, "\(name): \(dtype) where floating-point numbers belong")
      }
      return try file.array(name, converting: true)
    }
  }
}
