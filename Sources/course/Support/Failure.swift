/// An error that is told in one sentence, at a line of a file where there is one.
struct Failure: Error, CustomStringConvertible, Equatable {
  var message: String
  var file: String?
  var line: Int?

  init(_ message: String, file: String? = nil, line: Int? = nil) {
    self.message = message
    self.file = file
    self.line = line
  }

  var description: String {
    let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    return place.isEmpty ? message : "\(place): \(message)"
  }
}
