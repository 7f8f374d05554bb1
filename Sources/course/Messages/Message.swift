/// Everything that the tool says to students, by a key; the texts are in `Message+English.swift` and
/// `Message+Russian.swift`, and a test holds their gaps against each other.
enum Message: String, CaseIterable {
  // Bad input
  case notTheCourse, noUnitsYet, unknownUnit, unknownUnitNear, unknownWord, unknownWordNear
  case unknownCheck, unknownCheckNear, inSeveralUnits, unknownCommand, unknownCommandNear
  case oneUnitOnly, noExercise, noSuchFile, levelRange
  // Checks
  case building, buildingLibrary, buildingUnit, afterSeconds, buildFailed, cannotBuild, noSources
  case testsDidNotRun, otherTests, noCheckForTest
  case twoTests, nothingRan, errorInChecks, compilerNote, moreErrors, fileIsMissing
  case trapped, atPlace, calledFrom, moreFindings, yourCodePrinted, moreLines, moreLinesShown
  case summary, together
  case next, nextCompile, inFile, allPassed, chosenPass, chosenPassOthersOpen, wroteNothing
  // What the grader refuses
  case wouldBeRefused, refusedSection, refusedMain, refusedSymbol, refusedLookup, refusedTests
  case refusedConformance
  case askTheDoctor
  // Running one's own
  case figuresGoTo, runNeeds, runDoesNotCompile, errorInRun
  // Watching
  case watching, checkedAt, alsoFailing, newlyPassed, noLongerPasses, cannotWatch, stopped
  // Hints
  case hintTitle, nudge, formula, pseudoCode, nextHint, lastHint, nothingToHint
  // List
  case listChecks, listPoints, statePassed, stateNever, stateNotImplemented, stateFailed
  case hintsSeen
  // Reset
  case resetDone, backupIn, nothingToReset, notHandedOut
  // Diff
  case diffLocked, diffNever, diffSame, diffYours, diffSolution, noSolutionHere
  // Doctor
  case swiftGood, swiftMissing, swiftOld, swiftBroken, packageGood, packageMissing
  case packageOptional, useBLAS, useLAPACK, useZlib, usePNG, useGnuplot, usePkgConfig
  case useBubblewrap
  case blasInUse, blasUnknown, coreForced, diskGood, diskFull, writable, notWritable, mend
  case doctorWell, doctorIll
  // Help
  case courseAbstract, languageHelp, whatHelp, oneWhatHelp, checkAbstract, checkDiscussion
  case solutionHelp, formatHelp, watchAbstract, watchDiscussion, hintAbstract, hintDiscussion
  case levelHelp, listAbstract, listDiscussion, resetAbstract, resetDiscussion, resetUnitHelp
  case resetFilesHelp, diffAbstract, diffDiscussion, doctorAbstract, doctorDiscussion
}
