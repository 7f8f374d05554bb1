@main struct RunOptimisers {
  static func main() throws {
    pencil()
    slips()
    try schedules()
    try paths()
    try digits()
    try decayAndClipping()
  }
}
