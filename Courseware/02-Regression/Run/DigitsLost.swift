import CourseKit
import NDArray
import Regression

/// Powers of x are nearly dependent columns: how many digits each way to the same w keeps.
func digitsLost() throws {
  section("Digits that the normal equation loses")
  let x = NDArray.linspace(0, 1, count: 30)
  print("degree   cond(X)    cond(XᵀX)   wrong by: normal   QR        SVD")
  var (degrees, normal, qr, svd): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
  for degree in 1...11 {
    let table = powers(x, degree: degree)
    let truth = NDArray.ones([degree + 1])
    let y = table.dot(truth)
    func error(_ w: NDArray<Double>) -> Double { Swift.max(abs(w - truth).max(), 1e-17) }
    // The system itself, without the question whether it should be solved at all.
    let byNormal = error(try Linalg.solve(table.T.dot(table), table.T.dot(y)))
    let (byQR, bySVD) = (
      error(leastSquaresByQR(table, y)), error(try leastSquaresBySVD(table, y, tolerance: 1e-15))
    )
    degrees.append(Double(degree))
    normal.append(byNormal)
    qr.append(byQR)
    svd.append(bySVD)
    guard [1, 3, 5, 7, 9, 11].contains(degree) else { continue }
    let (cond, square): (Double, Double) = (
      try Linalg.cond(table), try Linalg.cond(table.T.dot(table))
    )
    let cells = [
      "\(degree)".padding(8), cond.scientific.padding(10), square.scientific.padding(21),
      byNormal.scientific.padding(8), byQR.scientific.padding(9), bySVD.scientific,
    ]
    print(cells.joined(separator: " "))
  }
  var plot = Plot("How wrong w is", x: "degree of the polynomial", y: "largest error of a weight")
  plot.line(NDArray(normal), x: NDArray(degrees), label: "normal equation", marked: true)
  plot.line(NDArray(qr), x: NDArray(degrees), label: "QR", marked: true)
  plot.line(NDArray(svd), x: NDArray(degrees), label: "SVD", marked: true)
  plot.yScale = .logarithmic
  try save(Figure(plot, panelSize: (560, 400)), "digits-lost")
}
