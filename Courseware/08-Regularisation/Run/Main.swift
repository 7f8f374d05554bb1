@main struct RunRegularisation {
  static func main() throws {
    try pencil()
    let data = try NoisyDigits()
    try remedies(data)
    try curves(data)
    try weights(data)
    try deepNetwork(data)
    try doubt(data)
    try page()
    try movedDigits()
  }
}
