/// The subscripts of `einsum`: a label for each axis of each operand, and those of the result.
///
/// The label of a letter is its Unicode scalar. The axes that an ellipsis stands for have negative labels, the
/// last of them −1, so that those of several operands are counted from the last.
struct EinsumSubscripts {
  let inputs: [Dims]
  let output: Dims

  /// Reads the subscripts of operands of these ranks. Traps when they do not fit.
  init(_ text: String, ranks: [Int]) {
    var (terms, output) = EinsumSubscripts.terms(of: text)
    require(
      terms.count == ranks.count,
      "einsum: '\(text)' has \(terms.count) terms for \(ranks.count) operands")
    var widest = 0
    for (i, rank) in ranks.enumerated() {
      let extra = rank - terms[i].letters.count
      require(
        terms[i].ellipsis == nil ? extra == 0 : extra >= 0,
        "einsum: term '\(terms[i].text)' of '\(text)' does not fit an operand of \(rank) axes")
      terms[i].expand(to: extra)
      widest = max(widest, extra)
    }
    inputs = terms.map { $0.letters }
    if output == nil {
      let all = inputs.joined().filter { $0 >= 0 }
      let once = all.filter { letter in all.count { $0 == letter } == 1 }
      output = Term(letters: Dims(once.sorted()), ellipsis: 0)
    }
    require(
      widest == 0 || output!.ellipsis != nil,
      "einsum: the output of '\(text)' has no '...' for the \(widest) axes that '...' stands for")
    output!.expand(to: widest)
    self.output = output!.letters
  }

  /// What stands for one operand, or for the result.
  private struct Term {
    var letters = Dims()
    /// How many letters stand before the ellipsis.
    var ellipsis: Int?

    mutating func expand(to extra: Int) {
      guard let ellipsis else { return }
      for distance in stride(from: 1, through: extra, by: 1) {
        letters.insert(-distance, at: ellipsis)
      }
    }

    var text: String {
      var result = letters.map(EinsumSubscripts.text)
      if let ellipsis { result.insert("...", at: ellipsis) }
      return result.joined()
    }
  }

  /// The terms in front of the arrow, and the one behind it.
  private static func terms(of text: String) -> (inputs: [Term], output: Term?) {
    var scalars = Array(text.unicodeScalars)
    scalars.removeAll { $0 == " " }
    var (terms, hasOutput, i) = ([Term()], false, 0)
    func isFollowed(by next: Unicode.Scalar, after distance: Int) -> Bool {
      i + distance < scalars.count && scalars[i + distance] == next
    }
    while i < scalars.count {
      let last = terms.count - 1
      switch scalars[i] {
      case "," where !hasOutput:
        terms.append(Term())
      case "-" where !hasOutput && isFollowed(by: ">", after: 1):
        terms.append(Term())
        hasOutput = true
        i += 1
      case "."
      where terms[last].ellipsis == nil && isFollowed(by: ".", after: 1)
        && isFollowed(by: ".", after: 2):
        terms[last].ellipsis = terms[last].letters.count
        i += 2
      case let scalar:
        require(
          scalar.isASCII ? 1...26 ~= scalar.value & 0x5f ^ 0x40 : scalar.properties.isAlphabetic,
          "einsum: invalid subscript '\(scalar)' in '\(text)', subscripts must be letters")
        terms[last].letters.append(Int(scalar.value))
      }
      i += 1
    }
    return hasOutput ? (terms.dropLast(), terms.last) : (terms, nil)
  }

  /// A label as it is written.
  static func text(_ label: Int) -> String {
    label < 0 ? "..." : String(Unicode.Scalar(UInt32(label))!)
  }
}
