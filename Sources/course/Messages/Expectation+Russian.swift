/// What the expectations of `GradedTests` and the gradient checker of `CourseKit` say, line by line, in English
/// as they say it and in Russian.
///
/// They speak from inside a check, whose only words are text, so they are known by their form.
enum ExpectationPhrases {
  static let all: [(english: Template, russian: Template)] = phrases + addedUp

  private static let phrases: [(english: Template, russian: Template)] = [
    (
      "{what}: {n} of {m} elements differ, first at {at}: expected {a}, got {b}; "
        + "worst at {place}: expected {c}, got {d}",
      "{what}: расходятся {n} из {m} элементов, первый в {at}: ожидалось {a}, получено {b}; "
        + "сильнее всего в {place}: ожидалось {c}, получено {d}"
    ),
    (
      "{what}: {n} of {m} elements differ, first at {at}: expected {a}, got {b}",
      "{what}: расходятся {n} из {m} элементов, первый в {at}: ожидалось {a}, получено {b}"
    ),
    (
      "{what}: expected shape {a}, got shape {b}", "{what}: ожидалась форма {a}, получена {b}"
    ),
    ("{what}: expected {a}, got {b}", "{what}: ожидалось {a}, получено {b}"),
    ("{what}: got {a}, expected {b}", "{what}: получено {a}, ожидалось {b}"),
    (
      "gradient {name}: {n} of {m} elements are wrong",
      "градиент {name}: неверны {n} из {m} элементов"
    ),
    (
      "  worst at {at}: yours {a}, centred difference {b}",
      "  сильнее всего в {at}: у вас {a}, центральная разность {b}"
    ),
    (
      "gradient {name}: its shape is {a}, but what it is the gradient of has shape {b}",
      "градиент {name}: его форма {a}, а у того, по чему он берётся, форма {b}"
    ),
    (
      "gradient {name}: {n} of {m} elements lie at kinks, too many to judge by the others",
      "градиент {name}: {n} из {m} элементов лежат на изломах; по остальным судить нельзя"
    ),
    (
      "gradient {name}: the function gives different values for the same input, so it has no slope to compare; "
        + "draw random numbers from a generator with the same seed each time",
      "градиент {name}: функция даёт для одного входа разные значения, и наклона у неё нет; "
        + "берите случайные числа из генератора с одним и тем же начальным числом"
    ),
    (
      "  some values are NaN or infinite: look for a division by 0, log 0 or an overflow",
      "  есть NaN или бесконечности: ищите деление на 0, log 0 или переполнение"
    ),
    (
      "  every value is zero: it was never computed, or never accumulated",
      "  все значения равны нулю: градиент не посчитан или не накоплен"
    ),
    ("  every value has the wrong sign", "  у всех значений неверный знак"),
    (
      "  every value is doubled: added up twice, or not set back to zero before, or a 1/2 is missing",
      "  все значения вдвое больше: сложено дважды, не обнулено перед этим или потеряна 1/2"
    ),
    (
      "  every value is {n} times too large: 1/n with n = {m} is missing",
      "  все значения в {n} {n|раз|раза|раз} больше: потеряно 1/n при n = {m}"
    ),
    (
      "  every value is {n} times too small: something is divided by {m} too often",
      "  все значения в {n} {n|раз|раза|раз} меньше: где-то лишнее деление на {m}"
    ),
    ("  every value is half of what it should be", "  все значения вдвое меньше нужного"),
    (
      "  every value is {n} times too small: there is a 1/n with n = {m} too much",
      "  все значения в {n} {n|раз|раза|раз} меньше: лишнее 1/n при n = {m}"
    ),
    (
      "  every value is {factor} times what it should be: one factor is wrong",
      "  отношение всех значений к верным равно {factor}: неверен один множитель"
    ),
    (
      "  its transpose is right: transpose it, or swap the factors of the product",
      "  верен транспонированный: транспонируйте его или переставьте множители"
    ),
    (
      "  summed over axis {axes} it is right: forward broadcasts there, so backward must sum there",
      "  верна сумма по оси {axes}: прямой проход там растягивает, значит, обратный должен складывать"
    ),
    (
      "  summed over axes {axes} it is right: forward broadcasts there, so backward must sum there",
      "  верна сумма по осям {axes}: прямой проход там растягивает, значит, обратный должен складывать"
    ),
    ("  its values are right, only the shape is not", "  значения верны, неверна только форма"),
    (
      "  it is right for an upstream gradient of ones: the upstream gradient is not multiplied in",
      "  верно для пришедшего градиента из единиц: пришедший градиент не учтён как множитель"
    ),
    (
      "  it is right for an earlier forward pass: the cache is stale, each forward pass must replace it",
      "  верно для прежнего прямого прохода: кэш устарел, его должен заменять каждый прямой проход"
    ),
    (
      "{what}: it belongs to an earlier call: the cache is stale, each forward pass must replace it",
      "{what}: относится к прежнему вызову: кэш устарел, его должен заменять каждый прямой проход"
    ),
    (
      "{what}: it is added to what an earlier call left: each backward pass must replace it",
      "{what}: прибавлено к оставшемуся от прежнего вызова: обратный проход должен заменять значение"
    ),
    (
      "{name} was skipped by the step: it is what it was before",
      "{name}: шаг пропустил этот параметр, он не изменился"
    ),
    (
      "{name} went the wrong way: the step must go against the gradient",
      "{name}: шаг сделан не в ту сторону, он должен идти против градиента"
    ),
    (
      "  the wrong elements all lie at position {at} of axis {axis}; the others are right",
      "  все неверные элементы стоят на месте {at} оси {axis}; остальные верны"
    ),
    (
      "  the wrong elements are all zero; the others are right",
      "  все неверные элементы равны нулю; остальные верны"
    ),
  ].map { (Template($0.0), Template($0.1)) }

  /// A number in words, as far as there are words.
  private static let addedUp: [(english: Template, russian: Template)] = [
    ("three calls?", "сложено за три вызова?"), ("four calls?", "сложено за четыре вызова?"),
    ("five calls?", "сложено за пять вызовов?"), ("six calls?", "сложено за шесть вызовов?"),
    ("seven calls?", "сложено за семь вызовов?"), ("eight calls?", "сложено за восемь вызовов?"),
    ("nine calls?", "сложено за девять вызовов?"), ("ten calls?", "сложено за десять вызовов?"),
    ("{m} calls?", "сложено за несколько вызовов ({m})?"),
  ].map { calls, russian in
    (
      Template("  every value is {n} times too large: added up over " + calls),
      Template("  все значения в {n} {n|раз|раза|раз} больше: " + russian)
    )
  }

  /// The text with each line that is known in Russian.
  static func inRussian(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for phrase in all {
        if let values = phrase.english.values(in: String(line)) {
          return phrase.russian.filled(values, in: .russian)
        }
      }
      return String(line)
    }.joined(separator: "\n")
  }
}
