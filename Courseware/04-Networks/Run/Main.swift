@main struct RunNetworks {
  static func main() throws {
    lectureNumbers()
    try drawGraph()
    try drawActivations()
    notConvex()
    try gradientChecks()
    try signals()
    try depth()
    try firstLoss()
    try deadNeurons()
    try oneHiddenLayer()
    try threeSpirals()
    try digits()
    timings()
  }
}
