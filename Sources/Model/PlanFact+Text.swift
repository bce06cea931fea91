import Diagnostics
import Values
import YAMLSyntax

extension PlanFact {
  /// What is wrong, without the element, in one sentence without a full stop.
  func reason(in language: Language) -> String {
    switch self {
    case .planNotAMapping(let kind):
      language.pick(
        "the plan is \(kind.phrase(.english)), not keys with values",
        "der Plan ist \(kind.phrase(.german)), keine Schlüssel mit Werten")
    case .includeNotAPath:
      language.pick(
        "`include` takes a path or a list of paths",
        "`include` nimmt einen Pfad oder eine Liste von Pfaden")
    case .includeFailed(let pattern, let failure):
      failure.reason(pattern, language)
    case .includedTwice(let path):
      language.pick("`\(path)` is already part of the plan", "`\(path)` gehört schon zum Plan")
    case .tooManyFiles(let limit):
      language.pick(
        "the plan joins more than \(limit) files",
        "der Plan verbindet mehr als \(limit) Dateien")
    case .unknownLanguage(let text):
      language.pick(
        "`\(text)` is no language that ratsam speaks",
        "`\(text)` ist keine Sprache, die ratsam spricht")
    case .packsNotNames:
      language.pick(
        "`packs:` takes names of rule packs", "`packs:` enthält Namen von Regelpaketen")
    case .furtherProblems(let count):
      language.pick(
        "\(count) further problems in this file", "\(count) weitere Probleme in dieser Datei")
    case .unknownKey(let key, _, _):
      language.pick("unknown key `\(key)`", "unbekannter Schlüssel `\(key)`")
    case .twoSpellings(let first, let second):
      language.pick(
        "`\(first)` and `\(second)` are the same field",
        "`\(first)` und `\(second)` sind dasselbe Feld")
    case .statedInTwoFiles(let key):
      language.pick(
        "`\(key)` is stated in another file already",
        "`\(key)` steht schon in einer anderen Datei")
    case .expectedMapping(let kind, _):
      language.pick(
        "\(kind.phrase(.english)) stands where keys with values are expected",
        "\(kind.phrase(.german)) steht, wo Schlüssel mit Werten erwartet werden")
    case .expectedList(let kind):
      language.pick(
        "\(kind.phrase(.english)) stands where a list is expected",
        "\(kind.phrase(.german)) steht, wo eine Liste erwartet wird")
    case .expectedValue(let kind, _):
      language.pick(
        "\(kind.phrase(.english)) stands where one value is expected",
        "\(kind.phrase(.german)) steht, wo ein einzelner Wert erwartet wird")
    case .emptyEntry:
      language.pick("the list has an empty entry", "die Liste hat einen leeren Eintrag")
    case .valueAndState(let key):
      language.pick(
        "both a value and \(key.phrase(.english))",
        "ein Wert und zugleich \(key.phrase(.german))")
    case .stateInList(let key):
      language.pick(
        "a single entry of a list cannot be \(key.phrase(.english))",
        "ein einzelner Listeneintrag kann nicht \(key.phrase(.german)) sein")
    case .stateWithoutReason(let key):
      language.pick(
        "\(key.phrase(.english)) without a reason", "\(key.phrase(.german)) ohne Begründung")
    case .unreadable(let problem, _):
      problem.reason(in: language)
    case .belowBound(let value, let bound):
      language.pick(
        "`\(value)` is less than \(bound)", "`\(value)` ist kleiner als \(bound)")
    case .unknownValue(let value, _, _, let isOpen):
      isOpen
        ? language.pick(
          "`\(value)` is not among the usual values",
          "`\(value)` gehört nicht zu den üblichen Werten")
        : language.pick(
          "`\(value)` is not one of the values", "`\(value)` ist keiner der möglichen Werte")
    case .mixedCurrencies(let first, let second):
      language.pick(
        "amounts in \(second) and in \(first) do not add up",
        "Beträge in \(second) und in \(first) lassen sich nicht zusammenzählen")
    case .copyArtefacts(let scalars):
      language.pick(
        "invisible or broken characters, as copying leaves them: \(Self.names(scalars))",
        "unsichtbare oder kaputte Zeichen, wie sie beim Kopieren entstehen: \(Self.names(scalars))")
    case .missingId:
      language.pick("no id", "keine Kennung")
    case .duplicateId(let id, let count):
      language.pick(
        "the id `\(id)` is used \(count == 2 ? "twice" : "\(count) times")",
        "die Kennung `\(id)` ist \(count == 2 ? "doppelt" : "\(count)-mal") vergeben")
    case .unknownReference(let id, let list, _, _, _, _):
      language.pick("`\(id)` is not in `\(list)`", "`\(id)` steht nicht in `\(list)`")
    case .wrongKind(let id, let wanted, let found):
      language.pick(
        "`\(id)` is in `\(found)`, not in `\(wanted)`",
        "`\(id)` steht in `\(found)`, nicht in `\(wanted)`")
    case .refersToItself(let id):
      language.pick("`\(id)` refers to itself", "`\(id)` verweist auf sich selbst")
    }
  }

  /// `U+00AD (soft hyphen)`, joined by commas.
  private static func names(_ scalars: [UInt32]) -> String {
    scalars.map { scalar in
      let hex = String(scalar, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }.joined(separator: ", ")
  }
}

extension NodeKind {
  /// With its article.
  fileprivate func phrase(_ language: Language) -> String {
    switch self {
    case .scalar, .alias: language.pick("a single value", "ein einzelner Wert")
    case .sequence: language.pick("a list", "eine Liste")
    case .mapping: language.pick("a mapping of keys", "eine Zuordnung mit Schlüsseln")
    }
  }
}

extension StateKey {
  fileprivate func phrase(_ language: Language) -> String {
    switch self {
    case .open, .until, .by: language.pick("open", "offen")
    case .notApplicable: language.pick("not applicable", "nicht zutreffend")
    }
  }
}

extension IncludeFailure {
  fileprivate func reason(_ pattern: String, _ language: Language) -> String {
    switch self {
    case .outsideDirectory:
      language.pick(
        "`\(pattern)` lies outside the plan's directory",
        "`\(pattern)` liegt außerhalb des Verzeichnisses des Plans")
    case .nothingMatches:
      language.pick("no file matches `\(pattern)`", "keine Datei passt zu `\(pattern)`")
    case .unreadable(let path, let reason):
      language.pick(
        "`\(path)` cannot be read: \(reason)", "`\(path)` lässt sich nicht lesen: \(reason)")
    case .notAllowedHere:
      language.pick(
        "a plan from standard input has no directory to include files from",
        "ein Plan aus der Standardeingabe hat kein Verzeichnis, aus dem Dateien folgen könnten")
    }
  }
}
