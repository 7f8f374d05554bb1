@main struct RunNetworks {
  static func main() throws {
    lectureNumbers()
    try drawActivations()
    try depth()
    try oneHiddenLayer()
    try threeSpirals()
    try digits()
    timings()
  }
}
