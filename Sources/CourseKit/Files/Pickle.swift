import NDArray

/// What Python's `pickle` wrote, as far as tables of numbers need it: dictionaries, lists, tuples, numbers, texts, bytes and NumPy's
/// arrays of `uint8`, in protocols 2 and 3.
///
/// A pickle is a program: Python's own reader calls whatever function the file names. This one knows the few instructions and
/// the four functions below, and refuses all others by name.
enum Pickle {
  enum Value {
    case none
    case bool(Bool)
    case int(Int)
    case text(String)
    case bytes([UInt8])
    case list([Value], depth: Int)
    case tuple([Value], depth: Int)
    case dictionary([String: Value], depth: Int)
    case global(String)
    case dtype(String)
    /// An array that `_reconstruct` has begun and whose numbers are still to come.
    case unfinishedArray
    case array(NDArray<UInt8>)

    var depth: Int {
      switch self {
      case .list(_, let depth), .tuple(_, let depth), .dictionary(_, let depth): depth
      default: 0
      }
    }

    /// What may change later; the memo would hold a copy.
    var isMutable: Bool {
      switch self {
      case .list, .dictionary, .unfinishedArray: true
      default: false
      }
    }

    var kind: String {
      switch self {
      case .none: "None"
      case .bool: "a bool"
      case .int: "an int"
      case .text: "a str"
      case .bytes: "bytes"
      case .list: "a list"
      case .tuple: "a tuple"
      case .dictionary: "a dict"
      case .global(let name): name
      case .dtype: "a dtype"
      case .unfinishedArray, .array: "an array"
      }
    }
  }

  /// Reads the one value that `bytes` hold.
  ///
  /// - Throws: ``DataError/damaged(file:offset:reason:)`` at the instruction that cannot be followed.
  static func read(_ bytes: [UInt8], file: String) throws(DataError) -> Value {
    var machine = PickleMachine(bytes, file: file)
    return try machine.run()
  }
}

/// The stack machine that a pickle is a program for.
struct PickleMachine {
  private static let deepest = 16
  /// The functions that a pickle of bytes and arrays calls, as Python 2 and 3, NumPy 1 and 2 name them.
  private static let globals: [String: String] = [
    "numpy.core.multiarray._reconstruct": "_reconstruct",
    "numpy._core.multiarray._reconstruct": "_reconstruct", "numpy.ndarray": "ndarray",
    "numpy.dtype": "dtype", "_codecs.encode": "encode", "__builtin__.bytes": "bytes",
    "builtins.bytes": "bytes",
  ]

  private let bytes: [UInt8]
  private let file: String
  private var stack: [Pickle.Value] = []
  private var marks: [Int] = []
  private var memo: [Int: Pickle.Value] = [:]
  private var offset = 0
  /// Where the instruction that is followed stands.
  private var start = 0

  init(_ bytes: [UInt8], file: String) { (self.bytes, self.file) = (bytes, file) }

  mutating func run() throws(DataError) -> Pickle.Value {
    if bytes.isEmpty { throw .empty(file: file) }
    guard bytes[0] == PickleOpcode.proto else {
      throw damaged("not a pickle of protocol 2 or later")
    }
    while true {
      start = offset
      let code = try byte()
      if code == PickleOpcode.stop { return try pop() }
      try follow(code)
    }
  }

  private mutating func follow(_ code: UInt8) throws(DataError) {
    switch code {
    case PickleOpcode.proto:
      let version = try byte()
      guard version == 2 || version == 3 else {
        throw damaged(
          "protocol \(version), of which only 2 and 3 are read; pickle.dump(…, protocol=2) writes it"
        )
      }
    case UInt8(ascii: "("): marks.append(stack.count)
    case UInt8(ascii: "N"): stack.append(.none)
    case 0x88: stack.append(.bool(true))
    case 0x89: stack.append(.bool(false))
    case UInt8(ascii: "K"): stack.append(.int(Int(try byte())))
    case UInt8(ascii: "M"): stack.append(.int(try number(2)))
    case UInt8(ascii: "J"): stack.append(.int(Int(Int32(truncatingIfNeeded: try number(4)))))
    case 0x8A: stack.append(.int(try long()))
    case UInt8(ascii: "U"), UInt8(ascii: "C"): stack.append(.bytes(try take(Int(try byte()))))
    case UInt8(ascii: "T"), UInt8(ascii: "B"): stack.append(.bytes(try take(try number(4))))
    case UInt8(ascii: "X"): stack.append(.text(try text(try take(try number(4)))))
    case UInt8(ascii: "]"): stack.append(.list([], depth: 1))
    case UInt8(ascii: "}"): stack.append(.dictionary([:], depth: 1))
    case UInt8(ascii: ")"): stack.append(.tuple([], depth: 1))
    case 0x85, 0x86, 0x87: try makeTuple(from: stack.count - Int(code - 0x84))
    case UInt8(ascii: "t"): try makeTuple(from: try mark())
    case UInt8(ascii: "a"): try append(from: stack.count - 1)
    case UInt8(ascii: "e"): try append(from: try mark())
    case UInt8(ascii: "s"): try setItems(from: stack.count - 2)
    case UInt8(ascii: "u"): try setItems(from: try mark())
    case UInt8(ascii: "q"): try remember(Int(try byte()))
    case UInt8(ascii: "r"): try remember(try number(4))
    case UInt8(ascii: "h"): try recall(Int(try byte()))
    case UInt8(ascii: "j"): try recall(try number(4))
    case UInt8(ascii: "c"): try global()
    case UInt8(ascii: "R"): try call()
    case UInt8(ascii: "b"): try build()
    default:
      throw damaged("\(PickleOpcode.name(code)) is no instruction that a table of numbers needs")
    }
  }

  private func damaged(_ reason: String) -> DataError {
    .damaged(file: file, offset: start, reason: "pickle: \(reason)")
  }
}

// MARK: - What follows an instruction in the file

extension PickleMachine {
  private mutating func take(_ count: Int) throws(DataError) -> [UInt8] {
    guard count <= bytes.count - offset else {
      throw .damaged(
        file: file, offset: bytes.count,
        reason: "pickle: the file ends within what begins at byte \(start)")
    }
    defer { offset += count }
    return Array(bytes[offset..<(offset + count)])
  }

  private mutating func byte() throws(DataError) -> UInt8 { try take(1)[0] }

  /// A number of so many bytes, the lowest first.
  private mutating func number(_ count: Int) throws(DataError) -> Int {
    try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number in two's complement, its length before it.
  private mutating func long() throws(DataError) -> Int {
    let digits = try take(Int(try byte()))
    guard digits.count <= 8 else { throw damaged("a number of \(digits.count) bytes") }
    let isNegative = (digits.last ?? 0) >= 0x80
    return digits.reversed().reduce(isNegative ? -1 : 0) { $0 << 8 | Int($1) }
  }

  private func text(_ bytes: [UInt8]) throws(DataError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw damaged("not UTF-8 text")
    }
    return text
  }

  private mutating func line() throws(DataError) -> String {
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    let line = try text(try take(end - offset))
    _ = try byte()
    return line
  }
}

// MARK: - The stack and the memo

extension PickleMachine {
  private mutating func pop() throws(DataError) -> Pickle.Value {
    guard stack.count > marks.last ?? 0 else { throw damaged("nothing is on the stack") }
    return stack.removeLast()
  }

  private mutating func mark() throws(DataError) -> Int {
    guard let mark = marks.popLast() else { throw damaged("no mark is on the stack") }
    return mark
  }

  /// What lies on the stack from `first` on.
  private mutating func pop(from first: Int) throws(DataError) -> [Pickle.Value] {
    guard first >= marks.last ?? 0, first <= stack.count else {
      throw damaged("nothing is on the stack")
    }
    defer { stack.removeSubrange(first...) }
    return Array(stack[first...])
  }

  private func depth(around values: [Pickle.Value]) throws(DataError) -> Int {
    let depth = 1 + (values.map(\.depth).max() ?? 0)
    guard depth <= Self.deepest else {
      throw damaged("more than \(Self.deepest) lists within each other")
    }
    return depth
  }

  private mutating func makeTuple(from first: Int) throws(DataError) {
    let values = try pop(from: first)
    stack.append(.tuple(values, depth: try depth(around: values)))
  }

  private mutating func append(from first: Int) throws(DataError) {
    let new = try pop(from: first)
    guard case .list(var items, let old) = try pop() else {
      throw damaged("appends to what is no list")
    }
    items.append(contentsOf: new)
    stack.append(.list(items, depth: max(old, try depth(around: new))))
  }

  private mutating func setItems(from first: Int) throws(DataError) {
    let pairs = try pop(from: first)
    guard case .dictionary(var items, let old) = try pop(), pairs.count % 2 == 0 else {
      throw damaged("sets items of what is no dict")
    }
    for place in stride(from: 0, to: pairs.count, by: 2) {
      switch pairs[place] {
      case .text(let key): items[key] = pairs[place + 1]
      case .bytes(let key): items[try text(key)] = pairs[place + 1]
      default: throw damaged("\(pairs[place].kind) as a key")
      }
    }
    stack.append(.dictionary(items, depth: max(old, try depth(around: pairs))))
  }

  private mutating func remember(_ place: Int) throws(DataError) {
    guard let last = stack.last, stack.count > marks.last ?? 0 else {
      throw damaged("nothing is on the stack")
    }
    // An empty one stands for what would have to be shared: see `recall`.
    memo[place] = last.isMutable ? .unfinishedArray : last
  }

  private mutating func recall(_ place: Int) throws(DataError) {
    guard let value = memo[place] else { throw damaged("nothing was stored at \(place)") }
    if value.isMutable { throw damaged("a list or array that stands in two places") }
    stack.append(value)
  }
}

// MARK: - Functions

extension PickleMachine {
  private mutating func global() throws(DataError) {
    let name = "\(try line()).\(try line())"
    guard let known = Self.globals[name] else {
      throw damaged("it asks for \(name), which is not called")
    }
    stack.append(.global(known))
  }

  private mutating func call() throws(DataError) {
    guard case .tuple(let arguments, _) = try pop(), case .global(let function) = try pop() else {
      throw damaged("calls what is no function")
    }
    switch (function, arguments.first, arguments.count) {
    case ("_reconstruct", .global("ndarray"), 3): stack.append(.unfinishedArray)
    case ("dtype", .bytes(let code), 1...): stack.append(.dtype(try text(code)))
    case ("dtype", .text(let code), 1...): stack.append(.dtype(code))
    case ("bytes", nil, 0): stack.append(.bytes([]))
    case ("encode", .text(let text), 2):
      // Python 3 writes bytes so in protocol 2: as text of characters 0 to 255.
      var encoded: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let byte = UInt8(exactly: scalar.value) else { throw damaged("bytes beyond 255") }
        encoded.append(byte)
      }
      stack.append(.bytes(encoded))
    default: throw damaged("\(function) is called with other arguments than for an array of uint8")
    }
  }

  private mutating func build() throws(DataError) {
    let state = try pop()
    switch (try pop(), state) {
    // Byte order, fields and alignment: none of them matters to single bytes.
    case (.dtype(let code), .tuple): stack.append(.dtype(code))
    case (.unfinishedArray, .tuple(let parts, _)): stack.append(.array(try array(parts)))
    case (let other, _): throw damaged("gives a state to \(other.kind)")
    }
  }

  /// NumPy's state of an array: version, shape, type, whether columns come first, bytes.
  private func array(_ state: [Pickle.Value]) throws(DataError) -> NDArray<UInt8> {
    guard state.count == 5, case .tuple(let extents, _) = state[1],
      case .dtype(let code) = state[2],
      case .bool(let isFortran) = state[3], case .bytes(let numbers) = state[4]
    else { throw damaged("no array of NumPy") }
    guard code == "u1" || code == "|u1" else {
      throw damaged("an array of \(code) where u1 (uint8) belongs")
    }
    var (shape, count): ([Int], Int) = ([], 1)
    for extent in extents {
      guard case .int(let extent) = extent, extent > 0, shape.count < 16 else {
        throw damaged("an array of another shape")
      }
      let (product, isHuge) = count.multipliedReportingOverflow(by: extent)
      guard !isHuge else { throw damaged("an array of another shape") }
      (shape, count) = (shape + [extent], product)
    }
    guard count == numbers.count else {
      throw damaged("an array of shape \(shape) with \(numbers.count) bytes")
    }
    return isFortran
      ? NDArray(numbers, shape: shape.reversed()).transposed(Array((0..<shape.count).reversed()))
      : NDArray(numbers, shape: shape)
  }
}
