@main struct RunTransferLearning {
  static func main() throws {
    pencil()
    counts()
    try shatteredGradients()
    try digits()
    try emoji()
  }
}
