import NDArray

extension Operations {
  static func statistics<E: NDScalar>(_ type: E.Type) -> Table {
    @Sendable func position(
      _ all: @escaping @Sendable (NDArray<E>) -> Int,
      _ some: @escaping @Sendable (NDArray<E>, Int, _ keepDims: Bool) -> NDArray<Int>
    ) -> Operation {
      { call in
        let array: NDArray<E> = try call.array(0)
        let keepDims = call.flag("keepdims")
        if let axis = call.axis { return .array(some(array, axis, keepDims)) }
        return .array(NDArray(all(array)).reshaped(keepDims ? array.shape.map { _ in 1 } : []))
      }
    }
    @Sendable func moment(
      _ all: @escaping @Sendable (NDArray<E>, _ ddof: Int) -> E.Quotient,
      _ some:
        @escaping @Sendable (NDArray<E>, [Int], _ ddof: Int, _ keepDims: Bool) -> NDArray<
          E.Quotient
        >
    ) -> Operation {
      { call in
        let ddof = call.int("ddof", default: 0)
        return try reduction({ all($0, ddof) }, { some($0, $1, ddof, $2) })(call)
      }
    }
    @Sendable func running<R>(
      _ f: @escaping @Sendable (NDArray<E>, Int?) -> NDArray<R>
    ) -> Operation {
      { call in .array(f(try call.array(0), call.axis)) }
    }
    return [
      "count_nonzero": reduction(
        { (a: NDArray<E>) in a.countNonzero() }, { $0.countNonzero(axes: $1, keepDims: $2) }),
      "nansum": reduction(
        { (a: NDArray<E>) in a.nanSum() }, { $0.nanSum(axes: $1, keepDims: $2) }),
      "nanprod": reduction(
        { (a: NDArray<E>) in a.nanProd() }, { $0.nanProd(axes: $1, keepDims: $2) }),
      "nanmax": reduction(
        { (a: NDArray<E>) in a.nanMax() }, { $0.nanMax(axes: $1, keepDims: $2) }),
      "nanmin": reduction(
        { (a: NDArray<E>) in a.nanMin() }, { $0.nanMin(axes: $1, keepDims: $2) }),
      "nanmean": reduction(
        { (a: NDArray<E>) in a.nanMean() }, { $0.nanMean(axes: $1, keepDims: $2) }),
      "median": reduction(
        { (a: NDArray<E>) in a.median() }, { $0.median(axes: $1, keepDims: $2) }),
      "nanmedian": reduction(
        { (a: NDArray<E>) in a.nanMedian() }, { $0.nanMedian(axes: $1, keepDims: $2) }),
      "nanvar": moment(
        { $0.nanVariance(ddof: $1) }, { $0.nanVariance(axes: $1, ddof: $2, keepDims: $3) }),
      "nanstd": moment(
        { $0.nanStd(ddof: $1) }, { $0.nanStd(axes: $1, ddof: $2, keepDims: $3) }),
      "nanargmax": position({ $0.nanArgMax() }, { $0.nanArgMax(axis: $1, keepDims: $2) }),
      "nanargmin": position({ $0.nanArgMin() }, { $0.nanArgMin(axis: $1, keepDims: $2) }),
      "cumsum": running { $0.cumsum(axis: $1) },
      "cumprod": running { $0.cumprod(axis: $1) },
      "nancumsum": running { $0.nanCumsum(axis: $1) },
      "nancumprod": running { $0.nanCumprod(axis: $1) },
      "cumulative_sum": { call in
        let array: NDArray<E> = try call.array(0)
        let initial = call.flag("include_initial")
        return .array(array.cumulativeSum(axis: call.axis, includeInitial: initial))
      },
      "maximum.accumulate": running { $0.cumulativeMax(axis: $1 ?? 0) },
      "minimum.accumulate": running { $0.cumulativeMin(axis: $1 ?? 0) },
      "average": { call in
        let array: NDArray<E> = try call.array(0)
        guard let weights = try call.weights(of: E.Quotient.self) else {
          return .array(array.mean(axes: call.axes ?? Array(0..<array.rank)))
        }
        if let axes = call.axes { return .array(array.average(axes: axes, weights: weights)) }
        return .scalar(array.average(weights: weights))
      },
      "sum": { call in
        let (array, mask): (NDArray<E>, NDArray<Bool>?) = (try call.array(0), try call.mask())
        let axes = call.axes ?? Array(0..<array.rank)
        let initial = try call.keyword("initial").map { try call.number($0, E.Sum.self) } ?? 0
        if let dtype = try call.dtype("dtype") {
          func converted<T: NDScalar>(_ type: T.Type) -> Output {
            let sum = array.asType(type).sum(axes: axes, keepDims: call.flag("keepdims"))
            return .array(sum.asType(type))
          }
          return converted(dtype.elementType)
        }
        return .array(
          array.sum(axes: axes, keepDims: call.flag("keepdims"), initial: initial, where: mask))
      },
      "prod": { call in
        let (array, mask): (NDArray<E>, NDArray<Bool>?) = (try call.array(0), try call.mask())
        let axes = call.axes ?? Array(0..<array.rank)
        let initial = try call.keyword("initial").map { try call.number($0, E.Sum.self) } ?? 1
        return .array(
          array.prod(axes: axes, keepDims: call.flag("keepdims"), initial: initial, where: mask))
      },
      "max": extremum(
        { (a: NDArray<E>, axes, keepDims) in a.max(axes: axes, keepDims: keepDims) },
        { a, axes, keepDims, initial, mask in
          a.max(axes: axes, keepDims: keepDims, initial: initial, where: mask)
        }),
      "min": extremum(
        { (a: NDArray<E>, axes, keepDims) in a.min(axes: axes, keepDims: keepDims) },
        { a, axes, keepDims, initial, mask in
          a.min(axes: axes, keepDims: keepDims, initial: initial, where: mask)
        }),
      "quantile": quantile(percent: false, skippingNaN: false, type),
      "percentile": quantile(percent: true, skippingNaN: false, type),
      "nanquantile": quantile(percent: false, skippingNaN: true, type),
      "nanpercentile": quantile(percent: true, skippingNaN: true, type),
    ]
  }

  private static func reduction<E, R>(
    _ all: @escaping @Sendable (NDArray<E>) -> R,
    _ some: @escaping @Sendable (NDArray<E>, [Int], _ keepDims: Bool) -> NDArray<R>
  ) -> Operation {
    { call in
      let array: NDArray<E> = try call.array(0)
      let keepDims = call.flag("keepdims")
      if let axes = call.axes { return .array(some(array, axes, keepDims)) }
      let result = some(array, Array(0..<array.rank), keepDims)
      try agree(result.reshaped([]), NDArray(all(array)), "over everything")
      return .array(result)
    }
  }

  private static func extremum<E>(
    _ plain: @escaping @Sendable (NDArray<E>, [Int], _ keepDims: Bool) -> NDArray<E>,
    _ beginning:
      @escaping @Sendable (
        NDArray<E>, [Int], _ keepDims: Bool, _ initial: E, NDArray<Bool>?
      ) -> NDArray<E>
  ) -> Operation {
    { call in
      let array: NDArray<E> = try call.array(0)
      let axes = call.axes ?? Array(0..<array.rank)
      guard let initial = call.keyword("initial") else {
        return .array(plain(array, axes, call.flag("keepdims")))
      }
      let value = try call.number(initial, E.self)
      return .array(beginning(array, axes, call.flag("keepdims"), value, try call.mask()))
    }
  }
}

// MARK: - Quantiles

extension Operations {
  private static let interpolations: [String: QuantileInterpolation] = [
    "linear": .linear, "midpoint": .midpoint, "averaged_inverted_cdf": .averagedInvertedCDF,
    "interpolated_inverted_cdf": .interpolatedInvertedCDF, "hazen": .hazen, "weibull": .weibull,
    "median_unbiased": .medianUnbiased, "normal_unbiased": .normalUnbiased,
  ]
  private static let selections: [String: QuantileSelection] = [
    "lower": .lower, "higher": .higher, "nearest": .nearest, "inverted_cdf": .invertedCDF,
    "closest_observation": .closestObservation,
  ]

  private static func quantile<E: NDScalar>(
    percent: Bool, skippingNaN: Bool, _ type: E.Type
  ) -> Operation {
    { call in
      let array: NDArray<E> = try call.array(0)
      let (axes, keepDims) = (call.axes, call.flag("keepdims"))
      let q = try call.fractions(1)
      // The least and the greatest, asked for by a whole number, NumPy does not make floating-point.
      let fraction = try call.argument(1)
      let isEnd =
        !percent && E.dtype != .float32
        && (fraction.items ?? [fraction]).allSatisfy { $0.int != nil }
      let name = call.keyword("method")?.text ?? "linear"
      let method = isEnd && name == "linear" ? "lower" : name
      if let weights = try call.weights(of: Double.self) {
        if method != "inverted_cdf" { throw NotForType("weights with \(method)") }
        if let axis = axes?.first {
          let found = array.quantile(q.values, axis: axis, weights: weights, keepDims: keepDims)
          return .array(q.isList ? found : found[0])
        }
        return .array(
          NDArray(q.values.map { array.quantile($0, weights: weights) }).reshaped(
            q.isList ? [q.values.count] : []))
      }
      if let method = selections[method] {
        let found =
          switch (percent, skippingNaN) {
          case (false, false):
            array.quantile(q.values, axes: axes, keepDims: keepDims, method: method)
          case (true, false):
            array.percentile(q.values, axes: axes, keepDims: keepDims, method: method)
          case (false, true):
            array.nanQuantile(q.values, axes: axes, keepDims: keepDims, method: method)
          case (true, true):
            array.nanPercentile(q.values, axes: axes, keepDims: keepDims, method: method)
          }
        return .array(q.isList ? found : found[0])
      }
      guard let method = interpolations[method] else { throw NotForType("method \(method)") }
      guard let type = type as? any NDNumeric.Type else {
        throw NotForType("quantile between truth values")
      }
      if q.isList && E.dtype == .float32 {
        throw Unsupported("mixed dtypes: float32 and fractions in float64")
      }
      func interpolated<N: NDNumeric>(_ type: N.Type) throws -> Output {
        let array: NDArray<N> = try call.array(0)
        let found =
          switch (percent, skippingNaN) {
          case (false, false):
            array.quantile(q.values, axes: axes, keepDims: keepDims, method: method)
          case (true, false):
            array.percentile(q.values, axes: axes, keepDims: keepDims, method: method)
          case (false, true):
            array.nanQuantile(q.values, axes: axes, keepDims: keepDims, method: method)
          case (true, true):
            array.nanPercentile(q.values, axes: axes, keepDims: keepDims, method: method)
          }
        return .array(q.isList ? found : found[0])
      }
      return try interpolated(type)
    }
  }
}

// MARK: - Keywords

extension Call {
  /// Whether a keyword is there, be it null.
  func has(_ name: String) -> Bool {
    keyword(name) != nil || isNull(name)
  }

  /// The array of weights, integers converted as NumPy converts them.
  func weights<E: NDFloat>(of type: E.Type) throws -> NDArray<E>? {
    guard let json = keyword("weights") else { return nil }
    guard let array = json["array"] else {
      return NDArray(try (json.items ?? []).map { try number($0, type) })
    }
    let isWhole = array["dtype"]?.text?.contains("int") == true
    return isWhole ? try Call.positions(array).asType(type) : try Call.array(array)
  }

  func mask() throws -> NDArray<Bool>? {
    try keyword("where")?["array"].map { try Call.array($0) }
  }

  func number<E: NDScalar>(_ json: JSON, _ type: E.Type) throws -> E {
    guard let value = Call.number(json["f"] ?? json, type) else {
      throw Unsupported("mixed dtypes: \(E.dtype) and \(json.line)")
    }
    return value
  }

  /// One fraction or a list of them, as numbers or as an array.
  func fractions(_ i: Int) throws -> (values: [Double], isList: Bool) {
    let json = try argument(i)
    if json["array"] != nil {
      let array = try cast(i, to: Double.self)
      return (array.elements, array.rank > 0)
    }
    if let items = json.items { return (items.compactMap { ($0["f"] ?? $0).double }, true) }
    return ([try double(i)], false)
  }
}
