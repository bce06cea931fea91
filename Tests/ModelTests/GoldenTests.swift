import Diagnostics
import SourceText
import TestSupport
import Testing
import Values
import YAMLSyntax

@testable import Model

/// The messages as people read them, beside the texts that they speak of.
struct GoldenTests {
  static let cases: [(title: String, text: String)] = [
    ("keys", "mesures: []\nowner: a1\nname: a\ntitel: b\n"),
    ("elements", "measures:\n  - M1\n  -\n  - {open: x}\n  - {name: ohne}\n"),
    (
      "shapes",
      """
      measures:
        - id: M1
          cost: 5000
          due: [2027]
          depends-on: M2
          contract:
            - a
            - b
        - {id: M2, cost: {open: später, amount: 5 EUR}, due: {open: , until: bald}}
      """
    ),
    (
      "values",
      """
      stage: entwrf
      measures:
        - {id: M1, cost: {amount: 12.000}, due: 31.03.2027, share: zwölf, done: jein}
        - {id: M2, cost: {amount: -5 EUR}, count: 1.5}
        - {id: M3, cost: {amount: 5 CHF}, name: Bür\u{AD}ger}
      consultations: [{role: hearng}]
      """
    ),
    (
      "references",
      """
      committees: [{id: soziales}, {id: kultur}]
      areas: [{id: F1, owner: sozales}]
      measures:
        - {id: M1, owner: F1, partner: Stadtwerke, depends-on: [M1, M3]}
        - {id: M2, milestones: [{id: MS1, due: morgen}]}
        - {id: M2}
      """
    ),
    (
      "files",
      "include: [a.yaml, a.yaml, ../b.yaml, none.yaml, locked.yaml]\nlanguage: fr\nname: a\n"
    ),
  ]

  @Test func findings() {
    var page = ""
    for (title, text) in Self.cases {
      page += "# \(title)\n\n\(text.hasSuffix("\n") ? text : text + "\n")\n"
      for finding in load(text, ["a.yaml": "name: b\n"]).findings {
        page += rendered(finding, .english) + "\n" + rendered(finding, .german) + "\n\n"
      }
    }
    Golden.expect(page, equals: "findings.txt")
  }

  @Test func everyFactHasBothLanguages() {
    for fact in Self.facts {
      for language in Language.allCases {
        let reason = fact.reason(in: language)
        #expect(!reason.isEmpty && !reason.hasSuffix("."), "\(reason)")
      }
      #expect((fact.help(in: .english) == nil) == (fact.help(in: .german) == nil))
      #expect((fact.label(in: .english) == nil) == (fact.label(in: .german) == nil))
    }
  }

  static let facts: [PlanFact] = [
    .planNotAMapping(.sequence), .includeNotAPath, .includedTwice(path: "a"),
    .includeFailed(pattern: "a", .outsideDirectory), .includeFailed(pattern: "a", .nothingMatches),
    .includeFailed(pattern: "a", .unreadable(path: "a", reason: "b")),
    .includeFailed(pattern: "a", .notAllowedHere), .tooManyFiles(limit: 3), .unknownLanguage("fr"),
    .furtherProblems(3), .unknownKey("a", nearest: ["b", "c"], elsewhere: .path("a.b")),
    .unknownKey("a", nearest: [], elsewhere: .records([LocalizedText(en: "a", de: "b")])),
    .twoSpellings("a", "b"), .statedInTwoFiles("a"), .expectedMapping(found: .scalar, keys: []),
    .expectedList(found: .mapping), .expectedValue(found: .mapping, .date), .emptyEntry,
    .valueAndState(.open), .stateInList(.notApplicable), .stateWithoutReason(.open),
    .unreadable(.notADate("x"), .date), .belowBound(value: "-1", bound: "0"),
    .unknownValue("a", known: ["b"], nearest: [], isOpen: false),
    .unknownValue("a", known: ["b"], nearest: ["b"], isOpen: true), .mixedCurrencies("EUR", "CHF"),
    .copyArtefacts([0xAD, 0x200B]), .missingId(key: "id"), .duplicateId("a", count: 3),
    .unknownReference("a", list: "b", count: 0, known: [], nearest: [], isOpen: false),
    .wrongKind("a", wanted: "b", found: "c"),
    .refersToItself("a"),
  ]
}
