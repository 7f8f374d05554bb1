import Classification

/// Starts the run of unit 03.
@main struct RunClassification {
  static func main() throws {
    lectureNumbers()
  }
}
