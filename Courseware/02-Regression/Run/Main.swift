@main struct RunRegression {
  static func main() throws {
    try lectureNumbers()
    try learningRates()
    try digitsLost()
    try diabetes()
    try zigZag()
    try threeKinds()
    try ridgePaths()
    try overtraining()
    try biasAndVariance()
  }
}
