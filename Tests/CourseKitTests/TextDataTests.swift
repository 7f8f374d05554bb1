import CourseKit
import NDArray
import Testing

@Suite struct TextDataTests {
  @Test func reviewsAreHalfAndHalf() throws {
    let reviews = try Datasets.reviews()
    #expect(reviews.train.count == 1522 && reviews.test.count == 386)
    for part in [reviews.train, reviews.test] {
      #expect(2 * part.labels.sum() == part.count)
      #expect(part.texts.allSatisfy { (60...350).contains($0.count) })
      #expect(part.origin.contains("MIT"))
    }
    let common = Set(reviews.train.texts).intersection(reviews.test.texts).count
    #expect(common == 1, "the same words were written twice")
  }

  @Test func sonnetsHaveFourteenLines() throws {
    let sonnets = try Datasets.sonnets()
    #expect(sonnets.count == 154 && sonnets.labels.sum() == 28)
    #expect(sonnets.texts[0].hasPrefix("From fairest creatures"))
    let others = sonnets.texts.indices.filter {
      sonnets.texts[$0].split(separator: "\n").count != 14
    }
    #expect(others == [98, 125], "sonnet 99 has a line more, 126 two fewer")
  }

  @Test func bibleIsOneVerseALine() throws {
    let verses = try Datasets.bible()
    #expect(verses.count == 31102)
    #expect(verses[0] == "In the beginning God created the heavens and the earth.")
  }

  @Test func placesHaveTwoNames() throws {
    let places = try Datasets.placeNames()
    #expect(places.count == 4354 && places.target.count == 4354)
    #expect(places.source[3] == "A Coruña" && places.target[3] == "Ла-Корунья")
    #expect(Set(places.source.map { $0.lowercased() }).count == 4354, "each English name once")
    #expect(places.source.allSatisfy { (3...24).contains($0.count) })
    let letters = [places.source, places.target].map { $0.map(\.unicodeScalars.count).reduce(0, +) }
    #expect(letters == [37549, 35963], "each name whole")
    #expect(places.target.allSatisfy { name in name.unicodeScalars.contains { $0.value > 0x400 } })
    #expect(places.origin.contains("GPL"))
  }

  @Test func namesHaveTheirSexOrLanguage() throws {
    let names = try Datasets.firstNames()
    #expect(names.count == 5494 && names.classNames == ["male", "female"])
    #expect(names.texts[0] == "James" && names.texts[1219] == "Mary")
    #expect(names.labels.sum() == 4275)
    #expect(names.count - Set(names.texts).count == 331, "so many are both")
    let russian = try Datasets.russianFirstNames()
    #expect(russian.count == 1670 && russian.texts[0] == "Александр" && russian.labels.sum() == 592)
    let surnames = try Datasets.surnames()
    #expect(surnames.count == 3324 && Set(surnames.texts).count == 3324)
    #expect(surnames.classNames.first == "english" && surnames.classNames.last == "turkish")
    let counts = (0..<10).map { (surnames.labels .== $0).countNonzero() }
    #expect(counts == [400, 356, 315, 400, 400, 400, 197, 400, 397, 59])
  }
}
