/// The type of an array's elements as a value, named as NumPy names it.
public enum DType: String, Sendable, CaseIterable, Codable {
  /// `Bool`.
  case bool
  /// The signed integers; `int64` is `Int64` and `Int`.
  case int8, int16, int32, int64
  /// The unsigned integers; `uint64` is `UInt64` and `UInt`.
  case uint8, uint16, uint32, uint64
  /// `Float` and `Double`.
  case float32, float64

  /// The size of one element in bytes.
  public var itemSize: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64: 8
    }
  }
}

extension DType: CustomStringConvertible {
  public var description: String { rawValue }
}
