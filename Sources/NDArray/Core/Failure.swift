/// Stops the program because of a mistake in it: shapes that do not fit, an axis that does not
/// exist, an index out of range.
///
/// Unlike `precondition`, which drops its message in an optimised build, this prints the message in
/// every build; the library is optimised even when the program that uses it is not.
@inline(never)
package func fail(_ message: @autoclosure () -> String) -> Never {
  fatalError(message(), file: "NDArray", line: 0)
}

/// Stops the program with `message` unless `condition` holds.
@inline(__always)
package func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fail(message()) }
}
