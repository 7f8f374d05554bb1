import CourseKit
import NDArray
import Optimisers

/// The rates of the four schedules at a few steps.
func schedules() throws {
  section("Schedules, from 0.1 to 0.001 in 100 steps")
  let all: [(String, any Schedule)] = [
    ("linear", LinearDecay(from: 0.1, to: 0.001, over: 100)),
    ("stairs, × 0.2 every 30", StepDecay(from: 0.1, times: 0.2, every: 30)),
    ("cosine", CosineDecay(from: 0.1, to: 0.001, over: 100)),
    (
      "warm-up of 10, then cosine",
      WarmUp(over: 10, then: CosineDecay(from: 0.1, to: 0.001, over: 90))
    ),
  ]
  let steps = [0, 5, 25, 50, 75, 100, 150]
  var plot = Plot("Schedules", x: "step", y: "η")
  print("step".padding(27), steps.map { "\($0)".padding(9) }.joined())
  for (name, schedule) in all {
    print(name.padding(27), steps.map { schedule.rate(at: $0).text(6).padding(9) }.joined())
    plot.line(
      NDArray((0...150).map { schedule.rate(at: $0) }), label: String(name.prefix { $0 != "," }))
  }
  plot.xRange = 0...150
  try save(Figure(plot, panelSize: (640, 360)), "schedules")
}
