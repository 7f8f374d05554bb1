extension Datasets {
  /// The yearly number of sunspots, 1700 to 2008: a cycle of about 11 years. No gaps.
  public static func sunspots() throws(DataError) -> Series {
    try Series(
      contentsOf: path("series/sunspots.csv"), date: "YEAR", value: "SUNACTIVITY",
      name: "sunspots", summary: "the yearly number of sunspots, 1700 to 2008",
      origin: "National Geophysical Data Center, as statsmodels 0.15.0 ships it; public domain")
  }

  /// Carbon dioxide in the air of Mauna Loa, in millionths, week by week from March 1958 to December 2001: a trend
  /// and a season. 59 of the 2,284 weeks are gaps.
  public static func co2() throws(DataError) -> Series {
    try Series(
      contentsOf: path("series/co2.csv"), date: "date", value: "co2", name: "CO₂, ppm",
      summary: "carbon dioxide in the air of Mauna Loa, weekly, 1958 to 2001, with gaps",
      origin:
        "C. D. Keeling and T. P. Whorf, NOAA, as statsmodels 0.15.0 ships it; public domain")
  }

  /// The highest temperature of each day in Seattle, in °C, 2012 to 2015: a season and weather. No gaps.
  public static func seattleTemperatures() throws(DataError) -> Series {
    try Series(
      contentsOf: path("series/seattle-weather.csv"), date: "date", value: "temp_max",
      name: "highest temperature, °C",
      summary: "the highest temperature of each day in Seattle, 2012 to 2015",
      origin: "NOAA, out of Debian's python3-vega-datasets 0.9; public domain")
  }
}
