import NDArray

extension Operations {
  static func products<E: NDNumeric>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["dot"] = binary { (a: NDArray<E>, b: NDArray<E>) in a.dot(b) }
    table["matmul"] = binary { (a: NDArray<E>, b: NDArray<E>) in a.matmul(b) }
    return table
  }
}
