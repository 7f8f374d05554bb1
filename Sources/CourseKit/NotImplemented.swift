import Foundation

/// The exit code of a program that reached ``notImplemented(_:file:line:)``; the grader knows it.
public let notImplementedExitCode: Int32 = 113

/// Stands where an exercise still waits for its code.
///
/// Writes one line that names the function and its place to standard error and ends the program at once
/// with ``notImplementedExitCode``: no trap and no backtrace, for nothing has gone wrong yet.
public func notImplemented(
  _ function: StaticString = #function, file: StaticString = #filePath, line: UInt = #line
) -> Never {
  let message = "\(file):\(line): not implemented yet: \(function)\n"
  FileHandle.standardError.write(Data(message.utf8))
  _exit(notImplementedExitCode)
}
