import Diagnostics

extension SyntaxProblem {
  package func headline(in language: Language) -> String {
    switch self {
    case .emptyRuleFile:
      language.pick("this rule file declares nothing", "diese Regeldatei erklärt nichts")
    case .invalidUTF8:
      language.pick("this byte is not UTF-8 text", "dieses Byte ist kein UTF-8-Text")
    case .furtherProblems(let count):
      language.pick(
        "\(count) further problems in this file are not listed",
        "\(count) weitere Probleme in dieser Datei sind nicht aufgeführt")
    case .tabIndentation:
      language.pick("a tab stands in the indentation", "in der Einrückung steht ein Tabulator")
    case .wrongIndentation(let found, let wanted):
      language.pick(
        "this line is indented by \(found), the lines beside it by \(wanted)",
        "diese Zeile ist um \(found) eingerückt, die Zeilen neben ihr um \(wanted)")
    case .notIndented(let part):
      language.pick(
        "this line belongs under `\(part)`, but is not indented under it",
        "diese Zeile gehört unter `\(part)`, ist aber nicht darunter eingerückt")
    case .unclosedText:
      language.pick(
        "this text has no closing quote", "diesem Text fehlt das schließende Zeichen \"")
    case .otherQuotes(let opening):
      language.pick(
        "a text stands in straight double quotes, not in \(opening)",
        "ein Text steht in geraden doppelten Anführungszeichen, nicht in \(opening)")
    case .unknownEscape(let written):
      language.pick(
        "`\(written)` means nothing in a text", "`\(written)` bedeutet in einem Text nichts")
    case .invisibleCharacter(let code):
      language.pick(
        "an invisible character (\(Self.codePoint(code))) stands here",
        "hier steht ein unsichtbares Zeichen (\(Self.codePoint(code)))")
    case .quotesNeeded(let written):
      language.pick("`\(written)` needs quotes", "`\(written)` braucht Anführungszeichen")
    case .underscoreInName(let written, _):
      language.pick(
        "the name `\(written)` contains `_`", "der Name `\(written)` enthält `_`")
    case .nameWithSpaces(let written, _):
      language.pick(
        "a name is one word, not `\(written)`", "ein Name ist ein einziges Wort, nicht `\(written)`"
      )
    case .reservedName(let name, let part):
      language.pick(
        "`\(name)` is a word of the language and cannot name a \(part.noun(language))",
        "`\(name)` ist ein Wort der Sprache und kann hier kein Name sein (\(part.noun(language)))")
    case .groupingDot(let written, _, _):
      language.pick(
        "`\(written)`: we do not guess what the dot means",
        "`\(written)`: was der Punkt bedeutet, wird nicht geraten")
    case .commaInNumber(let written, _, _, _):
      language.pick(
        "`\(written)`: we do not guess what the comma means",
        "`\(written)`: was das Komma bedeutet, wird nicht geraten")
    case .dottedDate(let written, _):
      language.pick(
        "a date is not written `\(written)`", "ein Datum wird nicht `\(written)` geschrieben")
    case .invalidDate(let written):
      language.pick("`\(written)` is no date", "`\(written)` ist kein Datum")
    case .yearsWithDash(let written, _):
      language.pick(
        "a period is not written `\(written)`", "ein Zeitraum wird nicht `\(written)` geschrieben")
    case .unitWithoutSpace(let written, _):
      language.pick(
        "`\(written)` is neither a number nor a name", "`\(written)` ist weder Zahl noch Name")
    case .minusWithoutSpaces(let written):
      language.pick(
        "`\(written)` can be read as a name or as a subtraction",
        "`\(written)` kann ein Name oder eine Subtraktion sein")
    case .unknownDeclaration(let word, _):
      language.pick(
        "`\(word)` begins no part of a rule file",
        "mit `\(word)` beginnt kein Teil einer Regeldatei")
    case .unknownWord(let word, _, _):
      language.pick("`\(word)` is not known here", "`\(word)` ist hier nicht bekannt")
    case .otherLanguage(let word, let ours):
      language.pick("write `\(ours)` for `\(word)`", "`\(ours)` statt `\(word)` schreiben")
    case .newLineInstead(let word):
      language.pick("`\(word)` joins nothing here", "`\(word)` verbindet hier nichts")
    case .blockInstead(let word):
      language.pick(
        "`\(word)` cannot stand in a line", "`\(word)` kann nicht in einer Zeile stehen")
    case .comparisonSign(let sign, let ours):
      ours.isEmpty
        ? language.pick("`\(sign)` is not needed here", "`\(sign)` ist hier nicht nötig")
        : language.pick("write `\(ours)` for `\(sign)`", "`\(ours)` statt `\(sign)` schreiben")
    case .unexpected(let expected, let found):
      unexpectedHeadline(expected, found, language)
    case .repeated(let part):
      language.pick(
        "a second \(part.noun(language)) stands here",
        "hier steht zum zweiten Mal: \(part.noun(language))")
    case .missingBody(let part, let name): missingBodyHeadline(part, name, language)
    case .missingScope(let name):
      language.pick(
        "`\(name)` does not say which elements it is about",
        "`\(name)` sagt nicht, um welche Elemente es geht")
    case .missingColon(let words):
      language.pick("a colon is missing after `\(words)`", "nach `\(words)` fehlt ein Doppelpunkt")
    case .missingComma(let words):
      language.pick("a comma is missing before `\(words)`", "vor `\(words)` fehlt ein Komma")
    case .groupInList:
      language.pick(
        "a list cannot hold groups or lists", "eine Liste kann keine Gruppen oder Listen enthalten")
    case .unclosedBrace(let opening):
      language.pick(
        "this `\(opening)` is not closed", "zu `\(opening)` fehlt das schließende Zeichen")
    case .elsewhere(let written, _):
      language.pick("`\(written)` stands elsewhere", "`\(written)` steht an anderer Stelle")
    case .titleOfExtension(let part):
      language.pick(
        "the \(part.noun(language)) keeps the title of its first declaration",
        "der Titel (\(part.noun(language))) bleibt der der ersten Vereinbarung")
    case .missingExample:
      language.pick("this example has no element", "diesem Beispiel fehlt das Element")
    case .missingMust(let wanted):
      language.pick(
        "a requirement says `must`: `\(wanted)`", "eine Forderung sagt `must`: `\(wanted)`")
    case .otherMust(let written):
      language.pick(
        "a requirement says `must`, not `\(written)`",
        "eine Forderung sagt `must`, nicht `\(written)`")
    case .mustInCondition(let wanted):
      language.pick(
        "a condition does not say `must`, but `\(wanted)`",
        "eine Bedingung sagt nicht `must`, sondern `\(wanted)`")
    case .blockWithoutMust(let wanted):
      language.pick(
        "what is required begins `\(wanted)`", "was gefordert ist, beginnt mit `\(wanted)`")
    case .blockInLine(let words):
      language.pick(
        "the conditions of `\(words)` stand on lines of their own",
        "die Bedingungen von `\(words)` stehen auf eigenen Zeilen")
    case .unknownPhrase(let written, _, _):
      language.pick("`\(written)` is no phrase", "`\(written)` ist keine Wendung der Sprache")
    case .conditionOnly(let phrase):
      language.pick(
        "`\(phrase.wording.condition ?? "")` cannot be required",
        "`\(phrase.wording.condition ?? "")` kann nicht gefordert werden")
    case .requirementOnly(let phrase):
      language.pick(
        "`\(phrase.wording.requirement ?? "")` is no condition",
        "`\(phrase.wording.requirement ?? "")` ist keine Bedingung")
    case .between:
      language.pick(
        "`between` does not say whether its bounds belong to it",
        "`between` sagt nicht, ob die Grenzen dazugehören")
    case .uniqueWithoutList:
      language.pick("`unique` does not say among what", "`unique` sagt nicht, worunter")
    case .bareWhen:
      language.pick("no condition follows `when`", "auf `when` folgt keine Bedingung")
    case .noInRequirement:
      language.pick(
        "a requirement does not begin with `no`", "eine Forderung beginnt nicht mit `no`")
    case .notBeforeCondition:
      language.pick(
        "`not` stands in the phrase, not before the condition",
        "`not` steht in der Wendung, nicht vor der Bedingung")
    case .requirementBeforeCondition:
      language.pick(
        "a condition follows a requirement here", "hier folgt eine Bedingung auf eine Forderung")
    case .nestedTooDeep(let limit):
      language.pick(
        "this is nested deeper than \(limit) levels",
        "dies ist tiefer als \(limit) Ebenen verschachtelt")
    case .sectionsNestedTooDeep:
      language.pick(
        "a section inside a section can hold no further section",
        "ein Abschnitt in einem Abschnitt kann keinen weiteren enthalten")
    case .blocksNestedTooDeep:
      language.pick(
        "blocks of conditions nest two levels deep at most",
        "Blöcke von Bedingungen sind höchstens zwei Ebenen tief")
    }
  }

  private func unexpectedHeadline(
    _ expected: [Expected], _ found: String, _ language: Language
  ) -> String {
    let list = language.alternatives(expected.map { $0.text(language) })
    if found.isEmpty {
      return language.pick(
        "expected \(list), but the line ends", "erwartet: \(list); die Zeile endet hier")
    }
    let shown = found.count > 40 ? "\(found.prefix(40))…" : found
    return language.pick(
      "expected \(list), found `\(shown)`", "erwartet: \(list); hier steht `\(shown)`")
  }

  private func missingBodyHeadline(_ part: Part, _ name: String, _ language: Language) -> String {
    let what = name.isEmpty ? part.noun(language) : "`\(name)`"
    return switch part {
    case .when:
      language.pick(
        "nothing is required under this `when`", "unter diesem `when` wird nichts gefordert")
    case .block:
      language.pick("no conditions stand under \(what)", "unter \(what) stehen keine Bedingungen")
    case .rule: language.pick("\(what) requires nothing", "\(what) fordert nichts")
    case .examples:
      language.pick("no example stands under `examples`", "unter `examples` steht kein Beispiel")
    default: language.pick("\(what) is empty", "\(what) ist leer")
    }
  }

  static func codePoint(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What an edit does, as its title.
  static func fixTitle(_ replacement: String) -> LocalizedText {
    if replacement.isEmpty { return LocalizedText(en: "remove it", de: "entfernen") }
    if replacement.utf8.allSatisfy({ $0 == 0x20 }) {
      let count = replacement.utf8.count
      return LocalizedText(
        en: count == 1 ? "put a space here" : "put \(count) spaces here",
        de: count == 1 ? "ein Leerzeichen setzen" : "\(count) Leerzeichen setzen")
    }
    let trimmed = replacement.split(separator: " ").joined(separator: " ")
    let shown = trimmed.utf8.count > 1 ? trimmed : replacement
    return LocalizedText(en: "write `\(shown)`", de: "`\(shown)` schreiben")
  }
}
