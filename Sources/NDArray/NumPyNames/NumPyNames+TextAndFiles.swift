// NumPy's spellings of what is named otherwise here: text and files. The compiler offers the right name.

import Foundation

extension NDArray {
  @available(*, unavailable, renamed: "init(npy:)")
  public static func load(_ url: URL) throws -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "init(textFile:)")
  public static func loadtxt(_ url: URL) throws -> NDArray { fatalError() }

  @available(*, unavailable, message: "write NDArray(textFile: url, missing: value)")
  public static func genfromtxt(_ url: URL) throws -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "init(bytesOf:)")
  public static func fromfile(_ url: URL) throws -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "writeBytes(to:)")
  public func tofile(_ url: URL) throws { fatalError() }
}

@available(*, unavailable, message: "write a.write(npy: url)")
public func save<E: NDScalar>(_ url: URL, _ a: NDArray<E>) throws { fatalError() }

@available(*, unavailable, message: "write NDArray<Double>(npy: url)")
public func load(_ url: URL) throws -> NDArray<Double> { fatalError() }

@available(*, unavailable, message: "write NPZ.write([\"a\": a], to: url)")
public func savez<E: NDScalar>(_ url: URL, _ arrays: NDArray<E>...) throws { fatalError() }

@available(*, unavailable, message: "write NPZ.write([\"a\": a], to: url, compressed: true)")
public func savez_compressed<E: NDScalar>(_ url: URL, _ arrays: NDArray<E>...) throws {
  fatalError()
}

@available(*, unavailable, message: "write a.write(text: url)")
public func savetxt<E: NDScalar>(_ url: URL, _ a: NDArray<E>) throws { fatalError() }

@available(*, unavailable, message: "write NDArray<Double>(textFile: url)")
public func loadtxt(_ url: URL) throws -> NDArray<Double> { fatalError() }

@available(*, unavailable, message: "write NDArray<Double>(textFile: url, missing: value)")
public func genfromtxt(_ url: URL) throws -> NDArray<Double> { fatalError() }

@available(*, unavailable, message: "write a.formatted(PrintOptions(precision: 2))")
public func array2string<E>(_ a: NDArray<E>) -> String { fatalError() }

@available(*, unavailable, renamed: "NDArray.debugFormatted(self:)")
public func array_repr<E>(_ a: NDArray<E>) -> String { fatalError() }

@available(*, unavailable, renamed: "NDArray.formatted(self:)")
public func array_str<E>(_ a: NDArray<E>) -> String { fatalError() }

@available(
  *, unavailable, message: "options are given where they are used: write a.formatted(options)"
)
public func set_printoptions(_ options: PrintOptions) { fatalError() }
