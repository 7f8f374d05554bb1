/// The quotient rounded down; an integer divided by zero gives 0. The arrays broadcast. Python's `//`.
@specialized(where E == Double)
@specialized(where E == Float)
@specialized(where E == Int)
public func floorDivide<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  NDArray.map(a, b, "floorDivide") { E._arithmetic(.floorDivide, $0, $1, $2, $3) }
}

/// The quotient of each element and one number, rounded down.
@specialized(where E == Double)
@specialized(where E == Float)
@specialized(where E == Int)
public func floorDivide<E: NDNumeric>(_ a: NDArray<E>, _ b: E) -> NDArray<E> {
  NDArray.map(a, b) { E._arithmetic(.floorDivide, $0, $1, $2, $3) }
}
