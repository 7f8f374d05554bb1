import Testing

@testable import NDArray

/// How many bytes of elements the arrays of this process allocate while a statement runs. Others would
/// count too, so each test that asks runs in a process of its own.
@Suite("Copies, counted")
struct CopyCountTests {
  @Test("a slice is updated in place") func slices() async {
    await #expect(processExitsWith: .success) { updateSlices() }
  }

  @Test("an assignment writes in place") func assignments() async {
    await #expect(processExitsWith: .success) { assign() }
  }

  @Test("an update reaches through structures, classes and collections") func containers() async {
    await #expect(processExitsWith: .success) { updateInContainers() }
  }

  @Test("a shared array is copied once") func shared() async {
    await #expect(processExitsWith: .success) { updateShared() }
  }

  @Test("a chain of operations with numbers takes memory once") func chains() async {
    await #expect(processExitsWith: .success) { computeInChains() }
  }

  @Test("views take no memory") func views() async {
    await #expect(processExitsWith: .success) { makeViews() }
  }
}

private func expect(bytes: Int, _ statement: String, _ body: () -> Void) {
  let before = Storage.allocatedBytes.load(ordering: .relaxed)
  body()
  let allocated = Storage.allocatedBytes.load(ordering: .relaxed) - before
  #expect(bytes == allocated, "\(statement): \(allocated) bytes")
}

private func expectNoCopy(_ statement: String, _ body: () -> Void) {
  expect(bytes: 0, statement, body)
}

private func table() -> NDArray<Double> { NDArray<Double>.arange(600).reshaped([20, 30]) }

private func updateSlices() {
  var a = table()
  let (row, column) = (NDArray<Double>.arange(30), NDArray<Double>.arange(20))
  expectNoCopy("range, number") { a[0..<2] += 1 }
  expectNoCopy("range, array") { a[0..<2] -= row }
  expectNoCopy("column") { a[.all, 3] *= column }
  expectNoCopy("reversed") { a[.stride(by: -1), 1...] /= 4 }
  expectNoCopy("new axis") { a[.newAxis, 2, .ellipsis] += row }
  expectNoCopy("remainder") { a[3] %= 7 }
  expectNoCopy("power") { a[3] **= 2 }
  expectNoCopy("slice of a slice") { a[4...][..<5][.all, 1] += 5 }
  expectNoCopy("list of indices") { a[indices: [1, 0..<4]] += 1 }
  expectNoCopy("transpose") { a.T[0] -= column }
  expectNoCopy("transpose of a slice") { a[0..<2].T[5, .all] += 1 }
  expectNoCopy("whole, number") { a += 1 }
  expectNoCopy("whole, array") { a -= row }
  // The part is alive as the right operand, so the array is shared when it is written.
  expect(bytes: 4800, "by its own part") { a[0] += a[1] }
}

private func assign() {
  var a = table()
  let (row, column) = (NDArray<Double>.arange(30), NDArray<Double>.arange(20))
  expectNoCopy("row") { a[7] = row }
  expectNoCopy("column") { a[.all, 2] = column }
  expectNoCopy("broadcast") { a[.stride(by: 2)] = row }
  expectNoCopy("transpose") { a.T[1] = column }
  expectNoCopy("list of indices") { a[indices: [7]] = row }
  expectNoCopy("one element") { a[3, 4] = 5 }
  expect(bytes: 8, "a number becomes an array of one") { a[0..<5, 1] = 0 }
  expect(bytes: 240, "only the part that is read") { a[0] = a[1] }
  expect(bytes: 240, "with a list of indices too") { a[indices: [0]] = a[1] }
}

private struct Layer { var weights = table() }
private final class Model { var layers = [Layer(), Layer()] }

private func updateInContainers() {
  let model = Model()
  var named = ["weights": table()]
  let row = NDArray<Double>.arange(30)
  expectNoCopy("class, array, structure") { model.layers[1].weights[0] += row }
  expectNoCopy("whole array in a class") { model.layers[0].weights -= row }
  expectNoCopy("dictionary") { named["weights"]![3..<5] += 1 }
  expectNoCopy("inout") { halve(&model.layers[0].weights[.all, 1...]) }
}

private func halve(_ slice: inout NDArray<Double>) { slice /= 2 }

private func updateShared() {
  var a = table()
  let column = NDArray<Double>.arange(20)
  let b = a
  expect(bytes: 4800, "the first write") { a[0..<2] += 1 }
  expectNoCopy("the second write") { a[2...] += 1 }
  var c = a
  expect(bytes: 4800, "an assignment") { c[.all, 0] = column }
  expectNoCopy("its second") { c[0, 0] = 7 }
  expectNoCopy("the other is alone again") { a.T[0] += 1 }
  var d = b.T
  expect(bytes: 4800, "a view") { d += 1 }
  #expect(b == table())
}

private func makeViews() {
  let a = table()
  expectNoCopy("views") {
    _ = a.T[3...].flipped().broadcast(to: [4, 27, 20])[0, 1].expandedDimensions(axis: 0)
    _ = a.reshaped([30, 20]).flattened()
    _ = a.diagonal()
    _ = a.slidingWindows(of: 4)
  }
}

private func computeInChains() {
  let a = NDArray<Double>.arange(1000)
  let f = a.asType(Float.self)
  expect(bytes: 8000, "a * 2 + 1") { _ = a * 2 + 1 }
  expect(bytes: 8000, "1 / (3 - a / 2)") { _ = 1 / (3 - a / 2) }
  expect(bytes: 4000, "f * 2 + 1") { _ = f * 2 + 1 }
  expect(bytes: 16000, "what a collection holds") { _ = [a * 2].map { $0 + 1 } }
  expect(bytes: 8000, "most of a result") { _ = (a * 2)[..<600] + 1 }
  expect(bytes: 8080, "a small part, which would keep all") { _ = (a * 2)[990...] + 1 }
}
