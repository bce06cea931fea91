import Diagnostics
import Values

/// What values look like, as patterns of ECMA-262 with the flag `u`.
///
/// Editors read YAML before they validate, so a number may come as a number or as text.
extension JSONSchemaMaker {
  func valueDefinitions() -> [JSONValue.Member] {
    [
      .init("value_text", ["type": Self.anyScalar]),
      .init(
        "value_yes-or-no",
        [
          "anyOf": [
            ["enum": .texts(language.pick(["yes", "no"], ["ja", "nein"]))],
            ["type": ["boolean", "string"], "pattern": .text(Self.whole(Self.yesOrNo))],
          ]
        ]),
      .init("value_number", Self.numeric("number", Self.number)),
      .init("value_whole-number", Self.numeric("integer", Self.wholeNumber)),
      .init("value_percent", Self.numeric("number", Self.number + #"\s*%?"#)),
      .init("value_money", Self.numeric("number", Self.money)),
      .init(
        "value_date",
        [
          "type": ["string", "integer"], "pattern": .text(Self.whole(Self.date)),
          "minimum": 1000, "maximum": 9999,
          "examples": ["2027", "2027-Q3", "2027-03", "2027-03-31"],
        ]),
      .init("value_unstated", unstated),
      .init("value_empty", empty),
    ]
  }

  private static let anyScalar: JSONValue = ["string", "number", "boolean"]

  private static func numeric(_ type: JSONValue, _ pattern: String) -> JSONValue {
    ["type": [type, "string"], "pattern": .text(whole(pattern))]
  }

  // MARK: - Keys of every plan

  var languageKey: JSONValue {
    let names = ["de", "deutsch", "german", "en", "english", "englisch"].map(Self.inAnyCase)
    return [
      "title": .text(language.pick("Language", "Sprache")),
      "description": .text(
        language.pick("the language of the output", "die Sprache der Ausgaben")),
      "anyOf": [
        ["enum": ["de", "en"]],
        ["type": "string", "pattern": .text("^(?:\(names.joined(separator: "|")))$")],
        Self.reference("value_empty"),
      ],
    ]
  }

  var includeKey: JSONValue {
    let path: JSONValue = ["type": "string", "minLength": 1]
    return [
      "title": .text(language.pick("Further files", "Weitere Dateien")),
      "description": .text(
        language.pick(
          "a path or a list of them; * stands for any part of a name",
          "ein Pfad oder eine Liste davon; * steht für einen beliebigen Teil eines Namens")),
      "anyOf": [path, ["type": "array", "items": path]],
    ]
  }

  var packsKey: JSONValue {
    let name: JSONValue = ["type": "string", "minLength": 1]
    return [
      "title": .text(language.pick("Rule packs", "Regelpakete")),
      "description": .text(
        language.pick(
          "a pack or a list of packs: exactly these and what they use are on",
          "ein Paket oder eine Liste von Paketen: genau diese und was sie verwenden, gelten")),
      "anyOf": [name, ["type": "array", "items": name]],
    ]
  }

  var currencyKey: JSONValue {
    [
      "title": .text(language.pick("Currency", "Währung")),
      "description": .text(
        language.pick(
          "the currency of amounts without a unit", "die Währung von Beträgen ohne Einheit")),
      "anyOf": [
        [
          "type": "string", "pattern": .text(Self.whole(Self.currency)), "examples": ["EUR"],
        ],
        Self.reference("value_empty"),
      ],
    ]
  }

  // MARK: - No value

  /// Empty, or a mapping that says why there is no value.
  private var unstated: JSONValue {
    [
      "anyOf": [
        Self.reference("value_empty"),
        state(.open, title: language.pick("Not yet known", "Noch offen")),
        state(.notApplicable, title: language.pick("Does not apply", "Trifft nicht zu")),
      ]
    ]
  }

  private func state(_ key: StateKey, title: String) -> JSONValue {
    let why: JSONValue = ["description": .text(language.pick("why", "warum"))]
    let until: JSONValue = [
      "description": .text(language.pick("until when", "bis wann")),
      "anyOf": [Self.reference("value_date"), Self.reference("value_empty")],
    ]
    let by: JSONValue = ["description": .text(language.pick("by whom", "durch wen"))]
    let properties =
      key.spellings.map { JSONValue.Member($0, why) }
      + StateKey.until.spellings.map { JSONValue.Member($0, until) }
      + StateKey.by.spellings.map { JSONValue.Member($0, by) }
    return [
      "title": .text(title), "type": "object", "properties": .object(properties),
      "anyOf": .array(key.spellings.map { ["required": [.text($0)]] }),
      "additionalProperties": false,
    ]
  }

  /// Each keyword speaks of one type only: null, a text that holds nothing, `[]` and `{}`.
  private var empty: JSONValue {
    let texts =
      ["~", "null", "Null", "NULL"].map(Self.escapedPattern)
      + schema.placeholders.sorted().map(Self.inAnyCase)
    return [
      "type": ["null", "string", "array", "object"],
      "pattern": .text(Self.whole("(?:\(texts.joined(separator: "|")))?")),
      "maxItems": 0, "maxProperties": 0,
    ]
  }

  // MARK: - Patterns

  private static let yesOrNo =
    "(?:"
    + ["yes", "no", "ja", "nein", "true", "false", "wahr", "falsch"].map(inAnyCase)
    .joined(separator: "|") + ")"

  /// Not `12.000`, whose point may group digits.
  private static let unambiguous = #"(?![1-9][0-9]{0,2}\.[0-9]{3}(?:[^0-9]|$))"#
  private static let sign = #"[-\u2212]?"#
  /// In groups of three or none; see `NumberScan`.
  private static let digits =
    #"(?:[0-9]{1,3}(?:[ \u00A0\u202F\u2009'\u2019][0-9]{3})+|[0-9]+)"#
  private static let number = sign + unambiguous + digits + #"(?:\.[0-9]+)?"#
  private static let wholeNumber = sign + unambiguous + digits + #"(?:\.0+)?"#
  private static let currency = #"(?:[A-Z]{3}|€|\$|£)"#
  private static let money = #"(?:(?:\#(currency)\s*)?\#(number)|\#(number)\s*\#(currency))"#
  private static let date =
    "(?!0000)[0-9]{4}(?:-(?:[Qq][1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?))?"

  /// The pattern for the whole text, with blanks around it.
  private static func whole(_ pattern: String) -> String { #"^\s*\#(pattern)\s*$"# }

  /// A text whose letters may be small or capital.
  private static func inAnyCase(_ text: String) -> String {
    text.map { character in
      let (small, capital) = (character.lowercased(), character.uppercased())
      guard small != capital, small.count == 1, capital.count == 1 else {
        return escapedPattern(String(character))
      }
      return "[\(small)\(capital)]"
    }.joined()
  }

  private static func escapedPattern(_ text: String) -> String {
    text.map { #"^$\.*+?()[]{}|/"#.contains($0) ? #"\\#($0)"# : String($0) }.joined()
  }
}
