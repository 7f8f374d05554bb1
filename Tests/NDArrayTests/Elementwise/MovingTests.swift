import NDArray
import Testing

/// Copies, conversions and picks by the kernels, held against one element at a time.
@Suite("Moving elements") struct MovingTests {
  /// Extents around the sides of the tiles.
  static let shapes = [
    [1], [7], [130], [3, 5], [17, 33], [64, 2], [2, 300], [16, 16], [5, 1, 9], [3, 18, 20],
    [2, 3, 4, 5],
    [2, 1, 3, 2, 17],
  ]

  @Test("copies of every layout, of words of every size", arguments: shapes)
  func copies(shape: [Int]) {
    copies(shape, of: UInt8.self)
    copies(shape, of: Int16.self)
    copies(shape, of: Float.self)
    copies(shape, of: Int.self)
  }

  private func copies<E: NDNumeric>(_ shape: [Int], of type: E.Type) {
    let count = shape.reduce(1, *)
    let array = NDArray<Int>.arange(count).asType(E.self).reshaped(shape)
    for (name, view) in views(of: array) {
      let elements = view.elements
      let positions = elementPositions(of: view.shape)
      for (i, position) in positions.enumerated() {
        #expect(view[indices: position].scalar == elements[i], "\(name) of \(shape) at \(position)")
      }
      for (target, empty) in views(of: NDArray<E>.zeros(shape)) where empty.shape == view.shape {
        var written = empty
        written[.ellipsis] = view
        #expect(written == view, "\(name) into \(target) of \(shape)")
      }
    }
  }

  private func views<E>(of array: NDArray<E>) -> [(name: String, array: NDArray<E>)] {
    everyLayout(of: array) + [
      ("the transpose", array.T), ("the transpose reversed", array.T.flipped()),
      ("every second", array[.stride(by: 2)]),
      ("rolled axes", array.movedAxis(source: 0, destination: -1)),
      ("stretched", array.expandedDimensions(axis: -1).broadcast(to: array.shape + [3])),
    ]
  }

  private func elementPositions(of shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { all, extent in all.flatMap { head in (0..<extent).map { head + [$0] } } }
  }

  @Test("every type into every other, at odd lengths and with gaps") func conversions() {
    converts(Bool.self, from: [true, false, true])
    converts(Int8.self, from: [-128, -1, 0, 1, 127])
    converts(Int16.self, from: [-32768, -300, 0, 255, 32767])
    converts(Int32.self, from: [-2_147_483_648, -70000, 0, 1, 2_147_483_647])
    converts(Int.self, from: [.min, -1 << 53 - 1, 0, 1, 1 << 62 + 1, .max])
    converts(UInt8.self, from: [0, 1, 200, 255])
    converts(UInt16.self, from: [0, 1, 40000, 65535])
    converts(UInt32.self, from: [0, 1, 3_000_000_000, 4_294_967_295])
    converts(UInt.self, from: [0, 1, 1 << 63 + 1025, .max])
  }

  private func converts<E: NDScalar>(_ type: E.Type, from values: [E]) {
    for length in [1, 3, 31, 64, 65, 300] {
      let row = NDArray((0..<length).map { values[$0 % values.count] })
      for (name, array) in everyLayout(of: row) {
        let wide = array.elements.map(Wide.init)
        let comment: Comment = "\(type), \(length) \(name)"
        #expect(array.asType(Bool.self).elements == wide.map { $0.bits != 0 }, comment)
        #expect(
          array.asType(Int8.self).elements == wide.map { Int8(truncatingIfNeeded: $0.bits) },
          comment)
        #expect(
          array.asType(UInt16.self).elements == wide.map { UInt16(truncatingIfNeeded: $0.bits) },
          comment)
        #expect(
          array.asType(Int32.self).elements == wide.map { Int32(truncatingIfNeeded: $0.bits) },
          comment)
        #expect(
          array.asType(UInt64.self).elements == wide.map { UInt64(truncatingIfNeeded: $0.bits) },
          comment)
        #expect(array.asType(Float.self).elements == wide.map(\.float), comment)
        #expect(array.asType(Double.self).elements == wide.map(\.double), comment)
      }
    }
  }

  /// An integer's bits in 64, and its nearest floats.
  private struct Wide {
    let bits: Int64
    let float: Float
    let double: Double

    init<E>(_ value: E) {
      switch value {
      case let value as Bool: (bits, float, double) = value ? (1, 1, 1) : (0, 0, 0)
      case let value as any FixedWidthInteger:
        (bits, float, double) = (Int64(truncatingIfNeeded: value), Float(value), Double(value))
      default: fatalError("an integer is expected")
      }
    }
  }

  @Test("floats, special ones among them, into integers") func truncations() {
    let special: [Double] = [
      0, -0.0, 0.99, -2.7, 300.5, 0x1p31, -0x1p31, -0x1.8p31, 0x1p53, 0x1p62, -0x1p63, 0x1p63,
      0x1.8p63, 0x1p64,
      1e30, -1e30, .nan, .infinity, -.infinity,
    ]
    for length in [1, 19, 64, 200] {
      for values in [special, [1.5, -7.25]] {
        let row = NDArray((0..<length).map { values[$0 % values.count] })
        for (name, array) in everyLayout(of: row) {
          let whole = array.elements.map { x in
            x >= -0x1p63 && x < 0x1p63
              ? Int64(x) : x > 0 && x < 0x1p64 ? Int64(bitPattern: UInt64(x)) : Int64.min
          }
          #expect(array.asType(Int64.self).elements == whole, "\(length) \(name)")
          #expect(
            array.asType(UInt8.self).elements == whole.map { UInt8(truncatingIfNeeded: $0) },
            "\(length) \(name)")
          #expect(
            array.asType(Float.self).asType(Int32.self).elements
              == whole.map { Int32(truncatingIfNeeded: $0) }, "\(length) \(name)")
          #expect(array.asType(Bool.self).elements == array.elements.map { $0 != 0 })
        }
      }
    }
  }

  @Test("masks and positions of every length") func masks() {
    var generator = Generator(seed: 5)
    for length in [0, 1, 63, 64, 65, 129, 1000] {
      let numbers = generator.standardNormal([length])
      for bound in [-9.0, 0, 1.6, 9] {
        let flags = numbers.elements.map { $0 > bound }
        let hits = flags.indices.filter { flags[$0] }
        let mask = NDArray<Bool>(flags)
        #expect((numbers[mask] as NDArray).elements == hits.map { numbers.elements[$0] })
        let single = numbers.asType(Float.self)
        #expect((single[mask] as NDArray).elements == hits.map { single.elements[$0] })
        #expect(mask.nonzero()[0].elements == hits)
        #expect(numbers.compressed(flags, axis: 0).elements == hits.map { numbers.elements[$0] })
      }
    }
    let grid = NDArray<Int>.arange(70 * 3).reshaped([70, 3]) % 4
    let places = grid.nonzero()
    let wanted = (0..<210).filter { $0 % 4 != 0 }
    #expect(places[0].elements == wanted.map { $0 / 3 })
    #expect(places[1].elements == wanted.map { $0 % 3 })
  }

  @Test("positions that count from the end, in gaps, read and written in order") func positions() {
    var values = NDArray<Double>.arange(200)
    let positions = NDArray((0..<333).map { ($0 * 37) % 400 - 200 })
    let expected = positions.elements.map { Double(($0 + 200) % 200) }
    #expect((values[positions] as NDArray).elements == expected)
    #expect((values.flipped()[positions] as NDArray).elements == expected.map { 199 - $0 })
    let written = NDArray<Double>.arange(333)
    values[positions] = written
    var model = (0..<200).map(Double.init)
    for (i, position) in positions.elements.enumerated() {
      model[(position + 200) % 200] = Double(i)
    }
    #expect(values.elements == model)
    values.add(NDArray(0.5), at: positions)
    for position in positions.elements { model[(position + 200) % 200] += 0.5 }
    #expect(values.elements == model)
  }

  @Test("rows, columns and blocks are added at positions that come several times")
  func addsBlocks() {
    addsRows(of: Double.self)
    addsRows(of: Float.self)
    addsRows(of: Int16.self)
  }

  /// Rows of several widths of an array in order and of a transposed one, and blocks at pairs of positions.
  private func addsRows<E: NDNumeric>(of type: E.Type) {
    let positions: NDArray<Int> = [2, 0, -1, 2, 2, 0]
    for width in [0, 1, 3, 16, 65] {
      let start = NDArray<Int>.arange(4 * width).reshaped([4, width]).asType(E.self)
      let values = NDArray<Int>.arange(6 * width).reshaped([6, width]).asType(E.self) * 3
      var expected = start
      for (k, i) in positions.elements.enumerated() { expected[i] += values[k] }

      var rows = start
      rows.add(values, at: positions)
      #expect(rows == expected, "width \(width)")
      var columns = start.T.copied()
      columns.add(values.T, at: .all, positions)
      #expect(columns == expected.T, "width \(width)")
      var column = NDArray<E>.zeros([width, 1])
      column.add(values.T, at: .all, positions * 0)
      #expect(column == values.T.sum(axis: 1, keepDims: true).asType(E.self), "width \(width)")
      var transposed = start.T.copied().T
      transposed.add(values, at: positions)
      #expect(transposed == expected, "width \(width)")

      var blocks = start.reshaped([2, 2, width])
      let (first, second): (NDArray<Int>, NDArray<Int>) = ([1, 0, 1, 1, 1, 0], [0, 0, 1, 0, 0, 0])
      blocks.add(values, at: first, second)
      #expect(blocks == expected.reshaped([2, 2, width]), "width \(width)")
      var number = start
      number.add(NDArray(5), at: positions)
      let times = bincount(positions % 4, minLength: 4).reshaped([4, 1])
      #expect(number == start + times.asType(E.self) * 5, "width \(width)")
    }
  }

  @Test("products of integers wrap around, at every size") func products() {
    for (m, k, n) in [(1, 1, 1), (3, 5, 2), (5, 300, 37), (9, 257, 70)] {
      product(m, k, n, of: Int8.self)
      product(m, k, n, of: UInt16.self)
      product(m, k, n, of: Int32.self)
      product(m, k, n, of: Int.self)
    }
  }

  private func product<E: NDInteger>(_ m: Int, _ k: Int, _ n: Int, of type: E.Type) {
    let a = (NDArray<Int>.arange(m * k) * 0x1234_5677).asType(E.self).reshaped([m, k])
    let b = (NDArray<Int>.arange(k * n) * 0x7654_3211).asType(E.self).reshaped([k, n])
    let (x, y) = (a.elements, b.elements)
    let expected = (0..<(m * n)).map { i in
      (0..<k).reduce(E(0)) { $0 &+ x[i / n * k + $1] &* y[$1 * n + i % n] }
    }
    #expect(a.matmul(b).elements == expected)
    #expect(a.T.copied().T.matmul(b.T.copied().T).elements == expected)
  }

  @Test("the same with the wider instruction sets switched off", arguments: ["baseline", "avx2"])
  func narrow(widest: String) throws {
    let (output, status) = try runTests(
      matching: "MovingTests/(copies|conversions|truncations|masks|positions|products)",
      environment: ["NDARRAY_SIMD": widest])
    #expect(status == 0, "\(output)")
    #expect(output.contains("Moving elements"), "\(output)")
  }
}
