import Grading

extension Reason {
  var russian: String {
    switch self {
    case .timedOut: "не уложилась в {seconds} с: нет ли бесконечного цикла?"
    case .asleep: "ничего не делала {seconds} с: не ждёт ли она того, что не наступит?"
    case .tooMuchOutput: "напечатано больше {megabytes} МБ: нет ли бесконечного цикла?"
    case .outOfMemory: "понадобилось больше {megabytes} МБ памяти"
    case .exitedEarly: "вызвана exit({code}) до конца проверки"
    case .notImplemented: "{function} ещё не написано"
    case .didNotCompile: "не компилируется: {error}"
    case .couldNotStart: "проверку не удалось запустить: {error}"
    case .notFound: "проверки не нашлось, когда пришла её очередь"
    case .noSuchTest: "такого теста нет"
    case .noVerdict: "нет вердикта: у набора тестов нет .graded или в нём нет ни одного случая"
    case .skipped: "проверка пропущена"
    case .noCase: "в проверке не было ни одного случая"
    case .noProof: "проверка не оставила доказательства, что дошла до конца"
    case .recordRemoved: "ошибок было {count}, но запись о них удалена"
    case .twoVerdicts: "для этой проверки оставлено два вердикта"
    case .foundNil: "значение оказалось nil там, где `!` обещает обратное"
    case .negativeArrayIndex: "индекс вне границ: отрицательный индекс массива Array"
    case .arrayIndexOutOfRange: "индекс вне границ массива Array"
    case .indexOutOfRange: "индекс вне границ"
    case .overflow: "целочисленное переполнение: результат не помещается в свой тип"
    case .zeroDivision: "деление целого числа на ноль"
    case .notFiniteToInteger: "бесконечность или NaN преобразуется в целое число"
    case .tooBigForInteger: "число преобразуется в целый тип, который для него мал"
    case .endBeforeStart: "конец диапазона раньше его начала"
    case .lastOfEmpty: "из пустой коллекции удаляется последний элемент"
    case .negativePrefix: "начало (prefix) отрицательной длины"
    case .wrongCast: "значение приводится через `as!` к типу, которого у него нет"
    case .thrownUnderTry: "под `try!` возникла ошибка"
    case .overlappingAccess: "два одновременных обращения к одной переменной"
    case .stoppedItself: "программа остановила себя сама"
    case .outOfStack: "переполнен стек: не вызывает ли функция сама себя без конца?"
    case .endlessRecursion: "{function} без конца вызывает сама себя"
    case .killedFromOutside: "процесс завершён извне"
    case .signal: "процесс завершён сигналом {number} ({name})"
    }
  }
}

extension Finding {
  /// The sentence in the language of the moment; what the library says itself stays as it is.
  var sentence: String {
    guard Language.current == .russian else { return message }
    return reason.map { Template($0.russian).filled(values ?? [:], in: .russian) }
      ?? ExpectationPhrases.inRussian(message)
  }
}

extension Verdict {
  /// What to tell the student of the first findings, `trapped: index out of range at Perceptron.swift:31`, and how many
  /// more there are.
  var translatedSentences: [String] {
    let told = findings.prefix(Self.toldFindings).map { finding in
      let what =
        outcome == .trapped ? say(.trapped, ["message": finding.sentence]) : finding.sentence
      guard outcome != .wrong, let place = finding.place else { return what }
      return (finding.callers ?? []).reduce(say(.atPlace, ["message": what, "place": place])) {
        say(.calledFrom, ["message": $0, "place": $1])
      }
    }
    return told + (untoldFindings > 0 ? [say(.moreFindings, ["count": untoldFindings])] : [])
  }
}
