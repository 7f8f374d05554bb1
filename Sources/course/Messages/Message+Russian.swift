extension Message {
  var russian: String {
    switch self {
    // Bad input
    case .notTheCourse: "это не каталог курса; запускайте программу как ./course"
    case .noUnitsYet: "в Courseware/ пока нет ни одного раздела"
    case .unknownUnit: "раздела «{query}» нет; есть {known}"
    case .unknownUnitNear: "раздела «{query}» нет; может быть, {near}?"
    case .unknownWord:
      """
      ожидался раздел, проверка или файл из Sources/, а получено «{query}»; что есть, \
      покажет ./course list
      """
    case .unknownWordNear:
      """
      ожидался раздел, проверка или файл из Sources/, а получено «{query}»; может быть, \
      {near}?
      """
    case .unknownCheck:
      """
      в разделе {unit} нет ни проверки, ни файла «{query}»; что есть, покажет ./course \
      list {number}
      """
    case .unknownCheckNear:
      "в разделе {unit} нет ни проверки, ни файла «{query}»; может быть, {near}?"
    case .inSeveralUnits:
      """
      «{query}» есть в нескольких разделах ({known}); укажите раздел: ./course {command} \
      {number} {query}
      """
    case .unknownCommand: "команды «{query}» нет; список команд: ./course help"
    case .unknownCommandNear: "команды «{query}» нет; может быть, ./course {near}?"
    case .oneUnitOnly:
      """
      {command} работает с одним разделом; назовите его, например ./course {command} \
      {number}
      """
    case .noExercise: "каталога Exercises/{folder} нет; его создаст ./course generate {number}"
    case .noSuchFile: "файла {file} нет"
    case .levelRange: "уровень подсказки — от 1 до 3, а не {level}"
    // Checks
    case .building: "собираю"
    case .buildingLibrary: "собираю библиотеку: один раз, две-три минуты"
    case .buildingUnit: "собираю {unit}"
    case .afterSeconds: ", {seconds} с"
    case .buildFailed: "{purpose}: не получилось:\n{output}"
    case .noSources: "в Sources раздела {unit} нет ни одного файла Swift"
    case .cannotBuild: "{unit} не собирается:\n{output}"
    case .testsDidNotRun: "проверки раздела {unit} не запустились:\n{output}"
    case .otherTests: "запустились не те проверки раздела {unit}, что лежат в {folder}"
    case .noCheckForTest: "для теста «{tests}» нет проверки"
    case .twoTests: "два теста называются «{name}»"
    case .nothingRan: "код не компилируется, поэтому ни одна проверка не запустилась:"
    case .errorInChecks:
      """
      Ошибка не в вашем файле, а в проверке: в вашем коде больше нет того, что она \
      вызывает, или у этого другое имя или другие типы.
      """
    case .compilerNote: "замечание: "
    case .moreErrors: "… и ещё {count} {count|ошибка|ошибки|ошибок}"
    case .fileIsMissing:
      "нет файла {file}; ./course reset {number} {name} вернёт его в исходном виде"
    case .wouldBeRefused:
      "это не будет принято, что бы ни показали проверки: {reason}"
    case .refusedSection:
      "раздел «{section}» мог бы выполниться раньше проверок или изменить их"
    case .refusedMain: "`@main` делает из модуля отдельную программу, а он — библиотека"
    case .refusedSymbol:
      "«{name}» могла бы занять место функции, на которую полагаются проверки"
    case .refusedLookup: "«{name}» ищет функции по имени"
    case .refusedTests: "код обращается к библиотеке проверок ({name})"
    case .refusedConformance:
      "соответствие {type} протоколу {protocol} действовало бы и в проверках"
    case .trapped: "программа остановилась: {message}"
    case .atPlace: "{message} ({place})"
    case .calledFrom: "{message}, вызов из {place}"
    case .moreFindings: "и ещё {count} {count|такая же|таких же|таких же}"
    case .yourCodePrinted: "ваш код напечатал:"
    case .moreLines: "… и ещё {count} {count|строка|строки|строк}"
    case .moreLinesShown:
      "… ещё {count} {count|строка|строки|строк}; все: ./course check {number} {check}"
    case .summary: "проверки: {passed} из {count}, баллы: {earned} из {possible}"
    case .together: "всего: {earned} из {possible} {possible|балла|баллов|баллов}"
    case .nextCompile: "дальше: исправьте, что не компилируется{file}"
    case .next: "дальше: {check}{file}; подсказка: ./course hint {number} {check}"
    case .inFile: " в файле {file}"
    case .allPassed: "В разделе {unit} всё верно. Сравнить с нашим решением: ./course diff {number}"
    case .chosenPass:
      "Эти проверки пройдены. Все проверки упражнения ({count}): ./course check {number}"
    case .chosenPassOthersOpen:
      "Эти проверки пройдены; из {count} проверок упражнения ещё не пройдены {open}."
    case .wroteNothing:
      """
      {count} {count|проверка ждёт|проверки ждут|проверок ждут} кода, который ещё не \
      написан
      """
    case .askTheDoctor: "{problem}; что набрать, скажет ./course doctor"
    // Running one's own
    case .figuresGoTo: "с вашим кодом; рисунки будут в {folder}"
    case .runNeeds:
      """
      {function} ({place}) ещё не написано, а без этого не запустить; проверить написанное: \
      ./course watch {number}
      """
    case .runDoesNotCompile: "ваш код не компилируется, запускать нечего:"
    case .errorInRun:
      """
      Ошибка не в вашем файле, а в программе раздела: в вашем коде больше нет того, что она \
      вызывает, или оно называется иначе либо имеет другие типы.
      """
    // Watching
    case .watching:
      """
      слежу за Exercises/{folder}/Sources; сохраните файл — он будет проверен; выход — \
      Ctrl-C
      """
    case .checkedAt: "проверено в {time}; жду следующего сохранения"
    case .alsoFailing: "также не проходят: {checks}"
    case .newlyPassed: "теперь проходят: {checks}"
    case .noLongerPasses: "раньше проходили, теперь нет: {checks}"
    case .cannotWatch: "не могу следить за {folder}: {error}"
    case .stopped: "остановлено"
    // Hints
    case .hintTitle: "{check}, подсказка {level} из 3 ({kind})"
    case .nudge: "намёк"
    case .formula: "формула"
    case .pseudoCode: "псевдокод"
    case .nextHint: "следующая: ./course hint {number} {check}"
    case .lastHint: "Это последняя подсказка; сначала: ./course hint {number} {check} --level 1"
    case .nothingToHint:
      """
      все проверки раздела {unit} пройдены; чтобы увидеть подсказки, назовите проверку: \
      ./course hint {number} {check}
      """
    // List
    case .listChecks: "проверки: {passed}/{count}"
    case .listPoints: "баллы: {earned}/{possible}"
    case .statePassed: "пройдена"
    case .stateNever: "ещё не проверялась"
    case .stateNotImplemented: "ещё не написано"
    case .stateFailed: "не проходит"
    case .hintsSeen:
      """
      {count|прочитана|прочитаны|прочитано} {count} {count|подсказка|подсказки|подсказок}
      """
    // Reset
    case .resetDone:
      """
      {count|возвращён|возвращены|возвращено} к исходному виду {count} \
      {count|файл|файла|файлов} в Exercises/{folder}: {files}
      """
    case .backupIn: "то, что вы написали, лежит в {folder}"
    case .nothingToReset: "сбрасывать нечего: {what} в исходном виде"
    case .notHandedOut: "файл «{file}» не входит в выданное упражнение; в него входят {known}"
    // Diff
    case .diffLocked:
      """
      Решение {file} откроется, когда пройдут его проверки; пока не пройдены: {checks}. \
      Подсказка: ./course hint {number} {check}
      """
    case .diffNever:
      """
      Решение {file} откроется, когда пройдут его проверки, а они ещё не запускались: \
      ./course check {number}
      """
    case .diffSame: "{file}: совпадает с решением"
    case .diffYours: "{file} (ваш)"
    case .diffSolution: "{file} (решение)"
    case .noSolutionHere: "решения раздела {unit} в этом репозитории нет"
    // Doctor
    case .swiftGood: "Swift {version} ({path})"
    case .swiftMissing: "в PATH нет компилятора Swift"
    case .swiftOld: "Swift {version} слишком стар ({path}); нужна версия {needed} или новее"
    case .swiftBroken: "{path} не сообщает свою версию; полностью ли он установлен?"
    case .packageGood: "{package} {version}"
    case .packageMissing: "нет пакета {package}: {use}"
    case .packageOptional: "нет пакета {package}; он нужен только для этого: {use}"
    case .useBLAS: "произведения матриц"
    case .useLAPACK: "линейная алгебра"
    case .useZlib: "чтение сжатых данных"
    case .usePNG: "чтение картинок"
    case .useGnuplot: "рисунки в ./course run"
    case .usePkgConfig: "поиск библиотек"
    case .useBubblewrap: "./course grade у преподавателя"
    case .blasInUse:
      """
      используемый BLAS: {config}, ядро {core}, {threads} {threads|поток|потока|потоков}
      """
    case .blasUnknown: "OpenBLAS не загружается: {error}"
    case .coreForced: "ядро задано переменной OPENBLAS_CORETYPE={core}"
    case .diskGood: "свободно {free} ГБ в {folder}"
    case .diskFull: "свободно лишь {free} ГБ в {folder}; для сборки нужно {needed}"
    case .writable: "в {folder} можно писать"
    case .notWritable: "в {folder} нельзя писать"
    case .mend: "→ {command}"
    case .doctorWell: "Всё, что нужно для курса, есть."
    case .doctorIll:
      """
      Исправить нужно {count} \
      {count|пункт|пункта|пунктов}: наберите то, что стоит после →
      """
    // Help
    case .courseAbstract: "Курс глубокого обучения, упражнения которого проверяют себя сами."
    case .languageHelp: "Язык сообщений; без него — язык локали."
    case .whatHelp:
      "Номер или имя раздела, затем проверки или файлы из него; без них — все разделы."
    case .oneWhatHelp:
      """
      Номер или имя раздела, затем проверки или файлы из него; без них — первое \
      нерешённое.
      """
    case .checkAbstract: "Запустить проверки упражнения, одну проверку, проверки файла или всё."
    case .checkDiscussion:
      """
      Каждая проверка работает в своём процессе: остановка или бесконечный цикл в одной не \
      мешает другим.

      ПРИМЕР: ./course check 03 gates
      """
    case .solutionHelp: "Проверить наше решение вместо Exercises/."
    case .formatHelp: "text или json (описан в Documentation/CheckOutput.md)."
    case .watchAbstract: "Проверять упражнение при каждом сохранении файла."
    case .watchDiscussion:
      """
      Показывает первую нерешённую проверку. Сохранение посреди проверки начинает её \
      заново. Выход — Ctrl-C.

      ПРИМЕР: ./course watch 03
      """
    case .hintAbstract: "Дать следующую подсказку к проверке."
    case .hintDiscussion:
      """
      Их три: намёк, формула, псевдокод. Без имени проверки — к первой нерешённой.

      ПРИМЕР: ./course hint 03 gates
      """
    case .levelHelp: "1 (намёк), 2 (формула) или 3 (псевдокод) вместо следующей по порядку."
    case .listAbstract: "Показать разделы или проверки одного из них и ваши успехи."
    case .listDiscussion:
      """
      Состояние — по последнему запуску ./course check или watch.

      ПРИМЕР: ./course list 03
      """
    case .resetAbstract: "Вернуть упражнение или его файл к исходному виду."
    case .resetDiscussion:
      """
      То, что вы написали, сохраняется в .course/backups.

      ПРИМЕР: ./course reset 03 Perceptron.swift
      """
    case .resetUnitHelp: "Номер или имя раздела."
    case .resetFilesHelp: "Файлы из него; без них — все."
    case .diffAbstract: "Сравнить свой код с нашим решением, когда он проходит проверки."
    case .diffDiscussion:
      """
      Файл открывается, когда пройдены все его проверки.

      ПРИМЕР: ./course diff 03 Perceptron.swift
      """
    case .doctorAbstract: "Сказать, чего на этой машине не хватает для курса и что набрать."
    case .doctorDiscussion: "ПРИМЕР: ./course doctor"
    }
  }
}
