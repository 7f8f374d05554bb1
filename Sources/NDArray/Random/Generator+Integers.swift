// Bounded integers by D. Lemire's multiplication ("Fast Random Integer Generation in an Interval",
// ACM Transactions on Modeling and Computer Simulation 29(1), 2019): the upper half of the product
// of a random word and the number of values is the result; the few words that would favour some
// values are drawn again. As in NumPy, the word is as narrow as the type and the range allow.

extension PCG64 {
  /// A number in 0...maximum from 64-bit words, or from 32-bit words when the range fits them.
  mutating func nextInteger(upTo maximum: UInt64) -> UInt64 {
    if maximum == 0 { return 0 }
    if maximum <= UInt64(UInt32.max) {
      return UInt64(nextInteger(upTo: UInt32(truncatingIfNeeded: maximum)))
    }
    return bounded(maximum) { $0.next() }
  }

  /// A number in 0...maximum from 32-bit words.
  mutating func nextInteger(upTo maximum: UInt32) -> UInt32 {
    maximum == 0 ? 0 : bounded(maximum) { $0.next32() }
  }

  /// Fills the buffer with `low` plus numbers in 0...maximum, wrapping around.
  mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt64>, low: UInt64, upTo maximum: UInt64
  ) {
    for index in buffer.indices {
      buffer.initializeElement(at: index, to: low &+ nextInteger(upTo: maximum))
    }
  }

  mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt32>, low: UInt32, upTo maximum: UInt32
  ) {
    for index in buffer.indices {
      buffer.initializeElement(at: index, to: low &+ nextInteger(upTo: maximum))
    }
  }

  /// Fills the buffer from the two halves (or four quarters) of 32-bit words, the lowest first;
  /// what is left of the last word is dropped at the end of the call.
  mutating func fill<Word: FixedWidthInteger & UnsignedInteger>(
    narrow buffer: UnsafeMutableBufferPointer<Word>, low: Word, upTo maximum: Word
  ) {
    var words = NarrowWords<Word>()
    for index in buffer.indices {
      let value = nextInteger(upTo: maximum, &words)
      buffer.initializeElement(at: index, to: low &+ value)
    }
  }

  /// A number in 0...maximum from parts of 32-bit words.
  @inline(__always)
  mutating func nextInteger<Word: FixedWidthInteger & UnsignedInteger>(
    upTo maximum: Word, _ words: inout NarrowWords<Word>
  ) -> Word {
    maximum == 0 ? 0 : bounded(maximum) { words.next(from: &$0) }
  }

  /// Lemire's method on words of any width; `maximum` is at least 1.
  @inline(__always)
  private mutating func bounded<Word: FixedWidthInteger & UnsignedInteger>(
    _ maximum: Word, word: (inout PCG64) -> Word
  ) -> Word {
    let count = maximum &+ 1
    if count == 0 { return word(&self) }
    var product = word(&self).multipliedFullWidth(by: count)
    if product.low < Word.Magnitude(count) {
      let threshold = Word.Magnitude((Word.max - maximum) % count)
      while product.low < threshold {
        product = word(&self).multipliedFullWidth(by: count)
      }
    }
    return product.high
  }
}

/// The parts of 32-bit words, the lowest first.
struct NarrowWords<Word: FixedWidthInteger & UnsignedInteger> {
  private var bits: UInt32 = 0
  private var remaining = 0

  @inline(__always)
  mutating func next(from generator: inout PCG64) -> Word {
    if remaining == 0 {
      bits = generator.next32()
      remaining = 32 / Word.bitWidth
    } else {
      bits >>= UInt32(Word.bitWidth)
    }
    remaining -= 1
    return Word(truncatingIfNeeded: bits)
  }
}

extension Generator {
  /// An integer from the range, as NumPy's `integers(low, high)` of the same width.
  /// An empty range traps.
  public mutating func integers<Value: FixedWidthInteger>(_ range: Range<Value>) -> Value {
    integers(Self.closed(range))
  }

  /// An integer from the range, as NumPy's `integers(low, high, endpoint=True)` of the same width.
  public mutating func integers<Value: FixedWidthInteger>(_ range: ClosedRange<Value>) -> Value {
    withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { buffer in
      fill(buffer, from: range)
      return buffer[0]
    }
  }

  /// Integers from the range, drawn in C order, as NumPy's `integers(low, high, shape)` of the same
  /// width: `UInt8(0)..<10` is `integers(0, 10, shape, dtype=numpy.uint8)`. An empty range traps.
  public mutating func integers<Value: NDInteger>(
    _ range: Range<Value>, _ shape: [Int]
  ) -> NDArray<Value> {
    integers(Self.closed(range), shape)
  }

  /// Integers from the range, drawn in C order, as NumPy's
  /// `integers(low, high, shape, endpoint=True)` of the same width.
  public mutating func integers<Value: NDInteger>(
    _ range: ClosedRange<Value>, _ shape: [Int]
  ) -> NDArray<Value> {
    NDArray(shape, drawnBy: "integers") { fill($0, from: range) }
  }

  private static func closed<Value: FixedWidthInteger>(_ range: Range<Value>) -> ClosedRange<Value>
  {
    require(
      !range.isEmpty, "integers: low >= high (\(range.lowerBound), \(range.upperBound))")
    return range.lowerBound...(range.upperBound - 1)
  }

  /// Fills the buffer from the range by the algorithm for the element's width. The unsigned words
  /// it writes have the layout of the element, and wrapping makes them right for signed ranges.
  private mutating func fill<Value: FixedWidthInteger>(
    _ buffer: UnsafeMutableBufferPointer<Value>, from range: ClosedRange<Value>
  ) {
    let low = range.lowerBound
    let last = range.upperBound &- low
    switch Value.bitWidth {
    case 8:
      buffer.withMemoryRebound(to: UInt8.self) {
        bitGenerator.fill(
          narrow: $0, low: UInt8(truncatingIfNeeded: low), upTo: UInt8(truncatingIfNeeded: last))
      }
    case 16:
      buffer.withMemoryRebound(to: UInt16.self) {
        bitGenerator.fill(
          narrow: $0, low: UInt16(truncatingIfNeeded: low), upTo: UInt16(truncatingIfNeeded: last))
      }
    case 32:
      buffer.withMemoryRebound(to: UInt32.self) {
        bitGenerator.fill(
          $0, low: UInt32(truncatingIfNeeded: low), upTo: UInt32(truncatingIfNeeded: last))
      }
    case 64:
      buffer.withMemoryRebound(to: UInt64.self) {
        bitGenerator.fill(
          $0, low: UInt64(truncatingIfNeeded: low), upTo: UInt64(truncatingIfNeeded: last))
      }
    default:
      fail("integers: unsupported dtype \(Value.self)")
    }
  }
}
