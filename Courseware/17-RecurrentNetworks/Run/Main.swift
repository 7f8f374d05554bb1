@main struct RunRecurrentNetworks {
  static func main() throws {
    pencil()
    gates()
    try horizons()
    animals()
    parameterTable()
    try forecasts()
    try contexts()
    try sonnets()
  }
}
