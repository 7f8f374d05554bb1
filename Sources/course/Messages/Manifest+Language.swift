extension Manifest {
  /// The title in the language of the moment, in English where there is none.
  var translatedTitle: String { Language.current == .russian ? russianTitle ?? title : title }
}

extension Manifest.Check {
  /// The hints in this language, in English where there are none.
  func hints(in language: Language) -> [String] {
    language == .russian ? russianHints ?? hints : hints
  }
}
