import CKernels
import Foundation

/// The lines of `savetxt`, made few at a time.
struct TextLines<Element: NDScalar> {
  private let array: NDArray<Element>
  private let style: TextStyle
  private let row: [FormatPiece]
  private let columns: Int
  private var line: [UInt8] = []

  /// Traps when the array has another rank than 1 or 2, or the formats do not fit its columns.
  init(_ array: NDArray<Element>, _ style: TextStyle) {
    require(
      array.rank == 1 || array.rank == 2,
      "savetxt: Expected 1D or 2D array, got \(array.rank)D array instead")
    self.array = array
    self.style = style
    columns = array.rank == 1 ? 1 : array.layout.shape[1]
    row = style.row(columns: columns)
  }

  /// Calls `body` with some lines after others.
  mutating func write<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    line.reserveCapacity(1 << 17)
    appendComment(style.header)
    let rows = array.layout.shape[0]
    let together = Swift.max((1 << 14) / Swift.max(columns, 1), 1)
    for first in stride(from: 0, to: rows, by: together) {
      append(array.sliced(axis: 0, first..<Swift.min(first + together, rows)))
      try pass(body)
    }
    appendComment(style.footer)
    try pass(body)
  }

  private mutating func pass<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try line.reading(body)
    line.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ part: NDArray<Element>) {
    // Numbers are printed as the widest of their kind.
    let (values, doubles) = (part.elements, part.asType(Double.self).elements)
    let isInteger = Element.self is any NDInteger.Type
    let integers = isInteger ? part.asType(Int64.self).elements : []
    let newline = Array(style.newline.utf8)
    for first in 0..<part.layout.shape[0] {
      var place = first * columns
      for piece in row {
        guard case .number(let format) = piece else {
          if case .literal(let text) = piece { line += text }
          continue
        }
        switch format.form {
        case .text: line += format.padded(values[place]._scalarText).utf8
        case .float(let format): append(doubles[place], format)
        case .integer(let signed, let unsigned, let float):
          if isInteger {
            append(integers[place], signed, unsigned)
          } else {
            append(doubles[place].rounded(.towardZero) + 0.0, float)
          }
        }
        place += 1
      }
      line += newline
    }
  }

  private mutating func append(_ number: Double, _ format: [CChar]) {
    // The sign of a NaN says nothing.
    let number = number.isNaN ? .nan : number
    print { ck_print_double($0, $1, format, number) }
  }

  private mutating func append(_ number: Int64, _ signed: [CChar], _ unsigned: [CChar]) {
    if Element.dtype == .uint64 {
      print { ck_print_unsigned($0, $1, unsigned, UInt64(bitPattern: number)) }
    } else {
      print { ck_print_signed($0, $1, signed, number) }
    }
  }

  /// Appends what `write` prints into room of a size, asking again where that is too little.
  private mutating func print(_ write: (UnsafeMutablePointer<CChar>, Int) -> Int32) {
    func text(_ room: Int) -> Int {
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { text in
        let length = Int(write(text.baseAddress!, room))
        if length < room { line.append(contentsOf: UnsafeRawBufferPointer(text).prefix(length)) }
        return length
      }
    }
    let length = text(512)
    if length >= 512 { _ = text(length + 1) }
  }

  private mutating func appendComment(_ text: String) {
    if text.isEmpty { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (i, part) in lines.enumerated() {
      if i > 0 { line.append(0x0A) }
      line += style.comments.utf8
      line += part.utf8
    }
    line += style.newline.utf8
  }
}
