import NDArray

extension Operations {
  static func samples<E: NDNumeric>(_ type: E.Type) -> Table {
    [
      "ptp": { call in
        let array: NDArray<E> = try call.array(0)
        let axes = call.axes ?? Array(0..<array.rank)
        return .array(array.ptp(axes: axes, keepDims: call.flag("keepdims")))
      },
      "diff": { call in
        let array: NDArray<E> = try call.array(0)
        return .array(
          array.diff(
            n: call.int("n", default: 1), axis: call.axis ?? -1, prepend: try call.end("prepend"),
            append: try call.end("append")))
      },
      "ediff1d": { call in
        let array: NDArray<E> = try call.array(0)
        return .array(
          array.ediff1d(toEnd: try call.end("to_end"), toBegin: try call.end("to_begin")))
      },
      "digitize": { call in
        let (array, bins): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
        return .array(array.digitized(bins, right: call.flag("right")))
      },
      "convolve": { call in
        .array(convolve(try call.array(0, E.self), try call.array(1), mode: try call.mode(.full)))
      },
      "correlate": { call in
        .array(correlate(try call.array(0, E.self), try call.array(1), mode: try call.mode(.valid)))
      },
      "cov": { call in
        let rowVariables = call.keyword("rowvar") != .bool(false)
        let y: NDArray<E>? = call.count > 1 ? try call.array(1) : nil
        return .array(cov(try call.array(0, E.self), y, rowVariables: rowVariables))
      },
      "corrcoef": { call in
        let y: NDArray<E>? = call.count > 1 ? try call.array(1) : nil
        return .array(corrcoef(try call.array(0, E.self), y))
      },
      "gradient": slopes(type),
      "trapezoid": { call in
        let y: NDArray<E> = try call.array(0)
        let axis = call.axis ?? -1
        if let x: NDArray<E> = try call.end("x") { return .array(trapezoid(y, x: x, axis: axis)) }
        let dx = try call.keyword("dx").map { try call.number($0, E.Quotient.self) } ?? 1
        return .array(trapezoid(y, dx: dx, axis: axis))
      },
      "polyval": { call in
        .array(polyval(try call.array(0, E.self), try call.array(1)))
      },
      "polyfit": { call in
        .array(try polyfit(try call.array(0, E.self), try call.array(1), degree: try call.int(2)))
      },
      "histogram": binned(type),
      "interp": { call in
        func doubles(_ i: Int) throws -> NDArray<Double> {
          try call.dtype(i) == E.dtype
            ? try call.array(i, E.self).asType(Double.self) : try call.array(i)
        }
        func beyond(_ name: String) -> Double? {
          call.keyword(name).flatMap { ($0["f"] ?? $0).double }
        }
        let (left, right) = (beyond("left"), beyond("right"))
        return .array(
          interp(try doubles(0), try doubles(1), try doubles(2), left: left, right: right))
      },
    ]
  }

  static func bincounts<E: NDInteger>(_ type: E.Type) -> Table {
    [
      "bincount": { call in
        let array: NDArray<E> = try call.array(0)
        let minLength = call.int("minlength", default: 0)
        if let weights = try call.weights(of: Double.self) {
          return .array(bincount(array, weights: weights, minLength: minLength))
        }
        return .array(bincount(array, minLength: minLength))
      }
    ]
  }

  static func logarithms<E: NDFloat>(_ type: E.Type) -> Table {
    [
      "logaddexp.reduce": { call in
        let array: NDArray<E> = try call.array(0)
        return .array(array.logSumExp(axes: call.axes ?? (array.rank == 0 ? [] : [0])))
      },
      "unwrap": { call in .array(unwrap(try call.array(0, E.self), axis: call.axis ?? -1)) },
    ]
  }

  static let points: Table = [
    "histogram2d": { call in
      let (x, y): (NDArray<Double>, NDArray<Double>) = (try call.array(0), try call.array(1))
      let weights = try call.weights(of: Double.self)
      let bins = call.keyword("bins")
      let found: Histogram2D
      if let edges = bins?.items, let x0 = edges.first?.items, let y0 = edges.last?.items {
        let lists = (NDArray(x0.compactMap(\.double)), NDArray(y0.compactMap(\.double)))
        found = histogram2d(x, y, edges: lists, weights: weights)
        return .arrays([
          Record(found.counts), edgesRecord(found.xEdges, as: x0),
          edgesRecord(found.yEdges, as: y0),
        ])
      } else {
        let counts = bins?.ints ?? [bins?.int ?? 10, bins?.int ?? 10]
        found = histogram2d(x, y, bins: (counts[0], counts[1]), weights: weights)
      }
      return .arrays([Record(found.counts), Record(found.xEdges), Record(found.yEdges)])
    }
  ]

  /// Differences of truth values.
  static let steps: Table = [
    "diff": { call in
      let array: NDArray<Bool> = try call.array(0)
      return .array(array.diff(n: call.int("n", default: 1), axis: call.axis ?? -1))
    }
  ]

  private static func slopes<E: NDNumeric>(_ type: E.Type) -> Operation {
    { call in
      let array: NDArray<E> = try call.array(0)
      let edgeOrder = call.int("edge_order", default: 1)
      if call.isArray(1) {
        let axis = call.axis ?? 0
        let coordinates: NDArray<E.Quotient> = try call.array(1)
        return .array(
          gradient(array, coordinates: coordinates, axis: axis, edgeOrder: edgeOrder))
      }
      if call.count > 2 {
        let spacings: [E.Quotient] = try (1..<call.count).map { try call.number($0) }
        let along = gradient(array, spacings: spacings, edgeOrder: edgeOrder)
        return .arrays(along.map { Record($0) })
      }
      let spacing: E.Quotient = call.count > 1 ? try call.number(1) : 1
      if let axis = call.axis ?? (array.rank == 1 ? 0 : nil) {
        return .array(
          gradient(array, spacing: spacing, axis: axis, edgeOrder: edgeOrder))
      }
      let along: [NDArray<E.Quotient>] = gradient(
        array, spacing: spacing, edgeOrder: edgeOrder)
      return .arrays(along.map { Record($0) })
    }
  }

  /// The edges; whole numbers given as such stay whole.
  private static func edgesRecord<E>(_ edges: NDArray<E>, as given: [JSON]?) -> Record {
    given?.allSatisfy { $0.int != nil } == true ? Record(edges.asType(Int.self)) : Record(edges)
  }

  private static func binned<E: NDNumeric>(_ type: E.Type) -> Operation {
    { call in
      let bins = call.keyword("bins")
      if E.self is any NDInteger.Type, bins?.items?.contains(where: { $0.int == nil }) == true {
        return try histogrammed(call, (try call.array(0, type)).asType(Double.self))
      }
      return try histogrammed(call, try call.array(0, type))
    }
  }

  private static func histogrammed<E: NDNumeric>(_ call: Call, _ array: NDArray<E>) throws -> Output
  {
    let bins = call.keyword("bins")
    let range = try call.keyword("range")?.items?.map { try call.number($0, E.Quotient.self) }
    if let range, range[0] > range[1] { throw NotForType("the range \(range[0])...\(range[1])") }
    let span = range.map { $0[0]...$0[1] }
    let isWhole = call.keyword("weights")?["array"]?["dtype"]?.text?.contains("int") == true
    let isDensity = call.flag("density")
    func outputs<C, D>(_ found: Histogram<C, D>) -> Output {
      let heights =
        isDensity
        ? Record(found.density)
        : isWhole ? Record(found.counts.asType(Int.self)) : Record(found.counts)
      let isWholeEdges = bins?["array"]?["dtype"]?.text == "int64"
      return .arrays([
        heights, edgesRecord(found.edges, as: isWholeEdges ? [] : bins?.items),
      ])
    }
    if let name = bins?.text.flatMap(BinEstimator.init) {
      return outputs(histogram(array, bins: name, range: span))
    }
    let weights = try call.weights(of: Double.self)
    let edges: NDArray<E>?
    if let items = bins?.items {
      edges = NDArray(try items.map { try call.number($0, E.self) })
    } else {
      edges = try bins?["array"].map {
        E.dtype == .float64 ? try Call.cast($0, to: E.self) : try Call.array($0)
      }
    }
    if let edges {
      return weights.map { outputs(histogram(array, edges: edges, weights: $0)) }
        ?? outputs(histogram(array, edges: edges))
    }
    let count = bins?.int ?? 10
    return weights.map { outputs(histogram(array, bins: count, range: span, weights: $0)) }
      ?? outputs(histogram(array, bins: count, range: span))
  }
}

extension Call {
  /// An array or a number given by keyword.
  func end<E: NDScalar>(_ name: String) throws -> NDArray<E>? {
    guard let json = keyword(name) else { return nil }
    if let array = json["array"] {
      return E.dtype == .float64 ? try Call.cast(array, to: E.self) : try Call.array(array)
    }
    if let items = json.items { return NDArray(try items.map { try number($0, E.self) }) }
    // NumPy reads a bare number as an array of its own type.
    if E.dtype != .int64 && E.dtype != .float64 {
      throw Unsupported("mixed dtypes: \(E.dtype) and \(json.line)")
    }
    return NDArray(try number(json, E.self))
  }

  /// How much of an overlap is asked for, by keyword or in third place.
  func mode(_ usual: ConvolutionMode) throws -> ConvolutionMode {
    switch count > 2 ? try text(2) : keyword("mode")?.text {
    case "full": .full
    case "same": .same
    case "valid": .valid
    default: usual
    }
  }
}
