import Foundation

/// The stretch of a logarithmic axis and its tics: it ends a little beyond the data, so that no decade is empty.
struct LogarithmicAxis {
  /// The exponents of ten at both ends.
  private let low: Double
  private let high: Double
  /// Whether there is a positive number to show.
  private let isEmpty: Bool

  /// An axis for those of `numbers` that are positive, or for `range`.
  init(of numbers: [Double], range: ClosedRange<Double>?) {
    let positive = numbers.filter { $0 > 0 && $0.isFinite }
    isEmpty = positive.isEmpty && range == nil
    let (first, last) = (
      log10(range?.lowerBound ?? positive.min() ?? 1),
      log10(range?.upperBound ?? positive.max() ?? 1)
    )
    let margin = range == nil ? max(0.04 * (last - first), 0.03) : 0
    (low, high) = (first - margin, last + margin)
  }

  /// gnuplot's commands for the axis of this name.
  func script(_ axis: String) -> [String] {
    guard !isEmpty else { return ["set logscale \(axis)"] }
    return [
      "set logscale \(axis)", "set \(axis)range [\(pow(10, low)):\(pow(10, high))]",
      "set \(axis)tics (\(tics.joined(separator: ", ")))",
    ]
  }

  /// Labels at up to nine decades, at 2 and 5 too where there are few decades, and small tics between.
  private var tics: [String] {
    let decades = Array(Int(low.rounded(.down))...Int(high.rounded(.up)))
    let inside = decades.filter { low...high ~= Double($0) }
    let every = max(1, (inside.count + 8) / 9)
    let steps = inside.count < 3 ? [1, 2, 5] : [1]
    return decades.flatMap { decade in
      (1...9).compactMap { step -> String? in
        let place = Double(decade) + log10(Double(step))
        guard low...high ~= place else { return nil }
        let number = "\(step)e\(decade)"
        if steps.contains(step), decade % every == 0 { return "\(label(step, decade)) \(number)" }
        return step == 1 || decades.count < 8 ? "'' \(number) 1" : nil
      }
    }
  }

  private func label(_ step: Int, _ decade: Int) -> String {
    if -3...4 ~= decade {
      return quoted(String(format: "%g", Double(step) * pow(10, Double(decade))))
    }
    return "'\(step == 1 ? "" : "\(step)·")10^{\(decade)}'"
  }
}
