import NDArray

extension Refusals {
  static let creation = Refusals {
    $0.refuse("shape (9223372036854775807,2) has more elements than an Int can count") {
      _ = NDArray<Int8>.zeros([Int.max, 2])
    }
    $0.refuse("9223372036854775807 elements of Double are more bytes than an Int can count") {
      _ = NDArray<Double>.zeros([Int.max])
    }
    $0.refuse("cannot allocate 140737488355328 bytes") { _ = NDArray<Int8>.zeros([1 << 47]) }
    $0.refuse("NDArray: ragged blocks: block 0 has shape (1,2) and block 1 has shape (1,1)") {
      _ = NDArray([[[1.0, 2]], [[3.0]]])
    }
    $0.refuse("arange: the step must not be zero") { _ = NDArray<Int>.arange(0, 3, 0) }
    $0.refuse("arange: the step must not be zero") { _ = NDArray<Double>.arange(0, 3, 0) }
    $0.refuse("arange: cannot count from 0.0 to inf by 1.0") {
      _ = NDArray<Double>.arange(.infinity)
    }
    $0.refuse("arange: cannot count from 0.0 to 1e+30 by 1.0") { _ = NDArray<Double>.arange(1e30) }
    $0.refuse("linspace: the count must not be negative, got -1") {
      _ = NDArray<Double>.linspace(0, 1, count: -1)
    }
    $0.refuse("geomspace: start and stop must not be zero and have one sign, got 0.0 and 2.0") {
      _ = NDArray<Double>.geomspace(0, 2)
    }
    $0.refuse("diag: input must be 1- or 2-d, got shape (1,1,1)") {
      _ = NDArray<Double>.zeros([1, 1, 1]).diag()
    }
    $0.refuse("tril: needs at least one axis, got shape ()") { _ = NDArray(1).tril() }
    $0.refuse("triu: needs at least one axis, got shape ()") { _ = NDArray(1).triu() }
    $0.refuse("diag: no matrix has a diagonal -9223372036854775808") {
      _ = NDArray([1, 2, 3]).diag(k: .min)
    }
    $0.refuse(
      "arange: from -9223372036854775808 to 9223372036854775807 by 1 are more numbers than an Int can count"
    ) { _ = NDArray<Int>.arange(.min, .max) }
    $0.refuse("arange: cannot count from 0.0 to 1.0 by nan") {
      _ = NDArray<Double>.arange(0, 1, .nan)
    }
    $0.refuse("kaiser: 9223372036854775807 points are more than a Double can count") {
      _ = NDArray.kaiser(.max, beta: 1)
    }
    $0.refuse("linspace: the count must not be negative, got -9223372036854775808") {
      _ = NDArray<Double>.linspace([0], [1], count: .min)
    }
    $0.refuse("elements: cannot allocate 9223372036854775807 bytes") {
      _ = NDArray<Int8>(1).broadcast(to: [.max]).elements
    }
    $0.refuse("elements: 9223372036854775807 values are more bytes than an Int can count") {
      _ = NDArray<Int16>(1).broadcast(to: [.max]).elements
    }
    $0.refuse(
      "outer: shape (4611686018427387904,4611686018427387904) has more elements than an Int can count"
    ) {
      let long = NDArray<Int8>(1).broadcast(to: [1 << 62])
      _ = long.outer(long)
    }
    $0.refuse("indices: negative dimensions are not allowed, got [-1]") {
      _ = NDArray<Int>.indices([-1])
    }
    $0.refuse("vander: needs a one-dimensional array, got shape (1,1)") {
      _ = NDArray([[1]]).vander()
    }
    $0.refuse("vander: the number of columns must not be negative, got -1") {
      _ = NDArray([1]).vander(columns: -1)
    }
    $0.refuse("bytesOf: offset and count must not be negative") {
      _ = try? NDArray<Int>(bytesOf: referenceFile("umath.npz"), offset: -1)
    }
    $0.refuse("loadtxt: minimumRank must be 0, 1 or 2, got 3") { _ = TextFormat(minimumRank: 3) }
    $0.refuse("loadtxt: skipRows, skipFooter and maxRows must not be negative, got -1, 0, 0") {
      _ = TextFormat(skipRows: -1)
    }
    $0.refuse("loadtxt: skipRows, skipFooter and maxRows must not be negative, got 0, -2, 3") {
      var format = TextFormat(maxRows: 3)
      format.skipFooter = -2
      _ = try? NDArray<Int>(text: "1", format)
    }
    $0.refuse("savetxt: fmt '%1000001d' asks for more than 1000000 characters for a number") {
      _ = NDArray([1]).text(TextStyle(format: "%1000001d"))
    }
    $0.refuse("PrintOptions: floatMode fixed writes at most 100000 digits, got precision 100001") {
      _ = NDArray([1.0]).formatted(PrintOptions(precision: 100_001, floatMode: .fixed))
    }
    $0.refuse("NPZ.write: a name stands twice in [\"a\", \"a\"]") {
      let a = NDArray<Double>.zeros([1])
      _ = try? NPZ.write(["a": a, "a": a], to: referenceFile("never.npz"))
    }
    $0.refuse("threads: 0 is not a number of threads, at least 1 is needed") {
      NDRuntime.threads = 0
    }
    $0.refuse("keptMemoryLimit: -1 is not a number of bytes") { NDRuntime.keptMemoryLimit = -1 }
  }
}
