import Grading
import Testing

@testable import course

@Suite struct MessageTests {
  @Test(arguments: Message.allCases) func languagesHaveTheSameGaps(message: Message) {
    let (english, russian) = (Template(message.english), Template(message.russian))
    #expect(!message.english.isEmpty && !message.russian.isEmpty)
    #expect(english.names == russian.names)
    #expect(english.formCounts.allSatisfy { $0 == 2 })
    #expect(russian.formCounts.allSatisfy { $0 == 3 })
  }

  @Test(arguments: Reason.allCases) func reasonsHaveTheSameGaps(reason: Reason) {
    #expect(Template(reason.english).names == Template(reason.russian).names)
    #expect(reason.russian.contains(/[а-я]/))
  }

  @Test(
    arguments: [
      (1, "1 проверка"), (2, "2 проверки"), (5, "5 проверок"), (11, "11 проверок"),
      (21, "21 проверка"), (112, "112 проверок"), (0, "0 проверок"),
    ])
  func russianWordsAgreeWithTheirNumber(count: Int, text: String) {
    let template = Template("{count} {count|проверка|проверки|проверок}")
    #expect(template.filled(["count": count], in: .russian) == text)
  }

  @Test func englishWordsAgreeWithTheirNumber() {
    let template = Template("{count} {count|check|checks}")
    #expect(template.filled(["count": 1], in: .english) == "1 check")
    #expect(template.filled(["count": 0], in: .english) == "0 checks")
  }

  @Test(
    arguments: [
      (["check", "--language", "ru"], ["LANG": "en_US.UTF-8"], Language.russian),
      (["check", "--language=en"], ["LC_ALL": "ru_RU.UTF-8"], .english),
      (["check"], ["LC_ALL": "", "LC_MESSAGES": "ru_RU", "LANG": "en_US"], .russian),
      (["check"], ["LC_ALL": "C", "LANG": "ru_RU.UTF-8"], .english),
      (["check", "--language"], ["LANG": "ru"], .russian),
      ([], [:], .english),
    ])
  func isChosen(arguments: [String], environment: [String: String], language: Language) {
    #expect(Language.chosen(by: arguments, environment) == language)
  }

  @Test func aVerdictIsToldInRussian() {
    let place = Place(file: "/home/ada/Sources/Lists.swift", line: 3)
    var verdict = Verdict(.trapped, [Finding(.indexOutOfRange, at: place)])
    #expect(verdict.translatedSentences == ["trapped: index out of range at Lists.swift:3"])
    #expect(verdict.translatedSentences == verdict.sentences)
    Language.$current.withValue(.russian) {
      #expect(
        verdict.translatedSentences == ["программа остановилась: индекс вне границ (Lists.swift:3)"]
      )
    }
    verdict.findings[0].callers = [Place(file: "/home/ada/Sources/Sums.swift", line: 7)]
    verdict.moreFindings = 5
    #expect(verdict.translatedSentences == verdict.sentences)
    Language.$current.withValue(.russian) {
      #expect(
        verdict.translatedSentences == [
          "программа остановилась: индекс вне границ (Lists.swift:3), вызов из Sums.swift:7",
          "и ещё 5 таких же",
        ])
    }
  }
}
