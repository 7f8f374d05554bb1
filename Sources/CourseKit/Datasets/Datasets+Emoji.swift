import NDArray

/// Who has drawn a set of emoji.
public enum EmojiHand: String, CaseIterable, Sendable {
  /// Google's Noto.
  case noto
  /// OpenMoji.
  case openMoji
}

extension Datasets {
  /// 354 emoji of animals, food, plants, objects and vehicles, 32 × 32 pixels of red, green, blue and opacity.
  ///
  /// Both hands draw the same emoji in the same order: ``Pictures/names`` are equal. `emoji(.noto).over(1)` lays them on white.
  public static func emoji(_ hand: EmojiHand) throws(DataError) -> Pictures {
    switch hand {
    case .noto:
      try cutOuts(
        "emoji-noto/pictures", summary: "emoji of five classes in Google's hand, 32 x 32 pixels",
        origin: "Noto Color Emoji, Google 2013-2017; Apache 2.0")
    case .openMoji:
      try cutOuts(
        "emoji-openmoji/pictures",
        summary: "emoji of five classes in OpenMoji's hand, 32 x 32 pixels",
        origin: "OpenMoji 17, openmoji.org; CC BY-SA 4.0")
    }
  }

  /// 270 photographs of the same five classes as ``emoji(_:)``, cut out: 32 × 32 pixels of red, green, blue and opacity.
  ///
  /// The classes are of very different sizes: 119 animals, 18 vehicles.
  public static func photos() throws(DataError) -> Pictures {
    try cutOuts(
      "tuxpaint/photos", summary: "photographs of five classes, cut out, 32 x 32 pixels",
      origin: "stamps of Tux Paint, B. Kendrick and contributors 2002-2022; GPL 2 or later")
  }

  /// 14 photographs of stone, wood, water and sky, 96 × 128 pixels of red, green and blue, to lay something over.
  ///
  /// They are of one class; what each shows is in ``Pictures/names``.
  public static func backgrounds() throws(DataError) -> Pictures {
    let pixels: NDArray<UInt8> = try IDX.read(path("tuxpaint/backgrounds.idx.gz"))
    let rows = try words(path("tuxpaint/backgrounds.csv"), columns: 1)
    return Pictures(
      pixels: pixels, labels: .zeros([pixels.shape[0]]), names: rows.map { $0[0] },
      classNames: ["background"],
      summary: "photographs of stone, wood, water and sky, 96 x 128 pixels",
      origin: "templates of Tux Paint, B. Kendrick and contributors 2002-2021; GPL 2 or later")
  }

  private static func cutOuts(
    _ name: String, summary: String, origin: String
  ) throws(DataError) -> Pictures {
    let pixels: NDArray<UInt8> = try IDX.read(path("\(name).idx.gz"))
    let rows = try words(path("\(name).csv"), columns: 3)
    return Pictures(
      pixels: pixels, labels: NDArray(rows.map { Int($0[0]) ?? 0 }), names: rows.map { $0[2] },
      classNames: ["animal", "food", "plant", "object", "vehicle"], summary: summary, origin: origin
    )
  }

  /// The lines of a file of words without the first, which names the columns. The last column may hold commas.
  private static func words(_ path: String, columns: Int) throws(DataError) -> [[String]] {
    let bytes = try InputFile.contents(path)
    var rows: [[String]] = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated().dropFirst() {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .notText(file: path, line: number + 1)
      }
      let fields = text.split(
        separator: ",", maxSplits: columns - 1, omittingEmptySubsequences: false)
      guard fields.count == columns else {
        throw .wrongColumnCount(
          file: path, line: number + 1, expected: columns, found: fields.count)
      }
      rows.append(fields.map { String($0) })
    }
    return rows
  }
}
