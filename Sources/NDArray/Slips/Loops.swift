// Loops over arrays. The conformance is unavailable: as a sequence an array would have a second `max`, `min`, `sorted` and
// `+` in every expression. Unavailable, it is passed over until nothing else fits, and says what to write.

@available(
  *, unavailable,
  message:
    "an array is no Sequence: write for x in a.elements; for rows, for i in 0..<a.shape[0] with a[i]"
)
extension NDArray: Sequence {
  @_documentation(visibility: internal)
  public typealias Iterator = IndexingIterator<[Element]>
  @_documentation(visibility: internal)
  public func makeIterator() -> IndexingIterator<[Element]> { fatalError() }
}
