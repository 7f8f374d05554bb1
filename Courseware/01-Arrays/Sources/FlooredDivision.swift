import CourseKit

/// Division with rounding down, NumPy's `//` and `%`: $a = q\,b + r$, where r has the sign of b.
///
/// Swift's own `/` and `%` cut the fraction off: −7 / 2 is −3 and −7 % 2 is −1, where NumPy has −4 and 1.
/// As in NumPy a division by 0 gives 0 and 0, and the least number divided by −1 wraps around to itself.
public func flooredDivision<Integer: FixedWidthInteger>(
  _ a: Integer, _ b: Integer
) -> (quotient: Integer, remainder: Integer) {
  // BEGIN SOLUTION
  guard b != 0 else { return (0, 0) }
  let quotient = a.dividedReportingOverflow(by: b).partialValue
  let remainder = a.remainderReportingOverflow(dividingBy: b).partialValue
  let isShort = remainder != 0 && (remainder < 0) != (b < 0)
  return isShort ? (quotient - 1, remainder + b) : (quotient, remainder)
  // STUB: // Cut the fraction off first; when is the result one too large? The `partialValue` of
  // STUB: // `dividedReportingOverflow(by:)` is the quotient and never traps; the remainder has such a method too.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The same for numbers with a fraction: q is whole, r has the sign of b, and they fit together.
///
/// q is not $\lfloor a / b\rfloor$: 0.1 is a little more than a tenth, so it goes into 1 nine times, although
/// 1 / 0.1 rounds to 10. The remainder is exact, so it comes first, and q follows from it.
/// For b = 0 they are a / b and NaN; an infinite b goes in not at all or, where it has the other sign, −1 times.
public func flooredDivision<Number: BinaryFloatingPoint>(
  _ a: Number, _ b: Number
) -> (quotient: Number, remainder: Number) {
  // BEGIN SOLUTION
  guard b != 0 else { return (a / b, .nan) }
  let remainder = a.truncatingRemainder(dividingBy: b)
  let quotient = ((a - remainder) / b).rounded()
  let isShort = remainder != 0 && (remainder < 0) != (b < 0)
  return isShort ? (quotient - 1, remainder + b) : (quotient, remainder)
  // STUB: // `a.truncatingRemainder(dividingBy: b)` is exact and has the sign of a.
  // STUB: notImplemented()
  // END SOLUTION
}
