import NDArray

extension Operations {
  /// Arrays as bytes and as text.
  static func writing<E: NDScalar>(_ type: E.Type) -> Table {
    [
      "npy_bytes": unary { (a: NDArray<E>) in NDArray(a.npyBytes()) },
      "tobytes": unary { (a: NDArray<E>) in NDArray(a.bytes()) },
      "savetxt_str": { call in
        let array: NDArray<E> = try call.array(0)
        let formats = call.keyword("fmt")
        return .text(
          array.text(
            TextStyle(
              formats: formats?.items?.compactMap(\.text) ?? [formats?.text ?? "%.18e"],
              delimiter: call.keyword("delimiter")?.text ?? " ",
              newline: call.keyword("newline")?.text ?? "\n",
              header: call.keyword("header")?.text ?? "",
              footer: call.keyword("footer")?.text ?? "",
              comments: call.keyword("comments")?.text ?? "# ")))
      },
    ]
  }

  /// Bytes and text as arrays.
  static let reading: Table = [
    "npy_load": { call in
      let bytes: NDArray<UInt8> = try call.array(0)
      return try npyArray(bytes.elements)
    },
    "frombuffer": { call in
      let bytes: NDArray<UInt8> = try call.array(0)
      let name = call.count > 1 ? try call.text(1) : call.keyword("dtype")?.text ?? "float64"
      guard let dtype = DType(rawValue: name) else { throw Unsupported("dtype \(name)") }
      func read<E: NDScalar>(_ type: E.Type) throws -> Output {
        .array(try NDArray<E>(bytes: bytes.elements))
      }
      return try read(dtype.elementType)
    },
    "loadtxt_str": { call in
      .array(try table(call, missing: nil))
    },
    "genfromtxt_str": { call in
      let filling = call.keyword("filling_values")?.double ?? .nan
      return .array(try table(call, missing: filling))
    },
  ]

  private static func npyArray(_ bytes: [UInt8]) throws -> Output {
    func read<E: NDScalar>(_ type: E.Type) throws -> Output {
      .array(try NDArray<E>(npyBytes: bytes))
    }
    return try read(NPYHeader(npyBytes: bytes).dtype.elementType)
  }

  private static func table(_ call: Call, missing: Double?) throws -> NDArray<Double> {
    let columns = call.keyword("usecols")
    let format = TextFormat(
      delimiter: call.keyword("delimiter")?.text,
      comments: [call.keyword("comments")?.text ?? "#"],
      skipRows: call.int("skiprows", default: call.int("skip_header", default: 0)),
      skipFooter: call.int("skip_footer", default: 0),
      useColumns: columns?.ints ?? columns?.int.map { [$0] },
      maxRows: call.keyword("max_rows")?.int,
      minimumRank: call.int("ndmin", default: 0))
    return try NDArray(text: try call.text(0), format, missing: missing)
  }
}
