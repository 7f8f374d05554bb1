// NumPy's spellings of what is named otherwise here: how arrays are made. The compiler offers the right name.

extension NDArray {
  @available(*, unavailable, renamed: "init(_:)")
  public static func array(_ values: [Element]) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "init(_:)")
  public static func array(_ rows: [[Element]]) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "init(_:)")
  public static func asarray(_ values: [Element]) -> NDArray { fatalError() }

  @available(*, unavailable, message: "memory is never left unset: write NDArray.zeros(shape)")
  public static func empty(_ shape: [Int]) -> NDArray { fatalError() }

  @available(*, unavailable, message: "write NDArray.zeros(like: a)")
  public static func empty_like(_ a: NDArray) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "zeros(like:)")
  public static func zeros_like(_ a: NDArray) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "ones(like:)")
  public static func ones_like(_ a: NDArray) -> NDArray { fatalError() }

  @available(*, unavailable, message: "write NDArray.full(a.shape, value)")
  public static func full_like(_ a: NDArray, _ value: Element) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "eye(_:)")
  public static func identity(_ count: Int) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "init(bytes:)")
  public static func frombuffer(_ bytes: [UInt8]) -> NDArray { fatalError() }

  @available(*, unavailable, message: "write NDArray(numbers, shape: shape)")
  public static func fromiter(_ values: some Sequence<Element>) -> NDArray { fatalError() }

  @available(
    *, unavailable,
    message: "compute with the parts of an array of positions: write NDArray.indices(shape)"
  )
  public static func fromfunction(_ function: (Int, Int) -> Element, _ shape: [Int]) -> NDArray {
    fatalError()
  }
}

@available(*, unavailable, renamed: "NDArray.init(_:)")
public func array<E: NDScalar>(_ values: [E]) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.init(_:)")
public func array<E: NDScalar>(_ rows: [[E]]) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.init(_:)")
public func asarray<E: NDScalar>(_ values: [E]) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.zeros(_:)")
public func zeros(_ shape: [Int]) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.ones(_:)")
public func ones(_ shape: [Int]) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.zeros(_:)")
public func empty(_ shape: [Int]) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.full(_:_:)")
public func full<E: NDScalar>(_ shape: [Int], _ value: E) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.zeros(like:)")
public func zeros_like<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.ones(like:)")
public func ones_like<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write NDArray.full(a.shape, value)")
public func full_like<E>(_ a: NDArray<E>, _ value: E) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.zeros(like:)")
public func empty_like<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.eye(_:)")
public func eye(_ count: Int) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.eye(_:)")
public func identity(_ count: Int) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.arange(_:)")
public func arange<E: NDNumeric>(_ stop: E) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.arange(_:_:_:)")
public func arange<E: NDNumeric>(_ start: E, _ stop: E, _ step: E = 1) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.linspace(_:_:count:)")
public func linspace(_ start: Double, _ stop: Double, _ count: Int) -> NDArray<Double> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.logspace(_:_:count:)")
public func logspace(_ start: Double, _ stop: Double, _ count: Int) -> NDArray<Double> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.geomspace(_:_:count:)")
public func geomspace(_ start: Double, _ stop: Double, _ count: Int) -> NDArray<Double> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.diag(self:k:)")
public func diag<E: NDScalar>(_ a: NDArray<E>, k: Int = 0) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.tril(self:k:)")
public func tril<E: NDScalar>(_ a: NDArray<E>, k: Int = 0) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.triu(self:k:)")
public func triu<E: NDScalar>(_ a: NDArray<E>, k: Int = 0) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write NDArray<Double>.tri(n)")
public func tri(_ rows: Int, _ columns: Int? = nil, k: Int = 0) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.vander(self:)")
public func vander<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.indices(_:)")
public func indices(_ shape: [Int]) -> NDArray<Int> { fatalError() }

@available(*, unavailable, message: "write openMesh([rows, columns])")
public func ix_(_ positions: [Int]...) -> [NDArray<Int>] { fatalError() }

@available(*, unavailable, renamed: "NDArray.bartlett(_:)")
public func bartlett(_ count: Int) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.blackman(_:)")
public func blackman(_ count: Int) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.hamming(_:)")
public func hamming(_ count: Int) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.hanning(_:)")
public func hanning(_ count: Int) -> NDArray<Double> { fatalError() }

@available(*, unavailable, renamed: "NDArray.kaiser(_:beta:)")
public func kaiser(_ count: Int, _ beta: Double) -> NDArray<Double> { fatalError() }
