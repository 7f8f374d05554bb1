@main struct RunArrays {
  static func main() throws {
    try creation()
    try arithmetic()
    try indexing()
    try memory()
    try broadcasting()
    try reshaping()
    try aggregates()
    try products()
    try picture()
    try colours()
    try digits()
    timings()
  }
}
