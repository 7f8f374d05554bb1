import Foundation
import NDArray

extension Datasets {
  /// 5,000 of MNIST's handwritten digits, 28 × 28 pixels of grey from 0 (paper) to 255 (ink): 4,000 to learn from and 1,000 to be
  /// judged by.
  ///
  /// In both parts the ten classes take turns, so that the first 10·k pictures hold k of each.
  public static func mnist() throws(DataError) -> Split<Pictures> {
    try greyPictures(
      "mnist", train: 4000, classNames: (0..<10).map { "\($0)" },
      summary: "handwritten digits, 28 x 28 pixels of grey 0 to 255",
      origin: "MNIST, Y. LeCun and C. Cortes; CC BY-SA 3.0")
  }

  /// 2,500 of Fashion-MNIST's pictures of clothes in ten classes, in MNIST's format: 2,000 of its training part to learn
  /// from, 500 of its test part to be judged by. The classes take turns.
  public static func fashionMNIST() throws(DataError) -> Split<Pictures> {
    try greyPictures(
      "fashion-mnist", train: 2000,
      classNames: [
        "T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag",
        "ankle boot",
      ],
      summary: "clothes, 28 x 28 pixels of grey 0 to 255",
      origin: "Fashion-MNIST, Zalando SE 2017; MIT")
  }

  private static func greyPictures(
    _ folder: String, train: Int, classNames: [String], summary: String, origin: String
  ) throws(DataError) -> Split<Pictures> {
    let pixels: NDArray<UInt8> = try IDX.read(path("\(folder)/images.idx.gz"))
    let labels: NDArray<UInt8> = try IDX.read(path("\(folder)/labels.idx.gz"))
    func part(_ rows: Range<Int>) -> Pictures {
      Pictures(
        pixels: pixels[rows], labels: labels[rows].asType(Int.self), classNames: classNames,
        summary: summary, origin: origin)
    }
    return Split(train: part(0..<train), test: part(train..<pixels.shape[0]))
  }

  /// Where a file that comes with the course lies.
  static func path(_ file: String) -> String {
    Bundle.module.bundleURL.appendingPathComponent("Data/\(file)").path
  }
}
