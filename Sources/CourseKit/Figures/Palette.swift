/// Colours that people with any kind of colour vision tell apart.
package enum Palette {
  /// What figures are drawn on, whatever the page around them.
  static let paper = "#FFFFFF"

  /// For classes and lines: Okabe and Ito's set without its yellow, and three more; the light ones darkened
  /// until their contrast with the paper is 3, what the web's guidelines ask of graphics.
  package static let colours: [UInt32] = [
    0x0072B2, 0xD55E00, 0x009E73, 0xC46A9E, 0xB87A00, 0x2E8FCB, 0x000000, 0x882255, 0x7F7F7F,
    0x8F8820,
  ]

  /// The colour of class or line `index`, as gnuplot writes it.
  static func colour(_ index: Int) -> String { text(colours[index % colours.count]) }

  /// The same colour as a light ground to draw upon.
  static func light(_ index: Int) -> String { text(lightNumber(index)) }

  /// The same as a number, for columns of colours.
  static func lightNumber(_ index: Int) -> UInt32 {
    let colour = colours[index % colours.count]
    return [16, 8, 0].reduce(0) { light, shift in
      let part: UInt32 = colour >> shift & 0xFF
      return light | (255 - (255 - part) * 3 / 10) << shift
    }
  }

  /// gnuplot's filled marks in an order in which neighbours differ.
  static func mark(_ index: Int) -> Int { [7, 5, 9, 11, 13][index % 5] }

  /// From white to dark blue, for amounts.
  static let amounts = "set palette defined (0 '#FFFFFF', 0.5 '#6BAED6', 1 '#08306B')"
  /// From blue over white to red, for values of both signs.
  static let signed = "set palette defined (-1 '#2166AC', 0 '#FFFFFF', 1 '#B2182B')"
  /// Ink on paper.
  static let ink = "set palette defined (0 '#FFFFFF', 1 '#000000')"

  private static func text(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16, uppercase: true)
    return "'#" + String(repeating: "0", count: 6 - digits.count) + digits + "'"
  }
}
