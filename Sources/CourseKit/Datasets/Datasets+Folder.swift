import Foundation
import NDArray

extension Datasets {
  /// PNG files of your own: each folder within `folder` is a class that bears its name, each file in it a picture of the class.
  ///
  /// - Parameters:
  ///   - folder: the folder of folders. What is neither a folder nor ends in `.png` is passed over.
  ///   - channels: what is told of each pixel.
  /// - Throws: ``DataError`` that names the file, for one that is damaged or of another size than the first.
  public static func pictures(
    in folder: String, as channels: PNG.Channels = .rgb
  ) throws(DataError) -> Pictures {
    let classes = try entries(folder).filter { isFolder("\(folder)/\($0)") }
    var pictures: [NDArray<UInt8>] = []
    var (labels, names): ([Int], [String]) = ([], [])
    for (label, name) in classes.enumerated() {
      for file in try entries("\(folder)/\(name)") where file.lowercased().hasSuffix(".png") {
        let path = "\(folder)/\(name)/\(file)"
        let picture = try PNG.read(path, as: channels)
        if let first = pictures.first, first.shape != picture.shape {
          throw .damaged(
            file: path, offset: 16,
            reason: "\(picture.shape[2]) × \(picture.shape[1]) pixels, but the first picture has "
              + "\(first.shape[2]) × \(first.shape[1])")
        }
        pictures.append(picture)
        labels.append(label)
        names.append(String(file.dropLast(4)))
      }
    }
    if pictures.isEmpty { throw .empty(file: folder) }
    let pixels = stacked(pictures)
    return Pictures(
      pixels: channels == .grey ? pixels.reshaped([pixels.shape[0]] + pixels.shape[2...]) : pixels,
      labels: NDArray(labels), names: names, classNames: classes, summary: "pictures of \(folder)",
      origin: folder)
  }

  /// What is in a folder, sorted by name.
  private static func entries(_ folder: String) throws(DataError) -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { throw .missing(file: folder) }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        !$0.hasPrefix(".")
      }
      .sorted()
    } catch {
      throw .unreadable(file: folder, reason: "it is no folder, or may not be read")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
