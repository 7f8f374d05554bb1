import CourseKit
import GradedTests
import NDArray
import Testing
import Text

@Suite(.graded) struct StemmerChecks {
  @Test("a table knows what it holds and nothing else") func lookupFailsOnTheUnknown() {
    let stemmer = LookupStemmer([
      ("walk", ["walks", "walked", "walking"]), ("go", ["goes", "went", "gone"]),
    ])
    for form in ["walks", "walked", "walking"] {
      #expect(stemmer.stem(form) == "walk", "\(form), a form of the table")
    }
    #expect(stemmer.stem("went") == "go", "irregular forms are no harder than others")
    #expect(stemmer.stem("Walking") == "walk", "in upper or lower case")
    #expect(stemmer.stem("go") == "go", "a stem is a form of itself")
    let named = LookupStemmer([("Rome", ["Rome's"])])
    #expect(
      named.stem("ROME's") == "Rome", "in upper or lower case, too, where the table has capitals")
    #expect(named.stem("rome") == "Rome", "the stem as the table has it")
    #expect(stemmer.stem("blogged") == nil, "a word that is not listed is unknown")
    #expect(stemmer.stem("talked") == nil, "and nothing is inferred from walked")
  }

  @Test("which letters are consonants") func consonantsAndVowels() {
    for (word, expected) in [
      ("toy", "cvc"), ("syzygy", "cvcvcv"), ("tree", "ccvv"), ("yes", "cvc"), ("sky", "ccv"),
      ("yyy", "cvc"), ("crayon", "ccvcvc"), ("", ""),
    ] {
      let got = PorterWord(word).isConsonant.map { $0 ? "c" : "v" }.joined()
      #expect(got == expected, "the letters of “\(word)”, c for a consonant")
    }
  }

  @Test("m of the paper's words") func measureOfThePaper() {
    let words = [
      0: ["", "tr", "ee", "tree", "y", "by"], 1: ["trouble", "oats", "trees", "ivy"],
      2: ["troubles", "private", "oaten", "orrery"], 4: ["generator"],
    ]
    for (m, list) in words {
      for word in list {
        #expect(
          PorterWord(word).measure == m,
          "m of “\(word)”: runs of vowels that a run of consonants follows")
      }
    }
  }

  @Test("a vowel, a double consonant, a short syllable at the end") func conditionsOfThePaper() {
    for (word, expected) in [
      ("plaster", true), ("bl", false), ("s", false), ("sk", false), ("cry", true), ("", false),
    ] {
      #expect(PorterWord(word).containsVowel == expected, "*v* of “\(word)”")
    }
    for (word, expected) in [
      ("hopp", true), ("fall", true), ("see", false), ("hop", false), ("tt", true), ("t", false),
      ("", false), ("baby", false),
    ] {
      #expect(PorterWord(word).endsWithDoubleConsonant == expected, "*d of “\(word)”")
    }
    for (word, expected) in [
      ("hop", true), ("wil", true), ("fail", false), ("snow", false), ("box", false),
      ("tray", false), ("at", false), ("cc", false), ("fil", true), ("", false),
    ] {
      #expect(
        PorterWord(word).endsWithShortSyllable == expected,
        "*o of “\(word)”: consonant, vowel, consonant, the last not w, x, y")
    }
  }

  @Test("the longest suffix decides, whether its condition holds or not")
  func longestSuffixDecides() {
    let rules = [
      PorterRule("s", ""), PorterRule("ness", "") { $0.measure > 0 }, PorterRule("ss", "ss"),
      PorterRule("st", "z"),
    ]
    #expect(apply(rules, to: "goodness") == "good", "ness is longer than ss and s")
    #expect(apply(rules, to: "cress") == "cress", "ss → ss keeps s from going")
    #expect(
      apply(rules, to: "ness") == "ness",
      "ness is responsible, and its condition fails: no second chance for ss")
    #expect(apply(rules, to: "cats") == "cat", "only s fits")
    #expect(apply(rules, to: "best") == "bez", "the replacement stands in the suffix's place")
    #expect(apply(rules, to: "dog") == "dog", "no rule fits")
    let two = [PorterRule("ment", ""), PorterRule("ement", "") { $0.measure > 1 }]
    #expect(
      apply(two, to: "cement") == "cement", "ement refuses, and ment, which would not, is not asked"
    )
    #expect(apply([], to: "dog") == "dog", "no rules at all")
  }

  @Test("step 1a: plurals") func step1aByHand() {
    expectForms(
      pairs("caresses caress,ponies poni,ties ti,caress caress,cats cat,dog dog,s s").map {
        ($0.0, $0.0 == "s" ? "" : $0.1)
      }, "step 1a", PorterStemmer.step1a)
  }

  @Test("step 1b: ed and ing, and what they leave") func step1bByHand() {
    expectForms(
      pairs(
        "feed feed,agreed agree,plastered plaster,bled bled,motoring motor,sing sing,conflated conflate,troubled trouble,sized size,hopping hop,tanned tan,falling fall,hissing hiss,fizzed fizz,failing fail,filing file,dog dog,boxing box,snowing snow,creating create,eed eed"
      ),
      "step 1b", PorterStemmer.step1b)
  }

  @Test("step 1c: y becomes i behind a vowel") func step1cByHand() {
    expectForms(
      pairs("happy happi,sky sky,enjoy enjoi,y y,dog dog,syzygy syzygi,toy toi"), "step 1c",
      PorterStemmer.step1c)
  }

  @Test("step 2: long endings") func step2ByHand() {
    expectForms(
      pairs(
        "relational relate,conditional condition,rational rational,valenci valence,hesitanci hesitance,digitizer digitize,conformabli conformable,radicalli radical,differentli different,vileli vile,analogousli analogous,vietnamization vietnamize,predication predicate,operator operate,feudalism feudal,decisiveness decisive,hopefulness hopeful,callousness callous,formaliti formal,sensitiviti sensitive,sensibiliti sensible,ation ation,possibli possibli"
      ),
      "step 2", PorterStemmer.step2)
  }

  @Test("step 3: more endings") func step3ByHand() {
    expectForms(
      pairs(
        "triplicate triplic,formative form,formalize formal,electriciti electric,electrical electric,hopeful hope,goodness good,ness ness"
      ),
      "step 3", PorterStemmer.step3)
  }

  @Test("step 4: endings that go where m > 1") func step4ByHand() {
    expectForms(
      pairs(
        "revival reviv,allowance allow,inference infer,airliner airlin,gyroscopic gyroscop,adjustable adjust,defensible defens,irritant irrit,replacement replac,adjustment adjust,dependent depend,adoption adopt,homologou homolog,communism commun,activate activ,angulariti angular,homologous homolog,effective effect,bowdlerize bowdler,onion onion,cement cement,element element,rebellion rebellion,extension extens,metal metal,mention mention"
      ),
      "step 4", PorterStemmer.step4)
  }

  @Test("step 5: e and ll at the end") func step5ByHand() {
    expectForms(
      pairs("probate probat,rate rate,cease ceas,hope hope,dog dog,relate relat"), "step 5a",
      PorterStemmer.step5a)
    expectForms(
      pairs("controll control,roll roll,oscill oscil,dog dog,enroll enrol,control control"),
      "step 5b", PorterStemmer.step5b)
  }

  @Test("whole words through all steps") func porterWholeWords() {
    expectForms(
      pairs(
        "caresses caress,ponies poni,agreed agre,hopping hop,falling fall,filing file,relational relat,conflated conflat,electrical electr,generalizations gener,oscillators oscil,description descript,strategies strategi,scary scari,Running run,is i"
      ),
      "the stems", PorterStemmer.stem)
    #expect(PorterStemmer.stem("") == "", "of nothing, nothing")
  }

  @Test("5,328 words like the original algorithm") func porterAgainstTheOriginal() throws {
    struct Stored: Decodable { let words, stems: [String] }
    let stored: Stored = try reference("porter.json")
    expectForms(
      Array(zip(stored.words, stored.stems)), "NLTK in its original mode", PorterStemmer.stem)
  }
}
