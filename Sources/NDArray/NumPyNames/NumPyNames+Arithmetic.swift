// NumPy's spellings of what is named otherwise here: arithmetic, which has operators, and bits. The compiler offers the right name.

@available(*, unavailable, message: "write a + b")
public func add<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a - b")
public func subtract<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a * b")
public func multiply<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a / b")
public func divide<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a / b")
public func true_divide<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, message: "write a ** b")
public func power<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a ** b")
public func pow<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a % b")
public func mod<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a % b")
public func remainder<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a ** b")
public func power<E: NDNumeric>(_ a: NDArray<E>, _ b: E) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a ** b")
public func pow<E: NDNumeric>(_ a: NDArray<E>, _ b: E) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write -a")
public func negative<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "floorDivide(_:_:)")
public func floor_divide<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "floorDivide(_:_:)")
public func floor_divide<E: NDNumeric>(_ a: NDArray<E>, _ b: E) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "floatPower(_:_:)")
public func float_power<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Double> {
  fatalError()
}

@available(*, unavailable, message: "write i .& j")
public func bitwise_and<E: NDBitwise>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, message: "write i .| j")
public func bitwise_or<E: NDBitwise>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, message: "write i .^ j")
public func bitwise_xor<E: NDBitwise>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, message: "write .!i")
public func invert<E: NDBitwise>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write .!i")
public func bitwise_not<E: NDBitwise>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write .!i")
public func bitwise_invert<E: NDBitwise>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "leftShift(_:_:)")
public func left_shift<E: NDInteger>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "leftShift(_:_:)")
public func bitwise_left_shift<E: NDInteger>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "rightShift(_:_:)")
public func right_shift<E: NDInteger>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "rightShift(_:_:)")
public func bitwise_right_shift<E: NDInteger>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  fatalError()
}
