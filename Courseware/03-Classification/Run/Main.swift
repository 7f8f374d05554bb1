@main struct RunClassification {
  static func main() throws {
    lectureNumbers()
    gates()
    try perceptron()
    try breastCancer()
    try iris()
    try digits()
  }
}
