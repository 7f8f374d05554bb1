import CourseKit
import NDArray
import Optimisers

/// Each rule by its name, in the order of the lesson.
let rules: [(name: String, rule: any UpdateRule)] = [
  ("descent", GradientDescent()), ("momentum", Momentum()), ("Nesterov", Nesterov()),
  ("torch's Nesterov", TorchNesterov()), ("AdaGrad", AdaGrad()), ("RMSProp", RMSProp()),
  ("Adam", Adam()), ("Adam, uncorrected", UncorrectedAdam()),
]

/// ½(x² + 10y²) from (1, 1), η = 0.05: the steps of the lesson's table.
func pencil() {
  section("½(x² + 10y²) from (1, 1), η = 0.05")
  print("rule                step 1                      step 2                      after 100")
  for (name, rule) in rules {
    let path = Surface.ravine.path(of: rule, from: [1, 1], rate: 0.05, steps: 100)
    print(
      "\(name.padding(19)) \(path[1].point().padding(27)) \(path[2].point().padding(27)) \(path[100].point())"
    )
  }
}
