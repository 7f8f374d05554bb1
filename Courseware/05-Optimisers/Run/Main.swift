@main struct RunOptimisers {
  static func main() throws {
    pencil()
    slips()
    schedules()
    try paths()
    try digits()
    try decayAndClipping()
  }
}
