extension Message {
  var english: String {
    switch self {
    // Bad input
    case .notTheCourse: "this is not a folder of the course; start it with ./course"
    case .noUnitsYet: "there is no unit in Courseware/ yet"
    case .unknownUnit: "there is no unit “{query}”; there are {known}"
    case .unknownUnitNear: "there is no unit “{query}”; did you mean {near}?"
    case .unknownWord:
      """
      expected a unit, a check or a file of Sources/, got “{query}”; ./course list shows \
      what there is
      """
    case .unknownWordNear:
      """
      expected a unit, a check or a file of Sources/, got “{query}”; did you mean {near}?
      """
    case .unknownCheck:
      """
      {unit} has no check and no file “{query}”; ./course list {number} shows what there \
      is
      """
    case .unknownCheckNear: "{unit} has no check and no file “{query}”; did you mean {near}?"
    case .inSeveralUnits:
      """
      “{query}” is in several units ({known}); put the unit before it: ./course {command} \
      {number} {query}
      """
    case .unknownCommand: "there is no command “{query}”; ./course help lists what there is"
    case .unknownCommandNear: "there is no command “{query}”; did you mean ./course {near}?"
    case .oneUnitOnly:
      """
      {command} works on one unit at a time; name it, as in ./course {command} {number}
      """
    case .noExercise: "there is no Exercises/{folder}; ./course generate {number} makes it"
    case .noSuchFile: "there is no file {file}"
    case .levelRange: "a hint has a level from 1 to 3, not {level}"
    // Checks
    case .building: "building"
    case .buildingLibrary: "building the library, which is done once and takes two or three minutes"
    case .buildingUnit: "building {unit}"
    case .afterSeconds: ", {seconds} s"
    case .buildFailed: "{purpose} failed:\n{output}"
    case .noSources: "there is no Swift file in Sources of {unit}"
    case .cannotBuild: "{unit} cannot be built:\n{output}"
    case .testsDidNotRun: "the tests of {unit} did not run:\n{output}"
    case .otherTests: "the tests of {unit} that ran are not those in {folder}"
    case .noCheckForTest: "there is no check for the test “{tests}”"
    case .twoTests: "two tests are called “{name}”"
    case .nothingRan: "does not compile, so no check could run:"
    case .errorInChecks:
      """
      The error is in a check, not in your file: your code no longer has what the check \
      calls, or has it under another name or with other types.
      """
    case .compilerNote: "note: "
    case .moreErrors: "… and {count} {count|error|errors} more"
    case .fileIsMissing:
      """
      {file} is missing; ./course reset {number} {name} brings it back as it was handed \
      out
      """
    case .wouldBeRefused: "the grader will refuse this, whatever the checks say: {reason}"
    case .refusedSection: "the section “{section}” could run before the checks, or change them"
    case .refusedMain: "`@main` makes it a program of its own, and it is a library"
    case .refusedSymbol:
      "“{name}” could take the place of a function that the checks rely on"
    case .refusedLookup: "“{name}” looks for functions by name"
    case .refusedTests: "it calls the library of the tests ({name})"
    case .refusedConformance:
      "the conformance of {type} to {protocol} would hold in the checks, too"
    case .trapped: "trapped: {message}"
    case .atPlace: "{message} at {place}"
    case .calledFrom: "{message}, called from {place}"
    case .moreFindings: "and {count} more like {count|this|these}"
    case .yourCodePrinted: "your code printed:"
    case .moreLines: "… and {count} {count|line|lines} more"
    case .moreLinesShown:
      "… {count} {count|line|lines} more; all of them: ./course check {number} {check}"
    case .summary: "{passed} of {count} checks, {earned} of {possible} points"
    case .together: "together: {earned} of {possible} points"
    case .nextCompile: "next: make it compile{file}"
    case .next: "next: {check}{file}; a hint: ./course hint {number} {check}"
    case .inFile: " in {file}"
    case .allPassed:
      "Everything in {unit} passes. The worked solution beside yours: ./course diff {number}"
    case .chosenPass: "These pass. All {count} checks of the exercise: ./course check {number}"
    case .chosenPassOthersOpen: "These pass; {open} of the {count} checks of the exercise are open."
    case .wroteNothing: "{count} {count|check waits|checks wait} for code that is not written yet"
    case .askTheDoctor: "{problem}; ./course doctor tells what to type"
    // Running one's own
    case .figuresGoTo: "with your code; figures go to {folder}"
    case .runNeeds:
      """
      {function} at {place} is not written yet, and the run needs it; ./course watch {number} checks \
      what you write
      """
    case .runDoesNotCompile: "your code does not compile, so it cannot be run:"
    case .errorInRun:
      """
      The error is in the run, not in your file: your code no longer has what the run calls, or \
      has it under another name or with other types.
      """
    // Watching
    case .watching: "watching Exercises/{folder}/Sources; save a file to check it, Ctrl-C ends"
    case .checkedAt: "checked at {time}; waiting for the next save"
    case .alsoFailing: "also not passing: {checks}"
    case .newlyPassed: "passes now: {checks}"
    case .noLongerPasses: "passed before and does not now: {checks}"
    case .cannotWatch: "cannot watch {folder}: {error}"
    case .stopped: "stopped"
    // Hints
    case .hintTitle: "{check}, hint {level} of 3 ({kind})"
    case .nudge: "a nudge"
    case .formula: "the formula"
    case .pseudoCode: "pseudo-code"
    case .nextHint: "the next one: ./course hint {number} {check}"
    case .lastHint:
      "That was the last one; ./course hint {number} {check} --level 1 begins again."
    case .nothingToHint:
      """
      every check of {unit} has passed; name one to see its hints, as in ./course hint \
      {number} {check}
      """
    // List
    case .listChecks: "{passed}/{count} checks"
    case .listPoints: "{earned}/{possible} points"
    case .statePassed: "passed"
    case .stateNever: "not checked yet"
    case .stateNotImplemented: "not written yet"
    case .stateFailed: "does not pass"
    case .hintsSeen: "{count} {count|hint|hints} seen"
    // Reset
    case .resetDone: "{count} {count|file|files} of Exercises/{folder} as handed out: {files}"
    case .backupIn: "what you had written is in {folder}"
    case .nothingToReset: "nothing to reset: {what} is as it was handed out"
    case .notHandedOut: "“{file}” is not a file that was handed out; those are {known}"
    // Diff
    case .diffLocked:
      """
      The solution of {file} opens when its checks pass; still open: {checks}. A hint: \
      ./course hint {number} {check}
      """
    case .diffNever:
      """
      The solution of {file} opens when its checks pass, and they have not been run yet: \
      ./course check {number}
      """
    case .diffSame: "{file}: the same as the solution"
    case .diffYours: "{file} (yours)"
    case .diffSolution: "{file} (solution)"
    case .noSolutionHere: "the worked solution of {unit} is not in this repository"
    // Doctor
    case .swiftGood: "Swift {version} ({path})"
    case .swiftMissing: "there is no Swift compiler in PATH"
    case .swiftOld: "Swift {version} is too old ({path}); the course needs {needed} or later"
    case .swiftBroken: "{path} does not say its version; is the installation complete?"
    case .packageGood: "{package} {version}"
    case .packageMissing: "{package} is missing: {use}"
    case .packageOptional: "{package} is missing, which only {use} needs"
    case .useBLAS: "matrix products"
    case .useLAPACK: "linear algebra"
    case .useZlib: "reading compressed data"
    case .usePNG: "reading pictures"
    case .useGnuplot: "the figures of ./course run"
    case .usePkgConfig: "finding the libraries"
    case .useBubblewrap: "the instructor's ./course grade"
    case .blasInUse: "BLAS in use: {config}, core {core}, {threads} {threads|thread|threads}"
    case .blasUnknown: "OpenBLAS cannot be loaded: {error}"
    case .coreForced: "OPENBLAS_CORETYPE={core} is set and decides the core"
    case .diskGood: "{free} GB free in {folder}"
    case .diskFull: "only {free} GB free in {folder}; a build needs {needed}"
    case .writable: "{folder} can be written"
    case .notWritable: "{folder} cannot be written"
    case .mend: "→ {command}"
    case .doctorWell: "Everything the course needs is here."
    case .doctorIll: "{count} {count|thing|things} to mend; type the {count|line|lines} after →"
    // Help
    case .courseAbstract: "A deep-learning course whose exercises grade themselves."
    case .languageHelp: "The language of messages; else that of the locale."
    case .whatHelp: "A unit's number or name, then checks or files of it; all units without it."
    case .oneWhatHelp:
      """
      A unit's number or name, then checks or files of it; the first unsolved without it.
      """
    case .checkAbstract: "Run the checks of one exercise, of one check or file, or of all."
    case .checkDiscussion:
      """
      Each check runs alone: what one does, a trap or an endless loop, costs no other.

      EXAMPLE: ./course check 03 gates
      """
    case .solutionHelp: "Check the worked solution instead of Exercises/."
    case .formatHelp: "text, or json as Documentation/CheckOutput.md describes it."
    case .watchAbstract: "Check an exercise again each time a file of it is saved."
    case .watchDiscussion:
      """
      Shows the first unsolved check. A save in the middle of a check begins again. Ctrl-C \
      ends.

      EXAMPLE: ./course watch 03
      """
    case .hintAbstract: "Give the next hint for a check."
    case .hintDiscussion:
      """
      There are three: a nudge, the formula, pseudo-code. Without a check, for the first \
      unsolved one.

      EXAMPLE: ./course hint 03 gates
      """
    case .levelHelp: "1 (nudge), 2 (formula) or 3 (pseudo-code) instead of the next one."
    case .listAbstract: "Show the units, or the checks of one, and how far you are."
    case .listDiscussion:
      """
      The states are those of the last ./course check or watch.

      EXAMPLE: ./course list 03
      """
    case .resetAbstract: "Bring an exercise, or a file of it, back as it was handed out."
    case .resetDiscussion:
      """
      What you had written is kept in .course/backups.

      EXAMPLE: ./course reset 03 Perceptron.swift
      """
    case .resetUnitHelp: "The unit's number or name."
    case .resetFilesHelp: "Files of it; all without them."
    case .diffAbstract: "Compare your code with the worked solution, once it passes."
    case .diffDiscussion:
      """
      A file opens when every check of it has passed.

      EXAMPLE: ./course diff 03 Perceptron.swift
      """
    case .doctorAbstract: "Say what this machine lacks for the course, and what to type."
    case .doctorDiscussion: "EXAMPLE: ./course doctor"
    }
  }
}
