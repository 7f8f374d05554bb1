// NumPy's spellings of what is named otherwise here: shapes and axes. The compiler offers the right name.

extension NDArray {
  @available(*, unavailable, message: "write a.reshaped([m, n])")
  public func reshape(_ shape: Int...) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "reshaped(_:)")
  public func reshape(_ shape: [Int]) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "flattened()")
  public func ravel() -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "flattened()")
  public func flatten() -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "resized(_:)")
  public func resize(_ shape: [Int]) -> NDArray { fatalError() }

  @available(*, unavailable, message: "write a.T")
  public func transpose() -> NDArray { fatalError() }

  @available(*, unavailable, message: "write a.transposed([1, 0])")
  public func transpose(_ axes: Int...) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "transposed(_:)")
  public func transpose(_ axes: [Int]) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "swappedAxes(_:_:)")
  public func swapaxes(_ first: Int, _ second: Int) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "squeezed()")
  public func squeeze() -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "squeezed(axis:)")
  public func squeeze(axis: Int) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "repeated(_:)")
  public func `repeat`(_ count: Int) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "repeated(_:axis:)")
  public func `repeat`(_ count: Int, axis: Int) -> NDArray { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.reshaped(self:_:)")
public func reshape<E>(_ a: NDArray<E>, _ shape: [Int]) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.flattened(self:)")
public func ravel<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.resized(self:_:)")
public func resize<E>(_ a: NDArray<E>, _ shape: [Int]) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.T")
public func transpose<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.transposed(self:_:)")
public func transpose<E>(_ a: NDArray<E>, _ axes: [Int]) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.transposed(self:_:)")
public func permute_dims<E>(_ a: NDArray<E>, _ axes: [Int]) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.swappedAxes(-1, -2)")
public func matrix_transpose<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.swappedAxes(self:_:_:)")
public func swapaxes<E>(_ a: NDArray<E>, _ first: Int, _ second: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.movedAxis(self:source:destination:)")
public func moveaxis<E>(_ a: NDArray<E>, _ source: Int, _ destination: Int) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.expandedDimensions(self:axis:)")
public func expand_dims<E>(_ a: NDArray<E>, _ axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.expandedDimensions(self:axis:)")
public func expand_dims<E>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.squeezed(self:)")
public func squeeze<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.squeezed(self:axis:)")
public func squeeze<E>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.broadcast(self:to:)")
public func broadcast_to<E>(_ a: NDArray<E>, _ shape: [Int]) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.atLeast1D")
public func atleast_1d<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.atLeast2D")
public func atleast_2d<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.atLeast3D")
public func atleast_3d<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.flipped(self:)")
public func flip<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.flipped(axes: [axis])")
public func flip<E>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.flipped(axes: [1])")
public func fliplr<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.flipped(axes: [0])")
public func flipud<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.rolled(self:by:)")
public func roll<E>(_ a: NDArray<E>, _ shift: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.rolled(self:by:axis:)")
public func roll<E>(_ a: NDArray<E>, _ shift: Int, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.rotated90(self:)")
public func rot90<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.rotated90(turns: k)")
public func rot90<E>(_ a: NDArray<E>, k: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.diagonal(self:offset:)")
public func diagonal<E>(_ a: NDArray<E>, offset: Int = 0) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.slidingWindows(self:of:)")
public func sliding_window_view<E>(_ a: NDArray<E>, _ size: Int) -> NDArray<E> { fatalError() }
