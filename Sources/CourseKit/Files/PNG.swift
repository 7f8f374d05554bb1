import CPNG
import NDArray

/// Reads PNG files through libpng.
public enum PNG {
  /// What is told of each pixel.
  public enum Channels: Int, Sendable {
    /// One number, its lightness.
    case grey = 1
    /// Lightness and opacity.
    case greyAlpha
    /// Red, green and blue.
    case rgb
    /// Red, green, blue and opacity.
    case rgba
  }

  /// The picture at `path`, shape (channels, height, width), from 0 (dark, or transparent) to 255.
  ///
  /// Palettes, grey, 16 bits a channel and interlacing all become 8 bits of the channels asked for, in sRGB.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - channels: what to tell of each pixel. Where the file's opacity is not asked for, the picture is laid over `background`.
  ///   - background: the grey under it, from 0 to 255.
  ///   - limit: the most numbers to return.
  /// - Throws: ``DataError`` that names the byte at which the file is damaged. Each part's checksum is compared before
  ///   anything is unpacked, and the size in the header is believed only as far as the compressed data can hold it.
  public static func read(
    _ path: String, as channels: Channels = .rgb, over background: UInt8 = 255,
    limit: Int = 1 << 28
  ) throws(DataError) -> NDArray<UInt8> {
    let bytes = try InputFile.contents(path, limit: limit)
    let header = try PNGHeader(bytes, file: path)
    let (width, height) = (header.width, header.height)
    let (count, isHuge) = (width * height).multipliedReportingOverflow(by: channels.rawValue)
    guard !isHuge, count <= limit else { throw .tooLarge(file: path, limit: limit) }

    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    func refused() -> DataError {
      let message = withUnsafeBytes(of: &image.message) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      return .damaged(file: path, offset: header.pixels, reason: "libpng: \(message)")
    }
    // Both calls are within the closure, for the first keeps the place of the bytes.
    var pixels = [UInt8](repeating: 0, count: count)
    let isRead = bytes.withUnsafeBytes { source in
      guard png_image_begin_read_from_memory(&image, source.baseAddress, source.count) != 0,
        Int(image.width) == width, Int(image.height) == height
      else { return false }
      // PNG_FORMAT_GRAY, …_GA, …_RGB, …_RGBA
      image.format = UInt32(channels.rawValue - 1)
      // 16 bits a channel are not taken for linear light.
      image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      var under = png_color(red: background, green: background, blue: background)
      return pixels.withUnsafeMutableBytes { target in
        png_image_finish_read(&image, &under, target.baseAddress, 0, nil) != 0
      }
    }
    guard isRead else { throw refused() }
    return NDArray(pixels, shape: [height, width, channels.rawValue]).transposed([2, 0, 1])
  }
}
