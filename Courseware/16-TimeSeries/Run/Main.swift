@main struct RunTimeSeries {
  static func main() throws {
    try pencil()
    try parts()
    try stationarity()
    try correlations()
    try lab()
    try sunspots()
    try farAhead()
    try carbonDioxide()
    try seattle()
    try slips()
    try rollOut()
  }
}
