import CourseKit

/// How many of `width` columns lie in some window of `kernel` columns that moves by `stride`, without padding.
///
/// A stride larger than the kernel leaves gaps that no weight ever sees.
public func columnsSeen(of width: Int, kernel: Int, stride: Int) -> Int {
  // The first window begins at column 0, the last ends within the picture. A Set counts each column once.
  notImplemented()
}
