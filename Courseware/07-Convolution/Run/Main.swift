@main struct RunConvolution {
  static func main() throws {
    try lectureNumbers()
    try matrices()
    try edges()
    tables()
    let digits = try DigitsRun()
    try digits.shifts()
    try digits.look()
    try colours()
    timings()
  }
}
