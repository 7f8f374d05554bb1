import Foundation
import NDArray

/// Which of CIFAR-100's two labels is meant.
public enum CIFAR100Labels: Sendable {
  /// 100 classes.
  case fine
  /// 20 groups of five classes each.
  case coarse
}

extension Datasets {
  /// CIFAR-10 from the folder that its authors' archive unpacks to: `cifar-10-batches-bin` or `cifar-10-batches-py`.
  ///
  /// The course does not come with it (https://www.cs.toronto.edu/~kriz/cifar.html, 170 MB). Pixels of shape (n, 3, 32, 32): 50,000 to learn
  /// from and 10,000 to be judged by.
  ///
  /// - Throws: ``DataError`` that names the file and the byte or row in it.
  public static func cifar10(in folder: String) throws(DataError) -> Split<Pictures> {
    let end = ending(in: folder, "data_batch_1")
    var parts: [Pictures] = []
    for number in 1...5 { parts.append(try cifar10(file: "\(folder)/data_batch_\(number)\(end)")) }
    let train = Pictures(
      pixels: concatenated(parts.map(\.pixels)), labels: concatenated(parts.map(\.labels)),
      classNames: CIFAR.ten, summary: parts[0].summary, origin: parts[0].origin)
    return Split(train: train, test: try cifar10(file: "\(folder)/test_batch\(end)"))
  }

  /// One file of CIFAR-10, binary or pickled.
  ///
  /// - Throws: ``DataError`` that names the file and the byte or row in it.
  public static func cifar10(file: String) throws(DataError) -> Pictures {
    try CIFAR(labelBytes: 1, place: 0, key: "labels", classNames: CIFAR.ten, name: "CIFAR-10")
      .read(file)
  }

  /// CIFAR-100 from the folder that its authors' archive unpacks to: `cifar-100-binary` or `cifar-100-python`.
  ///
  /// Pixels of shape (n, 3, 32, 32): 50,000 to learn from and 10,000 to be judged by. ``Pictures/choosing(_:)`` takes some classes of it.
  ///
  /// - Throws: ``DataError`` that names the file and the byte or row in it.
  public static func cifar100(
    in folder: String, labels: CIFAR100Labels = .fine
  ) throws(DataError) -> Split<Pictures> {
    let end = ending(in: folder, "train")
    return Split(
      train: try cifar100(file: "\(folder)/train\(end)", labels: labels),
      test: try cifar100(file: "\(folder)/test\(end)", labels: labels))
  }

  /// One file of CIFAR-100, binary or pickled.
  ///
  /// - Throws: ``DataError`` that names the file and the byte or row in it.
  public static func cifar100(
    file: String, labels: CIFAR100Labels = .fine
  ) throws(DataError) -> Pictures {
    let format =
      switch labels {
      case .coarse:
        CIFAR(
          labelBytes: 2, place: 0, key: "coarse_labels", classNames: CIFAR.groups, name: "CIFAR-100"
        )
      case .fine:
        CIFAR(
          labelBytes: 2, place: 1, key: "fine_labels", classNames: CIFAR.hundred, name: "CIFAR-100")
      }
    return try format.read(file)
  }

  private static func ending(in folder: String, _ file: String) -> String {
    FileManager.default.fileExists(atPath: "\(folder)/\(file).bin") ? ".bin" : ""
  }
}

/// A picture in the binary files is one or two labels and then 3,072 pixels, all red ones first; a pickle holds a dictionary.
private struct CIFAR {
  let labelBytes: Int
  /// Which of the label's bytes is asked for.
  let place: Int
  /// Where a pickle has the labels.
  let key: String
  let classNames: [String]
  let name: String

  func read(_ file: String) throws(DataError) -> Pictures {
    let bytes = try InputFile.contents(file)
    if bytes.isEmpty { throw .empty(file: file) }
    // No label is so large, and every pickle begins so.
    let isPickle = bytes[0] == PickleOpcode.proto
    let (pixels, labels) = try isPickle ? pickled(bytes, file) : binary(bytes, file)
    return Pictures(
      pixels: pixels, labels: labels, classNames: classNames,
      summary: "photographs of \(classNames.count) classes, 32 x 32 pixels of red, green and blue",
      origin: "\(name), A. Krizhevsky, V. Nair and G. Hinton 2009")
  }

  private func binary(
    _ bytes: [UInt8], _ file: String
  ) throws(DataError) -> (NDArray<UInt8>, NDArray<Int>) {
    let length = labelBytes + 3072
    let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: length)
    for picture in 0..<count {
      let label = Int(bytes[picture * length + place])
      guard label < classNames.count else {
        throw .damaged(
          file: file, offset: picture * length + place,
          reason:
            "label \(label) is not in 0 ..< \(classNames.count): is this a binary file of \(name)?")
      }
    }
    guard rest == 0 else {
      throw .damaged(
        file: file, offset: bytes.count,
        reason: "the file ends \(rest) bytes into a picture of \(length)")
    }
    let table = NDArray(bytes, shape: [count, length])
    return (
      table[.all, labelBytes...].reshaped([count, 3, 32, 32]), table[.all, place].asType(Int.self)
    )
  }

  private func pickled(
    _ bytes: [UInt8], _ file: String
  ) throws(DataError) -> (NDArray<UInt8>, NDArray<Int>) {
    guard case .dictionary(let items, _) = try Pickle.read(bytes, file: file) else {
      throw .damaged(file: file, offset: 0, reason: "pickle: no dict where data and \(key) belong")
    }
    guard case .array(let data)? = items["data"], data.rank == 2, data.shape[1] == 3072 else {
      throw .damaged(file: file, offset: 0, reason: "pickle: no array data of 3072 columns")
    }
    guard case .list(let values, _)? = items[key] else {
      throw .damaged(file: file, offset: 0, reason: "pickle: no list \(key)")
    }
    guard values.count == data.shape[0] else {
      throw .badRow(
        file: file, row: min(values.count, data.shape[0]),
        reason: "\(data.shape[0]) pictures, but \(values.count) labels")
    }
    var labels: [Int] = []
    for (row, value) in values.enumerated() {
      guard case .int(let label) = value, classNames.indices.contains(label) else {
        let what = if case .int(let label) = value { "label \(label)" } else { value.kind }
        throw .badRow(file: file, row: row, reason: "\(what) is not in 0 ..< \(classNames.count)")
      }
      labels.append(label)
    }
    return (data.reshaped([labels.count, 3, 32, 32]), NDArray(labels))
  }
}

extension CIFAR {
  static let ten = [
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
  ]

  static let groups = [
    "aquatic mammals", "fish", "flowers", "food containers", "fruit and vegetables",
    "household electrical devices", "household furniture", "insects", "large carnivores",
    "large man-made outdoor things", "large natural outdoor scenes",
    "large omnivores and herbivores", "medium mammals", "non-insect invertebrates", "people",
    "reptiles", "small mammals", "trees", "vehicles 1", "vehicles 2",
  ]

  static let hundred = [
    "apple", "aquarium fish", "baby", "bear", "beaver", "bed", "bee", "beetle", "bicycle", "bottle",
    "bowl", "boy", "bridge", "bus", "butterfly", "camel", "can", "castle", "caterpillar", "cattle",
    "chair", "chimpanzee", "clock", "cloud", "cockroach", "couch", "crab", "crocodile", "cup",
    "dinosaur", "dolphin", "elephant", "flatfish", "forest", "fox", "girl", "hamster", "house",
    "kangaroo", "keyboard", "lamp", "lawn mower", "leopard", "lion", "lizard", "lobster", "man",
    "maple tree", "motorcycle", "mountain", "mouse", "mushroom", "oak tree", "orange", "orchid",
    "otter", "palm tree", "pear", "pickup truck", "pine tree", "plain", "plate", "poppy",
    "porcupine", "possum", "rabbit", "raccoon", "ray", "road", "rocket", "rose", "sea", "seal",
    "shark", "shrew", "skunk", "skyscraper", "snail", "snake", "spider", "squirrel", "streetcar",
    "sunflower", "sweet pepper", "table", "tank", "telephone", "television", "tiger", "tractor",
    "train", "trout", "tulip", "turtle", "wardrobe", "whale", "willow tree", "wolf", "woman",
    "worm",
  ]
}
