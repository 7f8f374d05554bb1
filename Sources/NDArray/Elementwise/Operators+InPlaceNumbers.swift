// In-place operators with one number once more for each type, without generics: given `a[0] += x` the type checker would
// else take an element with the operator of numbers, and stop the program where `a[0]` is a row.

@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func /= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._divide($0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func /= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._divide($0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.remainder, $0, $1, $2, $3) }
}
