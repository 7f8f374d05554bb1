/// Encoded as its dtype, its shape and its elements in C order.
extension NDArray: Codable {
  private enum CodingKeys: String, CodingKey { case dtype, shape, elements }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dtype, forKey: .dtype)
    try container.encode(shape, forKey: .shape)
    try container.encode(elements, forKey: .elements)
  }

  /// - Throws: `DecodingError` for another dtype, or when the elements do not fill the shape.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let dtype = try container.decode(DType.self, forKey: .dtype)
    guard dtype == Element.dtype else {
      throw DecodingError.dataCorruptedError(
        forKey: .dtype, in: container,
        debugDescription: "an array of \(dtype) where one of \(Element.dtype) was expected")
    }
    let shape = try container.decode([Int].self, forKey: .shape)
    let elements = try container.decode([Element].self, forKey: .elements)
    var count = 1
    for extent in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      count = extent < 0 || overflow ? -1 : product
      if count < 0 { break }
    }
    guard count == elements.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .elements, in: container,
        debugDescription: "\(elements.count) elements do not fill shape \(shape)")
    }
    self.init(elements, shape: shape)
  }
}
