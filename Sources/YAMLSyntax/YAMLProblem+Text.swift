import Diagnostics

extension YAMLProblem {
  package func headline(in language: Language) -> String {
    switch self {
    case .emptyFile:
      language.pick("the file has no content", "die Datei hat keinen Inhalt")
    case .fileTooLarge(let bytes, let limit):
      language.pick(
        "the file has \(bytes) bytes; at most \(limit) are read",
        "die Datei hat \(bytes) Bytes; gelesen werden höchstens \(limit)")
    case .notUTF8(let byte):
      language.pick(
        "the file is not UTF-8: the byte \(hexadecimal(byte)) stands where no such byte can",
        "die Datei ist nicht in UTF-8: hier kann das Byte \(hexadecimal(byte)) nicht stehen")
    case .utf16:
      language.pick("the file is UTF-16, not UTF-8", "die Datei ist in UTF-16, nicht in UTF-8")
    case .controlCharacter(let value):
      language.pick(
        "the file has a control character, \(codePoint(value))",
        "die Datei enthält ein Steuerzeichen, \(codePoint(value))")
    case .tooDeep(let limit):
      language.pick(
        "lists and mappings nest deeper than \(limit) levels",
        "Listen und Zuordnungen sind tiefer als \(limit) Ebenen verschachtelt")
    case .tooManyKeys(let limit):
      language.pick(
        "the file has more than \(limit) different keys",
        "die Datei hat mehr als \(limit) verschiedene Schlüssel")
    case .severalDocuments:
      language.pick(
        "a second YAML document starts here; one file holds one",
        "hier beginnt ein zweites YAML-Dokument; eine Datei enthält eines")
    case .tagDirective:
      language.pick("`%TAG` is not read", "`%TAG` wird nicht gelesen")
    case .syntax(let problem):
      problem.headline(in: language)
    case .furtherProblems(let count):
      language.pick(
        "\(count) more problems of the file's keys, tags and aliases are not listed",
        "\(count) weitere Probleme mit Schlüsseln, Tags und Aliasen der Datei sind nicht aufgeführt"
      )
    case .duplicateKey(let key):
      language.pick(
        "the key `\(key)` stands twice in one mapping",
        "der Schlüssel `\(key)` steht zweimal in einer Zuordnung")
    case .mergeKey:
      language.pick("merge keys `<<` are not read", "Merge-Schlüssel `<<` werden nicht gelesen")
    case .complexKey:
      language.pick(
        "a key is a text on one line; this entry is left out",
        "ein Schlüssel ist ein Text in einer Zeile; dieser Eintrag bleibt außen vor")
    case .tag(let tag):
      language.pick(
        "the tag `\(tag)` is not read; the value counts as it is written",
        "der Tag `\(tag)` wird nicht gelesen; der Wert gilt so, wie er dasteht")
    case .undefinedAlias(let name):
      language.pick(
        "no anchor `&\(name)` stands before this alias",
        "vor diesem Alias steht kein Anker `&\(name)`")
    case .recursiveAlias(let name):
      language.pick(
        "the alias `*\(name)` stands inside the value that it repeats",
        "der Alias `*\(name)` steht in dem Wert, den er wiederholt")
    case .aliasBudget(let limit):
      language.pick(
        "the aliases of the file stand for more than \(limit) values",
        "die Aliase der Datei stehen für mehr als \(limit) Werte")
    case .anchorRedefined(let name):
      language.pick(
        "an alias to a changed anchor: `&\(name)` is set twice",
        "ein Alias auf einen geänderten Anker: `&\(name)` wird zweimal gesetzt")
    }
  }

  package func help(in language: Language) -> String? {
    switch self {
    case .emptyFile, .furtherProblems, .fileTooLarge, .tooDeep, .tooManyKeys:
      nil
    case .notUTF8, .utf16:
      language.pick(
        "save the file with the encoding UTF-8", "die Datei mit der Kodierung UTF-8 speichern")
    case .controlCharacter(0):
      language.pick(
        "save the file as text with the encoding UTF-8",
        "die Datei als Text mit der Kodierung UTF-8 speichern")
    case .controlCharacter:
      language.pick(
        "delete it, or write it as an escape in double quotes",
        "löschen oder in doppelten Anführungszeichen als Escape schreiben")
    case .severalDocuments:
      language.pick(
        "put it into a file of its own and name that in `include:`",
        "in eine eigene Datei setzen und diese in `include:` nennen")
    case .tagDirective:
      language.pick(
        "delete the line and the tags that use it",
        "die Zeile löschen und die Tags, die sie nutzen")
    case .syntax(let problem):
      problem.help(in: language)
    case .duplicateKey:
      language.pick(
        "keep one of them, or join their values", "einen behalten oder die Werte zusammenführen")
    case .mergeKey:
      language.pick(
        "write the entries out; to use the text `<<` as a key, put it in quotes",
        "die Einträge ausschreiben; soll der Text `<<` Schlüssel sein, in Anführungszeichen setzen")
    case .complexKey:
      language.pick("write the key as `name:`", "den Schlüssel als `name:` schreiben")
    case .tag:
      language.pick("delete the tag", "den Tag löschen")
    case .undefinedAlias:
      language.pick(
        "set the anchor before it; if `*` belongs to the text, put the text in quotes",
        "den Anker davor setzen; gehört `*` zum Text, den Text in Anführungszeichen setzen")
    case .recursiveAlias, .aliasBudget:
      language.pick(
        "write the value out instead of the alias", "statt des Alias den Wert ausschreiben")
    case .anchorRedefined:
      language.pick(
        "give one of the anchors another name", "einem der Anker einen anderen Namen geben")
    }
  }

  package var facts: [Fact] {
    switch self {
    case .syntax(.other(let words)): [Fact("libyaml", same: words)]
    case .fileTooLarge(let bytes, let limit):
      [Fact("bytes", same: String(bytes)), Fact("limit", same: String(limit))]
    case .tooDeep(let limit), .tooManyKeys(let limit), .aliasBudget(let limit):
      [Fact("limit", same: String(limit))]
    case .notUTF8(let byte): [Fact("byte", same: hexadecimal(byte))]
    case .controlCharacter(let value): [Fact("character", same: codePoint(value))]
    case .duplicateKey(let key): [Fact("key", same: key)]
    case .tag(let tag): [Fact("tag", same: tag)]
    case .undefinedAlias(let name), .recursiveAlias(let name), .anchorRedefined(let name):
      [Fact("anchor", same: name)]
    case .emptyFile, .utf16, .severalDocuments, .tagDirective, .mergeKey, .complexKey, .syntax,
      .furtherProblems:
      []
    }
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: 2 - digits.count) + digits
}

private func codePoint(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
