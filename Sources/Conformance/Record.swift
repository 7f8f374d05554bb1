import Foundation
import NDArray

/// An array as a case writes it down: dtype, shape and elements in C order.
struct Record: Equatable {
  var dtype: DType
  var shape: [Int]
  var values: Values

  /// Elements in the widest type of their kind.
  enum Values: Equatable {
    case bools([Bool])
    case signed([Int])
    case unsigned([UInt])
    case floats([Double])
  }

  init(_ json: JSON) throws {
    guard let name = json["dtype"]?.text, let shape = json["shape"]?.ints else {
      throw Malformed("an array without dtype and shape: \(json.line)")
    }
    guard let dtype = DType(rawValue: name) else { throw Unsupported("dtype \(name)") }
    self.dtype = dtype
    self.shape = shape
    if let generator = json["gen"] {
      values = try Values(generator, count: shape.reduce(1, *), dtype)
    } else {
      values = try Values(json["data"]?.items ?? [], dtype)
    }
  }

  init<E: NDScalar>(_ array: NDArray<E>) {
    dtype = array.dtype
    shape = array.shape
    values =
      switch E.self {
      case is Bool.Type: .bools(array.asType(Bool.self).elements)
      case is any BinaryFloatingPoint.Type: .floats(array.asType(Double.self).elements)
      case is any UnsignedInteger.Type: .unsigned(array.asType(UInt.self).elements)
      default: .signed(array.asType(Int.self).elements)
      }
  }

  /// The elements as an array in C order.
  func array<E: NDScalar>(of type: E.Type) -> NDArray<E> {
    switch values {
    case .bools(let values): NDArray(values, shape: shape).asType(type)
    case .signed(let values): NDArray(values, shape: shape).asType(type)
    case .unsigned(let values): NDArray(values, shape: shape).asType(type)
    case .floats(let values): NDArray(values, shape: shape).asType(type)
    }
  }

  var json: JSON {
    let data: [JSON] =
      switch values {
      case .bools(let values): values.map(JSON.bool)
      case .signed(let values): values.map(JSON.integer)
      case .unsigned(let values): values.map { Int(exactly: $0).map(JSON.integer) ?? .unsigned($0) }
      case .floats(let values):
        values.map { $0 == 0 && $0.sign == .minus ? .string("-0.0") : .number($0) }
      }
    return .object([
      "dtype": .string(dtype.rawValue), "shape": .array(shape.map(JSON.integer)),
      "data": .array(data),
    ])
  }
}

extension Record.Values {
  private enum Kind { case bool, signed, unsigned, float }

  private static func kind(_ dtype: DType) -> Kind {
    switch dtype {
    case .bool: .bool
    case .int8, .int16, .int32, .int64: .signed
    case .uint8, .uint16, .uint32, .uint64: .unsigned
    case .float32, .float64: .float
    }
  }

  fileprivate init(_ data: [JSON], _ dtype: DType) throws {
    func read<T>(_ convert: (JSON) -> T?) throws -> [T] {
      try data.map {
        guard let value = convert($0) else { throw Malformed("\($0.line) is no \(dtype)") }
        return value
      }
    }
    switch Self.kind(dtype) {
    case .bool: self = .bools(try read { if case .bool(let value) = $0 { value } else { nil } })
    case .signed: self = .signed(try read(\.int))
    case .unsigned:
      self = .unsigned(
        try read { if case .unsigned(let value) = $0 { value } else { $0.int.map { UInt($0) } } })
    case .float: self = .floats(try read(\.double))
    }
  }

  /// The elements of an array that a case describes by a formula.
  fileprivate init(_ generator: JSON, count: Int, _ dtype: DType) throws {
    let steps = 0..<count
    let data: [JSON]
    if let value = generator["full"] {
      data = steps.map { _ in value }
    } else if generator["arange"] != nil {
      data = steps.map(JSON.integer)
    } else if let factor = generator["sin"]?.double {
      data = steps.map { .number(sin(factor * Double($0))) }
    } else if let parameters = generator["lcg"]?.ints, parameters.count == 2 {
      var x = parameters[0]
      data = steps.map { _ in
        x = (1_103_515_245 &* x &+ 12345) & 0x7FFF_FFFF
        return .integer(x % parameters[1])
      }
    } else {
      throw Malformed("no such generator: \(generator.line)")
    }
    try self.init(Self.kind(dtype) == .bool ? data.map { .bool($0.double != 0) } : data, dtype)
  }
}

/// A case that does not follow the format.
struct Malformed: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Why a case cannot be asked of this library.
struct Unsupported: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// An operation that the library has, but not for this element type.
struct NotForType: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
