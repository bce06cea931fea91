import Diagnostics

extension SchemaProblem {
  package func help(in language: Language) -> String? {
    switch self {
    case .noPlanRecord:
      language.pick(
        "write `record plan` with the fields of the document itself",
        "Schreiben Sie `record plan` mit den Feldern des Dokuments selbst")
    case .planIsListed, .planIsNested:
      language.pick(
        "give the elements a record of their own", "Geben Sie den Elementen einen eigenen Satz")
    case .unreachableRecord(let name):
      language.pick(
        "write `record \(name), listed in …`, or a field `list of \(name)`",
        "Schreiben Sie `record \(name), listed in …` oder ein Feld `list of \(name)`")
    case .unknown(_, _, let nearest), .unknownOrderField(_, _, let nearest),
      .unknownDefault(_, _, let nearest):
      Self.didYouMean(nearest, language)
    case .otherKind(_, _, let known):
      language.pick("write `\(known)`", "Schreiben Sie `\(known)`")
    case .reservedWord(let word, .value):
      language.pick(
        "choose another name and keep the spelling with `also \(word)`",
        "Wählen Sie einen anderen Namen und behalten Sie die Schreibweise mit `also \(word)`")
    case .reservedWord(let word, _), .stateAsField(let word):
      language.pick(
        "choose another name; `also \(word)` is possible where it is no state of a field",
        "Wählen Sie einen anderen Namen; `also \(word)` ist möglich, wo es kein Zustand ist")
    case .duplicate(.record, let name, _), .duplicate(.choice, let name, _):
      language.pick(
        "add to the first one with `extend … \(name)`",
        "Erweitern Sie die erste Vereinbarung mit `extend … \(name)`")
    case .duplicate(.field, _, _), .duplicate(.value, _, _):
      language.pick("delete or rename one of them", "Löschen Sie eines oder benennen Sie es um")
    case .placeNeeded(let choice, let values):
      language.pick(
        "write `extend choice \(choice), after \(values.first ?? "VALUE")`",
        "Schreiben Sie `extend choice \(choice), after \(values.first ?? "WERT")`")
    case .samePlace:
      language.pick(
        "put one of them after a value of the other",
        "Setzen Sie die einen hinter einen Wert der anderen")
    case .orderOfChoice(let choice):
      language.pick(
        "write the values without `outside the order`, or `choice \(choice), in order`",
        "Schreiben Sie die Werte ohne `outside the order` oder `choice \(choice), in order`")
    case .listWithoutIdentifier(_, let record):
      language.pick(
        "give `\(record)` a field `id identifier`",
        "Geben Sie `\(record)` ein Feld `id identifier`")
    case .listOfGroups:
      language.pick(
        "declare a record and write `list of` its name",
        "Vereinbaren Sie einen Satz und schreiben Sie `list of` und seinen Namen")
    case .defaultWithoutReference, .defaultThroughValue:
      language.pick(
        "name a field `one of LIST`, then a field of that element: `area.owner`",
        "Nennen Sie ein Feld `one of LISTE`, dann ein Feld dieses Elements: `area.owner`")
    case .unreadableLowerBound:
      language.pick("write `at least 0`", "Schreiben Sie `at least 0`")
    case .fieldNamedLikeRecord, .planFieldNamedLikeList, .planFieldNamedLikeKey, .inverseClash:
      language.pick("choose another name", "Wählen Sie einen anderen Namen")
    case .duplicate, .duplicateSpelling, .orderOfValues, .orderByCollection,
      .dateReadingWithoutDate, .lowerBoundWithoutNumber, .inverseWithoutReference,
      .defaultOfOtherType, .defaultCycle:
      nil
    }
  }

  /// "did you mean `a` or `b`?"; nil without names.
  static func didYouMean(_ nearest: [String], _ language: Language) -> String? {
    guard !nearest.isEmpty else { return nil }
    let names = nearest.map { "`\($0)`" }.joined(separator: language.pick(" or ", " oder "))
    return language.pick("did you mean \(names)?", "Meinten Sie \(names)?")
  }
}
