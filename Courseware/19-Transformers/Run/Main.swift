@main struct RunTransformers {
  static func main() throws {
    pencil()
    sampling()
    try positions()
    try translation()
    try pronouns()
    let gpt = try sonnets()
    try names()
    cacheSpeed(gpt)
    try sentences()
  }
}
