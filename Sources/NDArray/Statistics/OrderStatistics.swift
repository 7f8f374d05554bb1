// Where median and quantiles share their work: bring the axes into rows, select, interpolate.

/// For each fraction and each row, the elements on both sides of a quantile.
private struct Neighbours<Element: NDScalar> {
  let previous: NDArray<Element>
  let next: NDArray<Element>
  /// How far from the first to the second the quantile lies.
  let weight: NDArray<Double>
}

extension NDArray {
  /// The neighbours of the quantiles along `axes`, the fractions along a new first axis.
  fileprivate func neighbours(
    _ rule: _QuantileRule, axes: [Int], keepDims: Bool, skippingNaN: Bool,
    _ operation: StaticString
  ) -> Neighbours<Element> {
    let axes = layout.axes(axes, of: operation)
    if !skippingNaN {
      // NumPy joins several axes by a reshape that cannot tell the extent when nothing is there.
      require(
        axes.count < 2 || axes.count == rank
          || !allAxes.contains { !axes.contains($0) && layout.shape[$0] == 0 },
        "\(operation): cannot join axes \(axes) of empty array of shape \(layout.shape.text)")
    }
    var shape = Dims([rule.fractions.count])
    for axis in 0..<rank {
      if !axes.contains(axis) {
        shape.append(layout.shape[axis])
      } else if keepDims {
        shape.append(1)
      }
    }
    let count = shape.product
    let previous = Storage.make(of: Element._Key.self, count: count)
    let next = Storage.make(of: Element._Key.self, count: count)
    let target = Layout(contiguous: shape)
    let isRow = count == rule.fractions.count
    let weight = NDArray<Double>(layout: target) {
      if isRow && self.count > NDArray.largestSample {
        return quantilesInPasses(
          rule, skippingNaN: skippingNaN, previous.pointer(to: Element._Key.self),
          next.pointer(to: Element._Key.self), $0)
      }
      // −0 and 0 apart, so that a quantile is an element of the sample to the sign.
      let keys = keyRows(axes: axes, signedZeros: true)
      Element._Key._quantiles(
        keys.keys, rows: keys.rows, count: keys.count, rule, nan: Element._nanKey,
        skippingNaN: skippingNaN, previous.pointer(to: Element._Key.self),
        next.pointer(to: Element._Key.self), $0)
    }
    Element._decode(
      previous.pointer(to: Element._Key.self), count: count, previous.base)
    Element._decode(
      next.pointer(to: Element._Key.self), count: count, next.base)
    return Neighbours(
      previous: NDArray(storage: previous, layout: target),
      next: NDArray(storage: next, layout: target), weight: weight)
  }

  /// Whether the axes hold no element, so that there is nothing to order.
  private func isEmpty(along axes: [Int], _ operation: StaticString) -> Bool {
    layout.axes(axes, of: operation).contains { layout.shape[$0] == 0 }
  }

  /// NaN in the shape of a reduction along `axes`.
  fileprivate func nothing(
    axes: [Int], keepDims: Bool, _ operation: StaticString
  ) -> NDArray<Element.Quotient> {
    let axes = layout.reducedAxes(axes, of: operation)
    let kept = allAxes.compactMap { axis in
      axes.contains(axis) ? keepDims ? 1 : nil : layout.shape[axis]
    }
    return NDArray<Element.Quotient>.full(kept, .nan)
  }

  func median(
    axes: [Int], keepDims: Bool, skippingNaN: Bool, _ operation: StaticString
  ) -> NDArray<Element.Quotient> {
    if isEmpty(along: axes, operation) {
      return nothing(axes: axes, keepDims: keepDims, operation)
    }
    let rule = _QuantileRule(fractions: [0.5], method: .median)
    return inParts(axes: axes, keepDims: keepDims, operation, leading: 1) { part, keepDims in
      let found = part.neighbours(
        rule, axes: axes, keepDims: keepDims, skippingNaN: skippingNaN, operation)
      let previous = found.previous.asType(Element.Quotient.self)
      let middle = (previous + found.next.asType(Element.Quotient.self)) / 2
      return which(found.weight .== 0, previous, middle)
    }.slice(axis: 0, at: 0)
  }

  func quantiles(
    _ fractions: [Double], axes: [Int], keepDims: Bool, skippingNaN: Bool,
    _ method: QuantileSelection, _ operation: StaticString
  ) -> NDArray {
    check(fractions, axes: axes, operation)
    let rule = _QuantileRule(fractions: fractions, method: .selection(method))
    return inParts(
      axes: axes, keepDims: keepDims, operation, leading: fractions.count
    ) { part, keepDims in
      part.neighbours(rule, axes: axes, keepDims: keepDims, skippingNaN: skippingNaN, operation)
        .previous
    }
  }

  private func check(_ fractions: [Double], axes: [Int], _ operation: StaticString) {
    checkFractions(fractions, operation)
    require(
      !isEmpty(along: axes, operation),
      "\(operation): an axis of size zero has no quantile; array of shape \(layout.shape.text), axes \(axes)"
    )
  }
}

extension NDArray where Element: NDNumeric {
  func quantiles(
    _ fractions: [Double], axes: [Int], keepDims: Bool, skippingNaN: Bool,
    _ method: QuantileInterpolation, _ operation: StaticString
  ) -> NDArray<Element.Quotient> {
    checkFractions(fractions, operation)
    if isEmpty(along: axes, operation) && skippingNaN {
      let nothing = nothing(axes: axes, keepDims: keepDims, operation)
      return nothing.broadcast(to: [fractions.count] + nothing.shape)
    }
    check(fractions, axes: axes, operation)
    let rule = _QuantileRule(fractions: fractions, method: .interpolation(method))
    return inParts(
      axes: axes, keepDims: keepDims, operation, leading: fractions.count
    ) { part, keepDims in
      part.neighbours(rule, axes: axes, keepDims: keepDims, skippingNaN: skippingNaN, operation)
        .interpolated()
    }
  }
}

private func checkFractions(_ fractions: [Double], _ operation: StaticString) {
  for q in fractions {
    require(q >= 0 && q <= 1, "\(operation): quantiles must be in the range [0, 1], got \(q)")
  }
}

/// Percentages as fractions; traps where one is none.
func fractions(ofPercentages percentages: [Double], _ operation: StaticString) -> [Double] {
  percentages.map { percentage in
    require(
      percentage >= 0 && percentage <= 100,
      "\(operation): percentiles must be in the range [0, 100], got \(percentage)")
    return percentage / 100
  }
}

extension Neighbours where Element: NDNumeric {
  /// The quantiles between the neighbours, from the nearer one, as NumPy computes them: the distance of
  /// two integers wraps around.
  func interpolated() -> NDArray<Element.Quotient> {
    let distance = (next - previous).asType(Element.Quotient.self)
    let fromBelow = distance * weight.asType(Element.Quotient.self)
    let fromAbove = distance * (1 - weight).asType(Element.Quotient.self)
    return which(
      weight .>= 0.5, next.asType(Element.Quotient.self) - fromAbove,
      previous.asType(Element.Quotient.self) + fromBelow)
  }
}
