import NDArray
import Testing

/// The tables in `umath-validation-set-*.csv` of NumPy's wheel, packed by `References/make_umath.py`.
@Suite("NumPy's accuracy tables")
struct UmathTests {
  /// In alphabetical order of NumPy's names, by which the tables number them.
  private static let names = [
    "arccos", "arccosh", "arcsin", "arcsinh", "arctan", "arctanh", "cbrt", "cos", "cosh", "exp",
    "exp2", "expm1", "log", "log10", "log1p", "log2", "sin", "sinh", "tan", "tanh",
  ]

  private static func functions<E: NDFloat>() -> [(NDArray<E>) -> NDArray<E>] {
    [
      acos, acosh, asin, asinh, atan, atanh, cbrt, cos, cosh, exp,
      exp2, expm1, log, log10, log1p, log2, sin, sinh, tan, tanh,
    ]
  }

  private static let tables = Result { try NPZ(referenceFile("umath.npz")) }

  @Test("every row within its ulps, in every layout and at every length", arguments: names)
  func rows(name: String) throws {
    let function = try #require(Self.names.firstIndex(of: name))
    let single = try Table<Float>(function, of: Self.tables.get())
    let double = try Table<Double>(function, of: Self.tables.get())
    let worst = (
      single.worstError(of: Self.functions()[function], name),
      double.worstError(of: Self.functions()[function], name)
    )
    print("\(name): at most \(worst.0) ulp in float32, \(worst.1) ulp in float64")
  }

  @Test("all rows are there") func count() throws {
    let tables = try Self.tables.get()
    let single: NDArray<UInt8> = try tables.array("float32.ulps")
    let double: NDArray<UInt8> = try tables.array("float64.ulps")
    #expect(single.count + double.count == 26610)
  }

  /// The library has loops for several instruction sets, and the C library functions; both are held to the
  /// narrower ones, which an older processor would choose.
  @Test("the same with the wider instruction sets switched off", arguments: ["baseline", "avx2"])
  func narrow(widest: String) throws {
    var features = ["AVX512F", "AVX512VL", "AVX512DQ", "AVX512BW"]
    if widest == "baseline" { features += ["AVX", "AVX2", "FMA", "FMA4"] }
    let off = features.map { "-\($0)" }.joined(separator: ",")
    let (output, status) = try runTests(
      matching: "UmathTests/rows",
      environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=\(off)", "NDARRAY_SIMD": widest])
    #expect(status == 0, "\(output)")
    #expect(Self.names.allSatisfy { output.contains("\($0): at most ") }, "\(output)")
  }
}

/// The rows of one function in one precision.
private struct Table<E: Ordered> {
  let arguments: NDArray<E>
  let results: [E]
  let ulps: [UInt8]

  init(_ function: Int, of tables: NPZ) throws {
    let numbers: NDArray<UInt8> = try tables.array("\(E.dtype).functions")
    let rows = numbers .== UInt8(function)
    arguments = try tables.array("\(E.dtype).arguments", of: E.self)[rows]
    results = try tables.array("\(E.dtype).results", of: E.self)[rows].elements
    ulps = try tables.array("\(E.dtype).ulps", of: UInt8.self)[rows].elements
  }

  /// The largest error of a function on these rows in ulps, each held to its own limit.
  func worstError(of function: (NDArray<E>) -> NDArray<E>, _ name: String) -> Int {
    var worst = 0
    func check(_ got: NDArray<E>, from start: Int, _ layout: String) {
      for (i, value) in got.elements.enumerated() {
        let error = value.ulps(from: results[start + i])
        worst = max(worst, error)
        #expect(
          error <= ulps[start + i],
          "\(name)(\(arguments[start + i] as E)) in \(layout): \(value), not \(results[start + i])")
      }
    }
    for (layout, array) in everyLayout(of: arguments) { check(function(array), from: 0, layout) }
    var start = 0
    var length = 1
    while start < results.count {
      let piece = arguments[start..<(start + length)]
      check(function(piece), from: start, "a piece of \(length)")
      start += length
      length = length % 40 + 1
    }
    return worst
  }
}

private protocol Ordered: NDFloat {
  /// The position of the number among all of its type; both zeros have the same.
  var position: Int { get }
}

extension Ordered {
  /// How many numbers apart two are; any NaN is any other.
  func ulps(from other: Self) -> Int {
    if isNaN || other.isNaN { return isNaN && other.isNaN ? 0 : .max }
    // Numbers of opposite sign can lie farther apart than an Int counts.
    let (distance, overflow) = position.subtractingReportingOverflow(other.position)
    return overflow ? .max : abs(distance)
  }
}

extension Float: Ordered {
  var position: Int { sign == .minus ? -Int(magnitude.bitPattern) : Int(bitPattern) }
}

extension Double: Ordered {
  var position: Int { sign == .minus ? -Int(magnitude.bitPattern) : Int(bitPattern) }
}
