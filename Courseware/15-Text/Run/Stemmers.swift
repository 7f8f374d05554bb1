import CourseKit
import NDArray
import Text

/// The table that fails on the unknown, Porter's rules, and lemmas.
func stemmers() {
  section("Two stemmers")
  let table = LookupStemmer([("walk", ["walks", "walked", "walking"]), ("go", ["goes", "went"])])
  for word in ["walked", "went", "blogged"] {
    let porter = PorterStemmer.stem(word)
    print(
      "\(word.padding(10)) table: \((table.stem(word) ?? "unknown").padding(8)) Porter: \(porter)")
  }

  section("Porter, step by step")
  let steps: [(String, (String) -> String)] = [
    ("1a", PorterStemmer.step1a), ("1b", PorterStemmer.step1b), ("1c", PorterStemmer.step1c),
    ("2", PorterStemmer.step2), ("3", PorterStemmer.step3), ("4", PorterStemmer.step4),
    ("5a", PorterStemmer.step5a), ("5b", PorterStemmer.step5b),
  ]
  for word in ["generalizations", "oscillators", "hopping", "relational"] {
    var (form, way) = (word, word)
    for (name, step) in steps {
      let next = step(form)
      if next != form { way += " →\(name) \(next)" }
      form = next
    }
    print(way)
  }
  let words = [
    "caresses", "ponies", "agreed", "falling", "filing", "conflated", "electrical", "description",
    "strategies", "scary", "news", "new", "university", "universe",
  ]
  for half in [words[..<7], words[7...]] {
    print(half.map { "\($0) \(PorterStemmer.stem($0))" }.joined(separator: ", "))
  }
}

/// Lemma, number, gender, case.
func morphology() {
  section("Morphology")
  func tell(_ form: String, _ readings: some Sequence<Reading>) {
    print("\(form.padding(10)) \(readings.map(\.description).sorted().joined(separator: "; "))")
  }
  for form in ["книгами", "книги", "студента", "времени", "людьми", "лампочками"] {
    tell(form, RussianMorphology.small.readings(form))
  }
  for form in ["mice", "cats'", "her", "churches"] {
    tell(form, EnglishMorphology.small.readings(form))
  }
  let verbs = ["went", "stopped", "hoping", "hopping", "studied", "baked"]
  print(verbs.map { "\($0) \(EnglishMorphology.small.lemma($0))" }.joined(separator: ", "))
}
