/// Lays an array out as nested brackets, one row of the last axis a line, by the rules of NumPy's
/// `_formatArray`: long lines are broken and indented, long axes shortened to `...`.
struct ArrayText<Element: NDScalar> {
  private let options: PrintOptions
  private let summarised: Bool
  private let element: (Element) -> String
  private let separatorEnd: String
  private var text = LongText()

  /// - Parameter element: How one element is written; by the rules of its type if nil.
  init(
    _ array: NDArray<Element>, _ options: PrintOptions, element: ((Element) -> String)? = nil
  ) {
    self.options = options
    summarised = array.count > options.threshold
    separatorEnd = options.separator.trimmingEnd
    if let element {
      self.element = element
      return
    }
    let shown = summarised ? array.corners(options.edgeItems) : array
    self.element = Element._formatter(for: shown, options)
  }

  /// The array, whose continuation lines start with `indent`, in lines of at most `width` characters.
  mutating func string(_ array: NDArray<Element>, indent: String, width: Int) -> String {
    append(array, indent: indent, width: width)
    return text.string()
  }

  private mutating func append(_ part: NDArray<Element>, indent: String, width: Int) {
    if part.rank == 0 { return text.append(element(part.scalar)) }
    if part.rank == 1 { return appendRow(part, indent, width) }
    let end = separatorEnd + String(repeating: "\n", count: part.rank - 1) + indent
    text.append("[")
    forEachItem(of: part.layout.shape[0]) { item, isFirst in
      if !isFirst { text.append(end) }
      if let item {
        append(part.slice(axis: 0, at: item), indent: indent + " ", width: width - 1)
      } else {
        text.append("...")
      }
    }
    text.append("]")
  }

  /// One row, broken into lines.
  private mutating func appendRow(_ row: NDArray<Element>, _ indent: String, _ width: Int) {
    let limit = width - Swift.max(separatorEnd.count, 1)
    let (start, stride, last) = (row.pointer, row.layout.strides[0], row.count - 1)
    var line = indent
    var isFirstLine = true
    func finish(_ line: String) {
      text.append(isFirstLine ? String(line.dropFirst(indent.count)) : line)
      isFirstLine = false
    }
    text.append("[")
    forEachItem(of: row.count) { item, _ in
      let word = item.map { element(start[$0 * stride]) } ?? "..."
      if line.count + word.count > limit && line.count > indent.count {
        finish(line.trimmingEnd + "\n")
        line = indent
      }
      line += word
      if item != last { line += options.separator }
    }
    finish(line)
    text.append("]")
    extendLifetime(row)
  }

  /// Calls `body` with the positions along an axis that are shown, nil where some are left out.
  private func forEachItem(of count: Int, _ body: (_ item: Int?, _ isFirst: Bool) -> Void) {
    let edge = options.edgeItems
    guard summarised && count / 2 >= edge && count != 2 * edge else {
      for item in 0..<count { body(item, item == 0) }
      return
    }
    for item in 0..<edge { body(item, item == 0) }
    body(nil, edge == 0)
    // The last item is shown even when no edge is asked for, as NumPy does it.
    for item in (count - Swift.max(edge, 1))..<count { body(item, false) }
  }
}

extension NDArray {
  /// The first and last `edge` positions of each axis that has more than twice as many; all when `edge`
  /// is 0, as NumPy reads `-0:`.
  fileprivate func corners(_ edge: Int) -> NDArray {
    guard edge > 0 else { return self }
    let positions = layout.shape.map { extent in
      extent / 2 >= edge && extent != 2 * edge
        ? NDArray<Int>(Array(0..<edge) + Array((extent - edge)..<extent))
        : NDArray<Int>.arange(extent)
    }
    return self[indices: openMesh(positions)]
  }
}

extension String {
  /// Without the white space at the end.
  fileprivate var trimmingEnd: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}
