// NumPy's spellings of what is named otherwise here: functions of elements. The compiler offers the right name.

extension NDArray where Element: NDNumeric {
  @available(*, unavailable, renamed: "rounded(decimals:)")
  public func round(_ decimals: Int = 0) -> NDArray { fatalError() }

  @available(*, unavailable, message: "write a.clipped(to: least...greatest)")
  public func clip(_ low: Element, _ high: Element) -> NDArray { fatalError() }
}

@available(*, unavailable, renamed: "asin(_:)")
public func arcsin<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "acos(_:)")
public func arccos<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "atan(_:)")
public func arctan<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "asinh(_:)")
public func arcsinh<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "acosh(_:)")
public func arccosh<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "atanh(_:)")
public func arctanh<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "atan2(_:_:)")
public func arctan2<E: NDFloat>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "abs(_:)")
public func absolute<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "abs(_:)")
public func fabs<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "trunc(_:)")
public func fix<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "radians(_:)")
public func deg2rad<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "degrees(_:)")
public func rad2deg<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.rounded(self:)")
public func round<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.rounded(self:)")
public func around<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.rounded(decimals: decimals)")
public func round<E: NDNumeric>(_ a: NDArray<E>, _ decimals: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.rounded(decimals: decimals)")
public func around<E: NDNumeric>(_ a: NDArray<E>, _ decimals: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.clipped(to: least...greatest)")
public func clip<E: NDNumeric>(_ a: NDArray<E>, _ low: E, _ high: E) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.fractionAndWhole(self:)")
public func modf<E: NDFloat>(_ a: NDArray<E>) -> (NDArray<E>, NDArray<E>) { fatalError() }

@available(*, unavailable, renamed: "NDArray.significandAndExponent(self:)")
public func frexp<E: NDFloat>(_ a: NDArray<E>) -> (NDArray<E>, NDArray<Int32>) { fatalError() }

@available(*, unavailable, renamed: "NDArray.scaled(self:byPowersOfTwo:)")
public func ldexp<E: NDFloat>(_ a: NDArray<E>, _ exponents: NDArray<Int32>) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.replacingNonFinite(self:)")
public func nan_to_num<E: NDFloat>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "isNaN(_:)")
public func isnan<E: NDFloat>(_ a: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "isInfinite(_:)")
public func isinf<E: NDFloat>(_ a: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "isFinite(_:)")
public func isfinite<E: NDFloat>(_ a: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "signBit(_:)")
public func signbit<E: NDFloat>(_ a: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "NDArray.diff(self:)")
public func diff<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.ediff1d(self:)")
public func ediff1d<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "trapezoid(_:dx:)")
public func trapz<E: NDNumeric>(_ a: NDArray<E>, dx: E.Quotient = 1) -> NDArray<E.Quotient> {
  fatalError()
}
