import Foundation

/// Traps unless the system would give memory for `count` values of a type: an array of Swift's ends the program without
/// a word where it cannot grow. What is large enough to be refused is asked for and given back, untouched.
func requireMemory<Value>(for count: Int, of type: Value.Type, _ operation: StaticString) {
  if count < 1 << 24 { return }
  let (bytes, isHuge) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
  require(!isHuge, "\(operation): \(count) values are more bytes than an Int can count")
  if bytes < 1 << 30 { return }
  let pages = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  require(pages != MAP_FAILED, "\(operation): cannot allocate \(bytes) bytes")
  munmap(pages, bytes)
}
