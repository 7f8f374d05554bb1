@main struct RunGraphs {
  static func main() throws {
    try pencil()
    tooEarly()
    try regressions()
    theSameTwice()
    onArrays()
    dynamicAndStatic()
    edges()
    try layers()
    try everyNode()
    try moons()
    try digits()
    timings()
  }
}
