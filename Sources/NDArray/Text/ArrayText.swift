/// Lays an array out as nested brackets, one row of the last axis a line, by the rules of NumPy's
/// `_formatArray`: long lines are broken and indented, long axes shortened to `...`.
struct ArrayText<Element: NDScalar> {
  let array: NDArray<Element>
  let options: PrintOptions
  let summarised: Bool
  let element: (Element) -> String

  /// - Parameter element: How one element is written; by the rules of its type if nil.
  init(
    _ array: NDArray<Element>, _ options: PrintOptions, element: ((Element) -> String)? = nil
  ) {
    self.array = array
    self.options = options
    summarised = array.count > options.threshold
    if let element {
      self.element = element
      return
    }
    let shown = summarised ? array.corners(options.edgeItems) : array
    self.element = Element._formatter(for: shown.elements, rank: array.rank, options)
  }

  /// The array from axis `axis` on, whose continuation lines start with `indent`, in lines of at most
  /// `width` characters.
  func text(_ part: NDArray<Element>, indent: String, width: Int) -> String {
    if part.rank == 0 { return element(part.scalar) }
    let items = self.items(count: part.layout.shape[0])
    if part.rank == 1 {
      let row = part.elements
      return brackets(items.map { $0.map { element(row[$0]) } ?? "..." }, indent, width)
    }
    let parts = items.map {
      $0.map { text(part.row($0), indent: indent + " ", width: width - 1) } ?? "..."
    }
    let newlines = String(repeating: "\n", count: part.rank - 1)
    return "[" + parts.joined(separator: separatorEnd + newlines + indent) + "]"
  }

  /// The positions along an axis that are shown, nil where some are left out.
  private func items(count: Int) -> [Int?] {
    let edge = options.edgeItems
    guard summarised && count > 2 * edge else { return Array(0..<count) }
    // The last item is shown even when no edge is asked for, as NumPy does it.
    return Array(0..<edge) + [nil] + Array((count - Swift.max(edge, 1))..<count)
  }

  /// One row, broken into lines.
  private func brackets(_ words: [String], _ indent: String, _ width: Int) -> String {
    let limit = width - Swift.max(separatorEnd.count, 1)
    var lines = ""
    var line = indent
    for (i, word) in words.enumerated() {
      if line.count + word.count > limit && line.count > indent.count {
        lines += line.trimmingEnd + "\n"
        line = indent
      }
      line += word
      if i < words.count - 1 { line += options.separator }
    }
    return "[" + (lines + line).dropFirst(indent.count) + "]"
  }

  private var separatorEnd: String { options.separator.trimmingEnd }
}

extension NDArray {
  /// The sub-array at one position of the first axis.
  fileprivate func row(_ position: Int) -> NDArray {
    var row = layout.removing(axis: 0)
    row.offset += position * layout.strides[0]
    return view(row)
  }

  /// The first and last `edge` positions of each axis that has more than twice as many; all when `edge`
  /// is 0, as NumPy reads `-0:`.
  fileprivate func corners(_ edge: Int) -> NDArray {
    guard edge > 0 else { return self }
    return (0..<rank).reduce(self) { array, axis in
      let count = array.layout.shape[axis]
      guard count > 2 * edge else { return array }
      let whole = array.swappedAxes(0, axis)
      return concatenated([whole[0..<edge], whole[(count - edge)...]]).swappedAxes(0, axis)
    }
  }
}

extension String {
  /// Without the white space at the end.
  fileprivate var trimmingEnd: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}
