/// The `README.md` and `README.ru.md` of an exercise.
struct ExerciseReadme {
  let unit: CourseUnit
  let manifest: Manifest
  /// The files of `Sources/` with a part for the student to write.
  let files: [String]

  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .russian: russian
    }
  }

  private var english: String {
    """
    # \(unit.title): the exercise

    \(manifest.title). The lesson is in [Courseware/\(unit.folderName)](../../Courseware/\(unit.folderName)/README.md).

    Write what is `notImplemented()` in

    \(fileList)
    `./course watch \(unit.number)` in the repository's root checks each save, `./course hint \(unit.number)` helps, and
    `./course check \(unit.number)`, or plain `swift test` here, tells how far you have come.
    \(box(title: "What this code needs of Swift and NDArray", \.meaning))
    | check | points |
    |---|---:|
    \(checks)| together | \(manifest.points) |
    \(hidden { "Besides these there are \($0.checks) hidden checks, worth \($0.points) points, run on what you hand in." })
    """
  }

  private var russian: String {
    """
    # \(unit.title): упражнение

    \(manifest.russianTitle ?? manifest.title). Урок — в [Courseware/\(unit.folderName)](../../Courseware/\(unit.folderName)/README.ru.md).

    Напишите то, что стоит как `notImplemented()`, в файлах

    \(fileList)
    `./course watch \(unit.number) --language ru` в корне репозитория проверяет каждое сохранение,
    `./course hint \(unit.number) --language ru` подсказывает, а `./course check \(unit.number) --language ru` или просто
    `swift test` здесь скажет, сколько уже готово.
    \(box(title: "Что этому коду нужно от Swift и NDArray") { $0.russianMeaning ?? $0.meaning })
    | проверка | баллы |
    |---|---:|
    \(checks)| вместе | \(manifest.points) |
    \(hidden { "Кроме них есть скрытые проверки: \($0.checks) на \($0.points) баллов; они пройдут по тому, что вы сдадите." })
    """
  }

  private var fileList: String { files.map { "- [`Sources/\($0)`](Sources/\($0))\n" }.joined() }

  private var checks: String {
    manifest.checks.map { "| `\($0.id)` | \($0.points) |\n" }.joined()
  }

  private func hidden(_ sentence: (Manifest.Hidden) -> String) -> String {
    manifest.hidden.map { "\n\(sentence($0))\n" } ?? ""
  }

  /// The spellings that a student meets here for the first time, in a block of their own.
  private func box(title: String, _ meaning: (Manifest.Spelling) -> String) -> String {
    guard !manifest.spellings.isEmpty else { return "" }
    let lines = manifest.spellings.map { "> - `\($0.code)`: \(meaning($0))\n" }.joined()
    return "\n> **\(title)**\n>\n\(lines)"
  }
}
