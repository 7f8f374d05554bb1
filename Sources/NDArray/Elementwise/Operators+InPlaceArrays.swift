// The in-place operators between arrays once more for each type, without generics. The type checker tries
// operators that are not generic first, and with these it has an answer before it looks for a number on a long
// right side: `w -= rate * (m / (1 - b)) / (sqrt(v) + epsilon)` takes it 6 ms instead of 87.

@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Double>, rhs: NDArray<Double>) {
  lhs.update(with: rhs, "add") { Double._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Double>, rhs: NDArray<Double>) {
  lhs.update(with: rhs, "subtract") { Double._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Double>, rhs: NDArray<Double>) {
  lhs.update(with: rhs, "multiply") { Double._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Double>, rhs: NDArray<Double>) {
  lhs.update(with: rhs, "remainder") { Double._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func /= (lhs: inout NDArray<Double>, rhs: NDArray<Double>) {
  lhs.update(with: rhs, "divide") { Double._divide($0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Float>, rhs: NDArray<Float>) {
  lhs.update(with: rhs, "add") { Float._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Float>, rhs: NDArray<Float>) {
  lhs.update(with: rhs, "subtract") { Float._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Float>, rhs: NDArray<Float>) {
  lhs.update(with: rhs, "multiply") { Float._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Float>, rhs: NDArray<Float>) {
  lhs.update(with: rhs, "remainder") { Float._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func /= (lhs: inout NDArray<Float>, rhs: NDArray<Float>) {
  lhs.update(with: rhs, "divide") { Float._divide($0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int>, rhs: NDArray<Int>) {
  lhs.update(with: rhs, "add") { Int._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int>, rhs: NDArray<Int>) {
  lhs.update(with: rhs, "subtract") { Int._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int>, rhs: NDArray<Int>) {
  lhs.update(with: rhs, "multiply") { Int._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int>, rhs: NDArray<Int>) {
  lhs.update(with: rhs, "remainder") { Int._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int8>, rhs: NDArray<Int8>) {
  lhs.update(with: rhs, "add") { Int8._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int8>, rhs: NDArray<Int8>) {
  lhs.update(with: rhs, "subtract") { Int8._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int8>, rhs: NDArray<Int8>) {
  lhs.update(with: rhs, "multiply") { Int8._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int8>, rhs: NDArray<Int8>) {
  lhs.update(with: rhs, "remainder") { Int8._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int16>, rhs: NDArray<Int16>) {
  lhs.update(with: rhs, "add") { Int16._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int16>, rhs: NDArray<Int16>) {
  lhs.update(with: rhs, "subtract") { Int16._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int16>, rhs: NDArray<Int16>) {
  lhs.update(with: rhs, "multiply") { Int16._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int16>, rhs: NDArray<Int16>) {
  lhs.update(with: rhs, "remainder") { Int16._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int32>, rhs: NDArray<Int32>) {
  lhs.update(with: rhs, "add") { Int32._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int32>, rhs: NDArray<Int32>) {
  lhs.update(with: rhs, "subtract") { Int32._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int32>, rhs: NDArray<Int32>) {
  lhs.update(with: rhs, "multiply") { Int32._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int32>, rhs: NDArray<Int32>) {
  lhs.update(with: rhs, "remainder") { Int32._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<Int64>, rhs: NDArray<Int64>) {
  lhs.update(with: rhs, "add") { Int64._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<Int64>, rhs: NDArray<Int64>) {
  lhs.update(with: rhs, "subtract") { Int64._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<Int64>, rhs: NDArray<Int64>) {
  lhs.update(with: rhs, "multiply") { Int64._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<Int64>, rhs: NDArray<Int64>) {
  lhs.update(with: rhs, "remainder") { Int64._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt>, rhs: NDArray<UInt>) {
  lhs.update(with: rhs, "add") { UInt._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt>, rhs: NDArray<UInt>) {
  lhs.update(with: rhs, "subtract") { UInt._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt>, rhs: NDArray<UInt>) {
  lhs.update(with: rhs, "multiply") { UInt._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt>, rhs: NDArray<UInt>) {
  lhs.update(with: rhs, "remainder") { UInt._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt8>, rhs: NDArray<UInt8>) {
  lhs.update(with: rhs, "add") { UInt8._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt8>, rhs: NDArray<UInt8>) {
  lhs.update(with: rhs, "subtract") { UInt8._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt8>, rhs: NDArray<UInt8>) {
  lhs.update(with: rhs, "multiply") { UInt8._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt8>, rhs: NDArray<UInt8>) {
  lhs.update(with: rhs, "remainder") { UInt8._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt16>, rhs: NDArray<UInt16>) {
  lhs.update(with: rhs, "add") { UInt16._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt16>, rhs: NDArray<UInt16>) {
  lhs.update(with: rhs, "subtract") { UInt16._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt16>, rhs: NDArray<UInt16>) {
  lhs.update(with: rhs, "multiply") { UInt16._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt16>, rhs: NDArray<UInt16>) {
  lhs.update(with: rhs, "remainder") { UInt16._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt32>, rhs: NDArray<UInt32>) {
  lhs.update(with: rhs, "add") { UInt32._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt32>, rhs: NDArray<UInt32>) {
  lhs.update(with: rhs, "subtract") { UInt32._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt32>, rhs: NDArray<UInt32>) {
  lhs.update(with: rhs, "multiply") { UInt32._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt32>, rhs: NDArray<UInt32>) {
  lhs.update(with: rhs, "remainder") { UInt32._arithmetic(.remainder, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func += (lhs: inout NDArray<UInt64>, rhs: NDArray<UInt64>) {
  lhs.update(with: rhs, "add") { UInt64._arithmetic(.add, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func -= (lhs: inout NDArray<UInt64>, rhs: NDArray<UInt64>) {
  lhs.update(with: rhs, "subtract") { UInt64._arithmetic(.subtract, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func *= (lhs: inout NDArray<UInt64>, rhs: NDArray<UInt64>) {
  lhs.update(with: rhs, "multiply") { UInt64._arithmetic(.multiply, $0, $1, $2, $3) }
}
@_documentation(visibility: internal)
public func %= (lhs: inout NDArray<UInt64>, rhs: NDArray<UInt64>) {
  lhs.update(with: rhs, "remainder") { UInt64._arithmetic(.remainder, $0, $1, $2, $3) }
}
