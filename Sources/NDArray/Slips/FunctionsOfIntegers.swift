// Functions of integers, which NumPy converts by itself: the compiler says how to ask for it.

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write exp(a.asType(Double.self))")
public func exp<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write exp(Double(n))")
public func exp<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write exp2(a.asType(Double.self))")
public func exp2<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write exp2(Double(n))")
public func exp2<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write expm1(a.asType(Double.self))")
public func expm1<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write expm1(Double(n))")
public func expm1<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write log(a.asType(Double.self))")
public func log<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write log(Double(n))")
public func log<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write log2(a.asType(Double.self))")
public func log2<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write log2(Double(n))")
public func log2<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write log10(a.asType(Double.self))")
public func log10<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write log10(Double(n))")
public func log10<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write log1p(a.asType(Double.self))")
public func log1p<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write log1p(Double(n))")
public func log1p<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write sqrt(a.asType(Double.self))")
public func sqrt<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write sqrt(Double(n))")
public func sqrt<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write cbrt(a.asType(Double.self))")
public func cbrt<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write cbrt(Double(n))")
public func cbrt<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write sin(a.asType(Double.self))")
public func sin<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write sin(Double(n))")
public func sin<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write cos(a.asType(Double.self))")
public func cos<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write cos(Double(n))")
public func cos<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write tan(a.asType(Double.self))")
public func tan<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write tan(Double(n))")
public func tan<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write asin(a.asType(Double.self))")
public func asin<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write asin(Double(n))")
public func asin<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write acos(a.asType(Double.self))")
public func acos<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write acos(Double(n))")
public func acos<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write atan(a.asType(Double.self))")
public func atan<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write atan(Double(n))")
public func atan<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write sinh(a.asType(Double.self))")
public func sinh<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write sinh(Double(n))")
public func sinh<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write cosh(a.asType(Double.self))")
public func cosh<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write cosh(Double(n))")
public func cosh<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write tanh(a.asType(Double.self))")
public func tanh<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write tanh(Double(n))")
public func tanh<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write asinh(a.asType(Double.self))")
public func asinh<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write asinh(Double(n))")
public func asinh<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write acosh(a.asType(Double.self))")
public func acosh<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write acosh(Double(n))")
public func acosh<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write atanh(a.asType(Double.self))")
public func atanh<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write atanh(Double(n))")
public func atanh<E: NDInteger>(_ x: E) -> Double { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of integers write sigmoid(a.asType(Double.self))")
public func sigmoid<E: NDInteger>(_ x: NDArray<E>) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "of an integer write sigmoid(Double(n))")
public func sigmoid<E: NDInteger>(_ x: E) -> Double { fatalError() }
