import NDArray

/// What runs one operation on the arguments of a case.
typealias Operation = @Sendable (Call) throws -> Output

/// Operations by NumPy's name.
typealias Table = [String: Operation]

/// The operations of the vocabulary that the library has.
///
/// A table is made once for each element type by functions that are generic in it, one for each group of
/// operations; so an operation is one line, and its closure is checked by the compiler for every type.
enum Operations {
  /// For each dtype, the operations on its arrays.
  private static let typed: [DType: Table] = {
    var tables: [DType: Table] = [:]
    for dtype in DType.allCases { tables[dtype] = table(for: dtype.elementType) }
    return tables
  }()

  /// The operations that no array argument gives a type.
  private static let untyped: Table =
    [creation, reading, random, sequences, positions].reduce(into: [:]) {
      $0.merge($1) { _, new in new }
    }

  /// Operations whose element type is not that of their first array, with the arguments that have it.
  private static let typeGivers = [
    "where": [1, 2], "extract": [1], "compress": [1], "choose": [1], "select": [1],
  ]

  /// What is missing by design.
  private static let excluded = [
    "view_setitem": "write-through views: arrays are values",
    "result_dtype": "mixed dtypes",
  ]

  static func run(_ test: Case) throws -> Output {
    if let reason = excluded[test.operation] { throw Unsupported(reason) }
    let call = Call(test)
    let output = try operation(for: call)(call)
    if let name = call.unusedKeywords.first {
      throw Unsupported("not implemented: keyword \(name)")
    }
    return output
  }

  private static func operation(for call: Call) throws -> Operation {
    let name = call.operation
    if let operation = untyped[name] { return operation }
    let all = Array(0..<call.count)
    let positions = call.count > 1 ? typeGivers[name] ?? all : all
    let dtypes = try positions.compactMap { try call.dtype($0) }
    let joined = Call.joining.contains(name) && dtypes.contains(.float64) ? .float64 : dtypes.first
    let numbers = try all.compactMap { try call.numberDType($0) }
    if let dtype = joined ?? numbers.first {
      if let operation = typed[dtype]?[name] { return operation }
      if typed.values.contains(where: { $0[name] != nil }) {
        throw NotForType("\(name) of \(dtype)")
      }
    }
    throw Unsupported("not implemented")
  }

  private static func table<E: NDScalar>(for type: E.Type) -> Table {
    var tables = [
      comparison(type), selection(type), reductions(type), shape(type), indexing(type),
      likeAnother(type), sorting(type), statistics(type), writing(type), editing(type),
      taking(type),
      matrices(type), linalg(type), text(type),
    ]
    if let type = type as? any NDNumeric.Type {
      tables += [arithmetic(type), products(type), samples(type), contractions(type)]
    }
    if let type = type as? any NDInteger.Type {
      tables += [integers(type), bincounts(type), roundedIntegers(type)]
    }
    if let type = type as? any NDBitwise.Type { tables.append(bits(type)) }
    if let type = type as? any (NDInteger & NDBitwise).Type { tables.append(integerBits(type)) }
    if let type = type as? any NDFloat.Type {
      tables += [floats(type), logarithms(type), parts(type)]
    } else {
      tables.append(finite(type))
    }
    if type == Bool.self { tables += [truth, steps] }
    if type == Double.self { tables.append(points) }
    // NumPy's type of a function's value: Float for 16-bit integers, a half for narrower ones.
    switch E.dtype {
    case .float32, .int16, .uint16: tables.append(mathematics(of: type, in: Float.self))
    case .float64, .int32, .int64, .uint32, .uint64:
      tables.append(mathematics(of: type, in: Double.self))
    case .bool, .int8, .uint8: tables.append(mathematicsInHalves)
    }
    tables.append(
      E.self == Float.self
        ? questions(of: type, in: Float.self) : questions(of: type, in: Double.self))
    return tables.reduce(into: [:]) { $0.merge($1) { _, new in new } }
  }
}

// MARK: - Forms

extension Operations {
  static func unary<A, R>(_ f: @escaping @Sendable (NDArray<A>) throws -> NDArray<R>) -> Operation {
    { call in .array(try f(try call.array(0))) }
  }

  static func binary<A, B, R>(
    _ f: @escaping @Sendable (NDArray<A>, NDArray<B>) throws -> NDArray<R>
  ) -> Operation {
    { call in .array(try f(try call.array(0), try call.array(1))) }
  }

  /// An operator in its three forms. A 0-dimensional operand is tried as a number too, and must give
  /// the same.
  static func operators<E, R>(
    _ type: E.Type,
    _ arrays: @escaping @Sendable (NDArray<E>, NDArray<E>) -> NDArray<R>,
    _ arrayNumber: @escaping @Sendable (NDArray<E>, E) -> NDArray<R>,
    _ numberArray: @escaping @Sendable (E, NDArray<E>) -> NDArray<R>
  ) -> Operation {
    { call in
      if !call.isArray(1) { return .array(arrayNumber(try call.array(0), try call.number(1))) }
      if !call.isArray(0) { return .array(numberArray(try call.number(0), try call.array(1))) }
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      let result = arrays(a, b)
      if b.rank == 0 { try agree(result, arrayNumber(a, b.scalar), "array∘number") }
      if a.rank == 0 { try agree(result, numberArray(a.scalar, b), "number∘array") }
      return .array(result)
    }
  }

  /// An operator that also exists in place: where the left operand has the shape of the result, it is
  /// overwritten, alone and while another variable holds it.
  static func operators<E>(
    _ type: E.Type,
    _ arrays: @escaping @Sendable (NDArray<E>, NDArray<E>) -> NDArray<E>,
    _ arrayNumber: @escaping @Sendable (NDArray<E>, E) -> NDArray<E>,
    _ numberArray: @escaping @Sendable (E, NDArray<E>) -> NDArray<E>,
    inPlace: @escaping @Sendable (inout NDArray<E>, NDArray<E>) -> Void
  ) -> Operation {
    let pure = operators(type, arrays, arrayNumber, numberArray)
    return { call in
      let output = try pure(call)
      guard call.isArray(0), call.isArray(1) else { return output }
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      let result = arrays(a, b)
      if result.shape != a.shape { return output }
      var shared = a
      inPlace(&shared, b)
      try agree(result, shared, "in place, shared")
      try agree(try call.array(0), a, "the other variable")
      var alone: NDArray<E> = try call.array(0)
      inPlace(&alone, b)
      try agree(result, alone, "in place, alone")
      return output
    }
  }

  /// Fails the case when two ways to the same result differ.
  static func agree<E>(_ a: NDArray<E>, _ b: NDArray<E>, _ form: String) throws {
    if let difference = Tolerance.exact.difference(Record(b), Record(a)) {
      throw Malformed("\(form): \(difference)")
    }
  }
}
