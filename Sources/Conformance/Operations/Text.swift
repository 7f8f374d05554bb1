import NDArray

extension Operations {
  static func text<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["repr"] = { call in .text((try call.array(0, type)).debugFormatted(try options(call))) }
    table["str"] = { call in
      let array: NDArray<E> = try call.array(0)
      return .text(array.rank == 0 ? array.description : array.formatted(try options(call)))
    }
    table["array2string"] = { call in
      .text((try call.array(0, type)).formatted(try options(call)))
    }
    return table
  }

  private static func options(_ call: Call) throws -> PrintOptions {
    var options = PrintOptions()
    if let value = call.keyword("precision")?.int { options.precision = value }
    if let value = call.keyword("threshold")?.int { options.threshold = value }
    if let value = call.keyword("edgeitems")?.int { options.edgeItems = value }
    if let value = call.keyword("max_line_width")?.int { options.maxLineWidth = value }
    if let value = call.keyword("suppress_small") { options.suppressSmall = value == .bool(true) }
    if let value = call.keyword("separator")?.text { options.separator = value }
    switch call.keyword("sign")?.text {
    case nil, "-": break
    case "+": options.sign = .always
    case " ": options.sign = .space
    case let sign?: throw Malformed("no such sign: \(sign)")
    }
    switch call.keyword("floatmode")?.text {
    case nil, "maxprec": break
    case "fixed": options.floatMode = .fixed
    case "unique": options.floatMode = .unique
    case "maxprec_equal": options.floatMode = .maximumEqual
    case let mode?: throw Malformed("no such floatmode: \(mode)")
    }
    return options
  }
}
