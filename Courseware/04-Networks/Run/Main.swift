@main struct RunNetworks {
  static func main() throws {
    lectureNumbers()
    depth()
    oneHiddenLayer()
    threeSpirals()
    try digits()
    timings()
  }
}
