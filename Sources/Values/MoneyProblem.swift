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
    let unit = unit(in: tokens)
    if numbers.count > 1 {
      if isRange(tokens) { return .looksLikeMoney(text, .range, suggestion: nil) }
      return unit == nil ? .notMoney(text) : .looksLikeMoney(text, .qualified, suggestion: nil)
    }
    if let factor = factor(in: tokens) {
      let amount = factor.value.flatMap { scaled(tokens, digits, $0) }
      return .looksLikeMoney(
        text, .scaled,
        suggestion: amount.flatMap { amount in unit.map { "\(amount.plain()) \($0.code)" } })
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
    if case .word(let word)? = tokens.first, hedges.contains(word) { return true }
    return words.contains("geschätzt") || words.contains("estimated")
  }

  /// Whether a dash or a word for it stands between the first two numbers.
  private static func isRange(_ tokens: [Token]) -> Bool {
    // `2025-2029: 50 000 EUR` is an amount with its years.
    if tokens.contains(.mark(":")) { return false }
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
      case .word, .mark: continue
      }
    }
    return false
  }

  /// What a word such as `Mio` multiplies by.
  private struct Factor {
    /// Nil where languages differ, as for `billion`.
    var value: Int?

    init?(_ word: String) {
      switch word {
      case "t", "teur", "tsd", "tausend", "thousand", "k", "keur": value = 1000
      case "m", "mio", "million", "millionen", "millions", "mn", "mln": value = 1_000_000
      case "mrd", "milliarde", "milliarden": value = 1_000_000_000
      case "b", "bn", "billion", "billions", "billionen": value = nil
      default: return nil
      }
    }
  }

  /// The factor that the text names; a lone letter counts only right after the number.
  private static func factor(in tokens: [Token]) -> Factor? {
    for (index, token) in tokens.enumerated() {
      guard case .word(let word) = token, let factor = Factor(word) else { continue }
      if word.count > 1 { return factor }
      if index > 0, case .number = tokens[index - 1] { return factor }
    }
    return nil
  }

  /// The amount in all digits where it is certain: a number, one factor, a unit and nothing else.
  private static func scaled(_ tokens: [Token], _ digits: String, _ factor: Int) -> Decimal? {
    var factors = 0
    for token in tokens {
      switch token {
      case .number: continue
      case .word(let word) where Factor(word) != nil: factors += 1
      case .word(let word) where word.hasPrefix("euro") || Currency(word.uppercased()) != nil:
        continue
      case .mark(let mark) where "€$£-−".contains(mark): continue
      case .word, .mark: return nil
      }
    }
    return factors == 1
      ? certainNumber(digits, tokens)?.multiplying(by: Decimal(factor)) : nil
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
    if case .mark(let mark)? = tokens.first, signs.contains(mark) { rest.removeFirst() }
    if isDashForCents(text, rest) {
      let suggestion = certainNumber(digits, tokens).flatMap { number in
        unit.map { "\(number.plain()) \($0.code)" }
      }
      return .looksLikeMoney(text, .dashForCents, suggestion: suggestion)
    }
    guard rest.count <= 1 else {
      return unit == nil ? .notMoney(text) : .looksLikeMoney(text, .qualified, suggestion: nil)
    }
    guard case .word(let word)? = rest.first, let number = certainNumber(digits, tokens) else {
      return numberProblem(text, digits, unit)
    }
    return unknownCurrency(text, word, number, unit)
  }

  /// A unit that is written out or wrong, beside a number that is right or has one reading.
  private static func unknownCurrency(
    _ text: String, _ word: String, _ number: Decimal, _ unit: Currency?
  ) -> ReadProblem {
    let written = word.hasPrefix("euro") ? "Euro" : unit == nil ? word.uppercased() : word
    return .unknownCurrency(
      text, unit: written, suggestion: unit.map { "\(number.plain()) \($0.code)" })
  }

  private static func numberProblem(
    _ text: String, _ digits: String, _ unit: Currency?
  ) -> ReadProblem {
    switch digits.withTextBytes(NumberScan.read) {
    case .failure(let failure) where failure != .notANumber:
      failure.problem(of: text) { unit == nil ? $0 : "\($0) \(unit?.code ?? "")" }
    case .success, .failure: .notMoney(text)
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
