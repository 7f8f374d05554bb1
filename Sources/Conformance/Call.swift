import NDArray

/// The arguments of one case, read as the operation asks for them.
final class Call {
  let operation: String
  private let arguments: [JSON]
  private let keywords: [String: JSON]
  private var used: Set<String> = []

  init(_ test: Case) {
    operation = test.operation
    arguments = test.arguments
    keywords = test.keywords
  }

  var count: Int { arguments.count }

  func argument(_ i: Int) throws -> JSON {
    guard i < arguments.count else { throw Malformed("\(operation) has no argument \(i)") }
    return arguments[i]
  }

  /// The value of a keyword, or nil where it is absent or null.
  func keyword(_ name: String) -> JSON? {
    used.insert(name)
    return keywords[name] == .null ? nil : keywords[name]
  }

  /// Whether a keyword is null.
  func isNull(_ name: String) -> Bool {
    used.insert(name)
    return keywords[name] == .null
  }

  /// Keywords that no one has asked for: the library has no such choice.
  var unusedKeywords: [String] { keywords.keys.filter { !used.contains($0) }.sorted() }
}

// MARK: - Arrays

extension Call {
  /// The dtype of the array, or list of arrays, at a position.
  func dtype(_ i: Int) throws -> DType? {
    guard i < count else { return nil }
    let json = try argument(i)
    let array = json["array"] ?? json["arrays"]?.items?.first
    guard let name = array?["dtype"]?.text else { return nil }
    guard let dtype = DType(rawValue: name) else { throw Unsupported("dtype \(name)") }
    return dtype
  }

  /// The dtype that NumPy gives the number, or list of numbers, at a position.
  func numberDType(_ i: Int) throws -> DType? {
    let json = try argument(i)
    switch json.items?.first ?? json {
    case .bool: return .bool
    case .integer: return .int64
    case .unsigned: return .uint64
    case .number: return .float64
    case let other: return other["f"] == nil ? nil : .float64
    }
  }

  func isArray(_ i: Int) -> Bool { i < arguments.count && arguments[i]["array"] != nil }

  /// The array at a position, which must have this element type: the library does not mix them.
  func array<E: NDScalar>(_ i: Int, _ type: E.Type = E.self) throws -> NDArray<E> {
    let json = try argument(i)
    if let items = json.items {
      return NDArray(
        try items.map { item in
          guard let value = Call.number(item["f"] ?? item, type) else {
            throw Unsupported("mixed dtypes: \(E.dtype) and \(json.line)")
          }
          return value
        })
    }
    guard let array = json["array"] else { return NDArray(try number(i)) }
    if E.dtype == .float64, Call.joining.contains(operation) {
      return try cast(i, to: type)
    }
    return try Call.array(array)
  }

  /// Functions of samples whose operands one type is found for, so that whole coordinates go with other values.
  static let joining: Set = [
    "polyfit", "polyval", "trapezoid", "gradient", "searchsorted", "digitize", "histogram",
    "interp",
  ]

  /// The array or number at a position, converted to an element type where it has another.
  func cast<E: NDScalar>(_ i: Int, to type: E.Type) throws -> NDArray<E> {
    let json = try argument(i)
    if json.items != nil { return try array(i) }
    guard let array = json["array"] else {
      return try Call.number(json["f"] ?? json, type).map { NDArray($0) }
        ?? NDArray(try double(i)).asType(type)
    }
    return try Call.cast(array, to: type)
  }

  static func cast<E: NDScalar>(_ json: JSON, to type: E.Type) throws -> NDArray<E> {
    func converted<Other: NDScalar>(_ other: Other.Type) throws -> NDArray<E> {
      (try array(json) as NDArray<Other>).asType(type)
    }
    return try converted(try Record(json).dtype.elementType)
  }

  func arrays<E: NDScalar>(_ i: Int, _ type: E.Type = E.self) throws -> [NDArray<E>] {
    guard let items = try argument(i)["arrays"]?.items else {
      throw Malformed("\(operation): argument \(i) is no list of arrays")
    }
    return try items.map(Call.array)
  }

  /// The array as written and then seen through its view, so that it lies in memory as the case says.
  static func array<E: NDScalar>(_ json: JSON) throws -> NDArray<E> {
    let record = try Record(json)
    guard record.dtype == E.dtype else {
      throw Unsupported("mixed dtypes: \(E.dtype) and \(record.dtype)")
    }
    var result = record.array(of: E.self)
    for step in json["view"]?.items ?? [] {
      if let axes = step["transpose"]?.ints {
        result = result.transposed(axes)
      } else if let indices = step["slice"]?.items {
        result = result[indices: try indices.map(index)]
      } else if let shape = step["broadcast_to"]?.ints {
        result = result.broadcast(to: shape)
      } else if let shape = step["reshape"]?.ints {
        result = result.reshaped(shape)
      } else {
        throw Malformed("no such view: \(step.line)")
      }
    }
    return Placement.current?.place(result) ?? result
  }
}

// MARK: - Numbers

extension Call {
  func int(_ i: Int) throws -> Int {
    guard let value = try argument(i).int else {
      throw Malformed("\(operation): argument \(i) is no integer")
    }
    return value
  }

  func ints(_ i: Int) throws -> [Int] {
    let json = try argument(i)
    guard let values = json.ints ?? json.int.map({ [$0] }) else {
      throw Malformed("\(operation): argument \(i) is no list of integers")
    }
    return values
  }

  /// The array at a position, or nil where it is null or left out.
  func optionalArray<E: NDScalar>(_ i: Int, _ type: E.Type = E.self) throws -> NDArray<E>? {
    guard i < count, try argument(i) != .null else { return nil }
    return try array(i)
  }

  func text(_ i: Int) throws -> String {
    guard let value = try argument(i).text else {
      throw Malformed("\(operation): argument \(i) is no text")
    }
    return value
  }

  func double(_ i: Int) throws -> Double {
    let json = try argument(i)
    guard let value = (json["f"] ?? json).double else {
      throw Malformed("\(operation): argument \(i) is no number")
    }
    return value
  }

  /// The number at a position as an element; a fraction does not become an integer.
  func number<E: NDScalar>(_ i: Int, _ type: E.Type = E.self) throws -> E {
    let json = try argument(i)
    guard let value = Call.number(json["f"] ?? json, type) else {
      throw Unsupported("mixed dtypes: \(E.dtype) and \(json.line)")
    }
    return value
  }

  static func number<E: NDScalar>(_ json: JSON, _ type: E.Type) -> E? {
    switch (json, type) {
    case (.bool(let value), is Bool.Type): value as? E
    case (.integer(let value), let type as any NDInteger.Type): exactly(value, type) as? E
    case (.unsigned(let value), let type as any NDInteger.Type): exactly(value, type) as? E
    case (_, is any NDFloat.Type): json.double.map { NDArray($0).asType(type).scalar }
    default: nil
    }
  }

  private static func exactly<E: NDInteger>(_ value: some BinaryInteger, _ type: E.Type) -> E? {
    E(exactly: value)
  }
}

// MARK: - Keywords

extension Call {
  /// The axes that `axis=` names, or nil for all.
  var axes: [Int]? {
    keyword("axis").flatMap { $0.ints ?? $0.int.map { [$0] } }
  }

  var axis: Int? { keyword("axis")?.int }

  func flag(_ name: String) -> Bool { keyword(name) == .bool(true) }

  func int(_ name: String, default value: Int) -> Int { keyword(name)?.int ?? value }

  func dtype(_ name: String) throws -> DType? {
    guard let name = keyword(name)?.text else { return nil }
    guard let dtype = DType(rawValue: name) else { throw Unsupported("dtype \(name)") }
    return dtype
  }
}

// MARK: - Indices

extension Call {
  /// What stands between the brackets of `a[…]`.
  func indices(_ i: Int) throws -> [any NDIndex] {
    guard let items = try argument(i)["index"]?.items else {
      throw Malformed("\(operation): argument \(i) is no index")
    }
    return try items.map(Call.index)
  }

  private static func index(_ json: JSON) throws -> any NDIndex {
    if let position = json["int"]?.int { return position }
    if let bounds = json["slice"]?.items, bounds.count == 3 {
      return AxisIndex.stride(from: bounds[0].int, to: bounds[1].int, by: bounds[2].int ?? 1)
    }
    if json.text == "ellipsis" { return AxisIndex.ellipsis }
    if json.text == "newaxis" { return AxisIndex.newAxis }
    guard let array = json["array"] else { throw Malformed("no such index: \(json.line)") }
    if array["dtype"]?.text == "bool" { return try Call.array(array) as NDArray<Bool> }
    return try Call.positions(array)
  }

  /// An array of positions; every integer type will do.
  static func positions(_ json: JSON) throws -> NDArray<Int> {
    guard let dtype = json["dtype"]?.text.flatMap(DType.init) else {
      throw Malformed("positions without dtype")
    }
    func converted<E: NDInteger>(_ type: E.Type) throws -> NDArray<Int> {
      (try array(json) as NDArray<E>).asType(Int.self)
    }
    guard let type = dtype.elementType as? any NDInteger.Type else {
      throw NotForType("positions of \(dtype)")
    }
    return try converted(type)
  }
}

extension DType {
  /// The Swift type of elements of this dtype.
  var elementType: any NDScalar.Type {
    switch self {
    case .bool: Bool.self
    case .int8: Int8.self
    case .int16: Int16.self
    case .int32: Int32.self
    case .int64: Int.self
    case .uint8: UInt8.self
    case .uint16: UInt16.self
    case .uint32: UInt32.self
    case .uint64: UInt.self
    case .float32: Float.self
    case .float64: Double.self
    }
  }
}
