/// Says what a text that is no exact amount looks like; only reached once reading has failed.
enum MoneyProblem {
  static func find(in text: String) -> ReadProblem {
    if Placeholder.recognises(text) { return .placeholder(text) }
    let tokens = Token.split(text)
    let numbers = tokens.compactMap { if case .number(let digits) = $0 { digits } else { nil } }
    guard let digits = numbers.first else { return .notMoney(text) }
    if let first = text.first, "[({".contains(first) {
      return .looksLikeMoney(text, .bracketed, suggestion: nil)
    }
    let words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    if isApproximate(tokens, words) {
      return .looksLikeMoney(text, .approximate, suggestion: nil)
    }
    if numbers.count > 1 {
      return isRange(tokens)
        ? .looksLikeMoney(text, .range, suggestion: nil) : .notMoney(text)
    }
    let unit = unit(in: tokens)
    if let scaled = scaled(tokens, words, digits, unit) {
      return .looksLikeMoney(text, .scaled, suggestion: scaled.suggestion)
    }
    return plainAmount(text, tokens, digits, unit)
  }

  /// The unit that the text names by code, sign or word.
  static func unit(in tokens: [Token]) -> Currency? {
    for token in tokens {
      switch token {
      case .word(let word):
        if word.hasPrefix("euro") || word == "teur" || word == "t€" { return .euro }
        if let currency = Currency(word.uppercased()) { return currency }
      case .mark(let mark): if let currency = Currency(String(mark)) { return currency }
      case .number: continue
      }
    }
    return nil
  }

  private static func isApproximate(_ tokens: [Token], _ words: [String]) -> Bool {
    let hedges: Set<String> = [
      "ca", "circa", "zirka", "rund", "etwa", "ungefähr", "knapp", "mindestens", "mind",
      "maximal", "max", "höchstens", "approx", "approximately", "about", "around", "roughly",
      "bis", "up", "over", "über", "unter", "under", "less", "more", "mehr", "weniger", "ab",
    ]
    if case .mark(let mark)? = tokens.first, "~≈<>≤≥".contains(mark) { return true }
    guard let first = tokens.first, case .word(let word) = first else { return false }
    return hedges.contains(word) || words.last == "geschätzt"
  }

  /// Whether a dash or a word for it stands between the first two numbers.
  private static func isRange(_ tokens: [Token]) -> Bool {
    var afterNumber = false
    var joined = false
    for token in tokens {
      switch token {
      case .number:
        if afterNumber { return joined }
        afterNumber = true
      case .mark(let mark) where "-–—".contains(mark): joined = joined || afterNumber
      case .word(let word) where ["bis", "to", "till", "until", "and", "und"].contains(word):
        joined = joined || afterNumber
      case .mark(":"): return false
      case .word, .mark: continue
      }
    }
    return false
  }

  /// The factor of a word such as `Mio`; `isCertain` is false for words that differ by language.
  private static func factor(_ word: String) -> (value: Int, isCertain: Bool)? {
    switch word {
    case "t", "teur", "tsd", "tausend", "thousand", "k", "keur": (1000, true)
    case "m", "mio", "million", "millionen", "millions", "mn", "mln": (1_000_000, true)
    case "mrd", "milliarde", "milliarden": (1_000_000_000, true)
    case "b", "bn", "billion", "billions", "billionen": (1_000_000_000, false)
    default: nil
    }
  }

  private static func scaled(
    _ tokens: [Token], _ words: [String], _ digits: String, _ unit: Currency?
  ) -> (suggestion: String?, Void)? {
    guard let factor = words.lazy.compactMap({ factor($0) }).first else { return nil }
    let known: Set<String> = ["euro", "euros", "€"]
    let others = words.filter { self.factor($0) == nil && !known.contains($0) }
    let isPlain = others.allSatisfy { Currency($0.uppercased()) != nil }
    guard factor.isCertain, isPlain, let unit, let number = certainNumber(digits, tokens),
      let amount = number.multiplying(by: Decimal(factor.value))
    else { return (nil, ()) }
    return ("\(amount.plain()) \(unit.code)", ())
  }

  /// The number where it has one reading, a decimal comma included.
  private static func certainNumber(_ digits: String, _ tokens: [Token]) -> Decimal? {
    let sign = tokens.first == .mark("-") || tokens.first == .mark("−") ? "-" : ""
    switch (sign + digits).withTextBytes(NumberScan.read) {
    case .success(let value): return value
    case .failure(.decimalComma(let suggestion)), .failure(.groupedDigits(let suggestion)):
      return try? Decimal.read(suggestion).get()
    case .failure: return nil
    }
  }

  /// One number with at most a unit: what is wrong is the number, the unit or the words around.
  private static func plainAmount(
    _ text: String, _ tokens: [Token], _ digits: String, _ unit: Currency?
  ) -> ReadProblem {
    let signs: Set<Character> = ["-", "−"]
    var rest = tokens.filter { $0 != .number(digits) }
    if case .mark(let mark)? = rest.first, signs.contains(mark), tokens.first == rest.first {
      rest.removeFirst()
    }
    if isDashForCents(text, rest) {
      let suggestion = certainNumber(digits, tokens).flatMap { number in
        unit.map { "\(number.plain()) \($0.code)" }
      }
      return .looksLikeMoney(text, .dashForCents, suggestion: suggestion)
    }
    guard rest.count <= 1 else {
      return unit == nil ? .notMoney(text) : .looksLikeMoney(text, .qualified, suggestion: nil)
    }
    let code = unit.map { " \($0.code)" } ?? ""
    let sign = tokens.first == .mark("-") || tokens.first == .mark("−") ? "-" : ""
    switch (sign + digits).withTextBytes(NumberScan.read) {
    case .failure(let failure): return failure.problem(of: text) { $0 + code }
    case .success(let number): return unitProblem(text, rest, number, unit)
    }
  }

  private static func unitProblem(
    _ text: String, _ rest: [Token], _ number: Decimal, _ unit: Currency?
  ) -> ReadProblem {
    guard case .word(let word)? = rest.first else {
      return isExponentOrUneven(text) ?? .notMoney(text)
    }
    let written = word.uppercased() == "EURO" ? "Euro" : word
    return .unknownCurrency(
      text, unit: unit == nil ? word.uppercased() : written,
      suggestion: unit.map { "\(number.plain()) \($0.code)" })
  }

  private static func isExponentOrUneven(_ text: String) -> ReadProblem? {
    switch text.withTextBytes(NumberScan.read) {
    case .failure(.exponent): .exponent(text)
    case .failure(.unevenGroups): .unevenGroups(text)
    case .success, .failure: nil
    }
  }

  /// `500,- €` and `500,-- €`.
  private static func isDashForCents(_ text: String, _ rest: [Token]) -> Bool {
    let marks = rest.compactMap { if case .mark(let mark) = $0 { mark } else { nil } }
    guard let comma = marks.firstIndex(where: { $0 == "," || $0 == "." }) else { return false }
    let dashes = marks[(comma + 1)...]
    return !dashes.isEmpty && dashes.allSatisfy { "-–—€$£".contains($0) }
      && dashes.contains { "-–—".contains($0) }
  }
}
