@main struct RunText {
  static func main() throws {
    wordsToNumbers()
    stemmers()
    morphology()
    try threeReviews()
    compactness()
    errorRates()
    try reviews()
    try sonnets()
    outputLayers()
    try madeGrammar()
    try twoLanguages()
    try bible()
  }
}
