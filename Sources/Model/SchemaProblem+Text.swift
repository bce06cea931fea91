import Diagnostics

extension SchemaProblem.Kind {
  func name(in language: Language) -> String {
    switch self {
    case .schema: language.pick("schema", "Schema")
    case .choice: language.pick("choice", "Auswahl")
    case .value: language.pick("value", "Wert")
    case .record: language.pick("record", "Satz")
    case .list: language.pick("list", "Liste")
    case .field: language.pick("field", "Feld")
    case .inverse: language.pick("inverse", "Gegenrichtung")
    }
  }

  /// "no record", with the German article in the accusative.
  func missing(in language: Language) -> String {
    let article =
      switch self {
      case .choice, .list, .inverse: "keine"
      case .schema, .field: "kein"
      case .value, .record: "keinen"
      }
    return language.pick("no", article) + " " + name(in: language)
  }
}

extension SchemaProblem {
  package func headline(in language: Language) -> String {
    switch self {
    case .noPlanRecord:
      language.pick("no record describes the plan itself", "kein Satz beschreibt den Plan selbst")
    case .planIsListed:
      language.pick("the plan cannot stand in a list", "der Plan kann nicht in einer Liste stehen")
    case .planIsNested:
      language.pick(
        "the plan cannot stand inside itself", "der Plan kann nicht in sich selbst stehen")
    case .unreachableRecord(let name):
      language.pick(
        "no list and no field holds the record `\(name)`",
        "keine Liste und kein Feld enthält den Satz `\(name)`")
    case .duplicate(let kind, let name, let owner):
      language.pick(
        "\(kind.name(in: .english)) `\(name)` is declared twice\(Self.place(owner, .english))",
        "\(kind.name(in: .german)) `\(name)` ist doppelt vereinbart\(Self.place(owner, .german))")
    case .duplicateSpelling(let spelling, let kind, let owner, let other):
      language.pick(
        "`\(spelling)` already means the \(kind.name(in: .english)) `\(other)`"
          + Self.place(owner, .english),
        "`\(spelling)` bedeutet schon \(kind.name(in: .german)) `\(other)`"
          + Self.place(owner, .german))
    case .unknown(let kind, let name, _):
      language.pick(
        "there is \(kind.missing(in: .english)) `\(name)`",
        "es gibt \(kind.missing(in: .german)) `\(name)`")
    case .otherKind(.list, let name, _):
      language.pick(
        "`\(name)` is one element; a list is needed here",
        "`\(name)` ist ein einzelnes Element; hier steht eine Liste")
    case .otherKind(_, let name, _):
      language.pick(
        "`\(name)` is a list; the name of one element is needed here",
        "`\(name)` ist eine Liste; hier steht der Name eines Elements")
    case .reservedWord(let word, _):
      language.pick(
        "`\(word)` is a word of the language", "`\(word)` ist ein Wort der Regelsprache")
    case .stateAsField(let word):
      language.pick(
        "`\(word)` says the state of a field and cannot be a field's name",
        "`\(word)` nennt den Zustand eines Feldes und kann kein Feldname sein")
    case .planFieldNamedLikeList(let name, let list):
      language.pick(
        "`\(name)` is already the key of the list `\(list)`",
        "`\(name)` ist schon der Schlüssel der Liste `\(list)`")
    case .planFieldNamedLikeKey(let name):
      language.pick(
        "every plan already has a key `\(name)`", "jeder Plan hat schon den Schlüssel `\(name)`")
    case .fieldNamedLikeRecord(let field, let record, let around):
      language.pick(
        "`\(field)` in `\(record)` could also mean the \(around) around it",
        "`\(field)` in `\(record)` kann auch `\(around)` darum herum bedeuten")
    case .placeNeeded(let choice, _):
      language.pick(
        "the choice `\(choice)` is in order, and nothing says where the values stand",
        "die Auswahl `\(choice)` hat eine Reihenfolge, und es fehlt, wo die Werte stehen")
    case .samePlace(let choice, let value):
      language.pick(
        "another extension of `\(choice)` puts values after `\(value)` too",
        "auch eine andere Erweiterung von `\(choice)` setzt Werte hinter `\(value)`")
    case .orderOfChoice(let choice):
      language.pick(
        "the choice `\(choice)` has no order, so nothing is outside of it",
        "die Auswahl `\(choice)` hat keine Reihenfolge, also steht nichts außerhalb")
    case .listWithoutIdentifier(let list, let record):
      language.pick(
        "nothing can refer to `\(list)`: `\(record)` has no identifier",
        "auf `\(list)` kann nichts verweisen: `\(record)` hat keine Kennung")
    case .listOfGroups(let field):
      language.pick(
        "`\(field)`: a list holds values or records, not groups or lists",
        "`\(field)`: eine Liste enthält Werte oder Sätze, keine Gruppen oder Listen")
    case .unknownOrderField(let field, let record, _):
      language.pick(
        "`\(record)` has no field `\(field)` to be ordered by",
        "`\(record)` hat kein Feld `\(field)`, nach dem geordnet werden kann")
    case .orderOfValues(let field):
      language.pick(
        "`\(field)` lists single values, which have no fields to be ordered by",
        "`\(field)` zählt einzelne Werte auf; sie haben keine Felder, nach denen geordnet wird")
    case .orderByCollection(let field):
      language.pick(
        "`\(field)` holds several values and cannot give an order",
        "`\(field)` enthält mehrere Werte und kann keine Reihenfolge geben")
    case .dateReadingWithoutDate(let field):
      language.pick(
        "`\(field)` is no date, so it has no first or last day",
        "`\(field)` ist kein Datum und hat keinen ersten oder letzten Tag")
    case .lowerBoundWithoutNumber(let field):
      language.pick(
        "`\(field)` is no number, so it has no lower bound",
        "`\(field)` ist keine Zahl und hat keine Untergrenze")
    case .unreadableLowerBound(let field):
      language.pick(
        "the lower bound of `\(field)` is not a plain number",
        "die Untergrenze von `\(field)` ist keine einfache Zahl")
    case .inverseWithoutReference(let field):
      language.pick(
        "`\(field)` refers to nothing, so nothing is seen from there",
        "`\(field)` verweist auf nichts; von dort ist nichts zu sehen")
    case .inverseClash(let name, let record, .inverse):
      language.pick(
        "`\(record)` is already seen from elsewhere as `\(name)`",
        "bei `\(record)` ist `\(name)` schon von anderer Stelle aus vergeben")
    case .inverseClash(let name, let record, _):
      language.pick(
        "`\(record)` already has a field `\(name)`", "`\(record)` hat schon ein Feld `\(name)`")
    case .unknownDefault(let name, let record, _):
      language.pick(
        "`\(record)` has no field `\(name)` to inherit from",
        "`\(record)` hat kein Feld `\(name)`, von dem geerbt werden kann")
    case .defaultThroughValue(let name):
      language.pick(
        "`\(name)` does not lead to one element, so nothing can be inherited through it",
        "`\(name)` führt nicht zu genau einem Element; darüber kann nichts geerbt werden")
    case .defaultWithoutReference(let path):
      language.pick(
        "`\(path)` does not leave the element: a default comes from an element referred to",
        "`\(path)` verlässt das Element nicht: Eine Vorgabe kommt von einem anderen Element")
    case .defaultOfOtherType(let path, let field):
      language.pick(
        "`\(path)` has another type than `\(field)`",
        "`\(path)` hat einen anderen Typ als `\(field)`")
    case .defaultCycle(let paths):
      language.pick(
        "defaults go round in a circle: \(paths.map { "`\($0)`" }.joined(separator: " → "))",
        "Vorgaben drehen sich im Kreis: \(paths.map { "`\($0)`" }.joined(separator: " → "))")
    }
  }

  private static func place(_ owner: String?, _ language: Language) -> String {
    guard let owner else { return "" }
    return language.pick(" in `\(owner)`", " in `\(owner)`")
  }
}
