@main struct RunSequenceToSequence {
  static func main() throws {
    pencil()
    try dates()
    try reversals()
    try italian()
    try places()
  }
}
