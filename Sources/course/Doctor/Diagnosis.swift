/// One thing that the doctor looked at.
struct Diagnosis: Equatable {
  enum State {
    /// As it should be.
    case well
    /// Missed only by a part of the course that not everyone needs.
    case optional
    case ill
  }

  var state: State
  var text: String
  /// The command that mends it.
  var mend: String?

  init(_ state: State, _ text: String, mend: String? = nil) {
    self.state = state
    self.text = text
    self.mend = mend
  }
}
