import Diagnostics
import Foundation
import Linting
import Reporters
import Reporting
import SourceText
import TestSupport
import Testing

@Suite("The catalogue")
struct CatalogueTests {
  private static let shipped = RuleSet(RuleSet.shipped)

  @Test("tells each rule with its reason, its requirements and its severity, in both languages")
  func complete() {
    let catalogue = Self.shipped.catalogue()
    #expect(catalogue.rules.map(\.id) == Self.shipped.program.rules.map(\.id))
    for rule in catalogue.rules {
      #expect(!rule.requirements.isEmpty, "\(rule.id)")
      #expect(!rule.examples.isEmpty, "\(rule.id)")
      #expect(rule.examples.allSatisfy { $0.problem == nil }, "\(rule.id)")
      #expect(rule.scope.english != rule.scope.german, "\(rule.id)")
      #expect(rule.severities.count >= 2, "\(rule.id)")
    }
  }

  @Test("is written as the goldens have it", arguments: Language.allCases)
  func written(_ language: Language) throws {
    let rules = Self.sample
    #expect(rules.findings.filter { $0.severity == .error }.isEmpty)
    var markdown = ByteBuffer()
    CatalogueMarkdown(language: language)
      .write(rules.catalogue(), overview: rules.overview(), to: &markdown)
    Golden.expect(markdown.text, equals: "catalogue.\(language.rawValue).md")
    var terminal = ByteBuffer()
    CatalogueTerminal(language: language, width: 80).write(rules.catalogue(), to: &terminal)
    terminal.append("\n\n")
    CatalogueTerminal(language: language, width: 80).writeList(of: rules.catalogue(), to: &terminal)
    Golden.expect(terminal.text, equals: "catalogue.\(language.rawValue).txt")
  }

  @Test("an example that the rule judges otherwise says so")
  func wrongExample() {
    let text = Samples.rules.replacing("passes { id: M1, owner: a1 }", with: "passes { id: M1 }")
    let rules = RuleSet([
      SourceFile(path: "schema.ratsam", text: Samples.schema),
      SourceFile(path: "rules.ratsam", text: text),
    ])
    let example = rules.description(ofRule: 0).examples[0]
    #expect(example.expected == .met)
    #expect(example.outcome == .violated)
    let start = "owner-stated: the example is to pass; it fails at `owner`"
    #expect(example.problem?.english.hasPrefix(start) == true)
  }

  /// Rules with every part that a description can have.
  private static let sample = RuleSet([
    SourceFile(
      path: "schema.ratsam",
      text: """
        schema plan 1
          "Action plan" de "Aktionsplan"
        choice stage, in order
          draft "Draft" de "Entwurf"
          submitted "Submitted" de "Eingebracht"
          adopted "Adopted" de "Beschlossen"
        record plan
          stage choice stage
          paper text "Paper number" de "Drucksachennummer"
        record measure, listed in measures "Measure" de "Maßnahme"
          id identifier "Id" de "Nr."
          name text "Title" de "Titel"
          goals list of text "Goals" de "Ziele"
          cost money "Cost" de "Kosten"
          steps list of step "Steps" de "Schritte"
          follow-ups list of step "Later steps" de "Spätere Schritte"
        record step "Step" de "Schritt"
          name text "Name" de "Name"
          due date "Due" de "fällig"
        """),
    SourceFile(
      path: "rules.ratsam",
      text: #"""
        notation paper-number "9999/9999", "9999/9999 'N'9"
        words vague de "prüf*", "ggf."
        setting longest-title whole number 12 "Longest title" de "Längster Titel"

        rule several
          "Words | with *marks*, `ticks` and <tags>."
          de "Wörter | mit *Zeichen*, `Strichen` und <Marken>."
          why "Reasons _are_ read." de "Gründe _werden_ gelesen."
          if broken: off in draft, warning in submitted, error in adopted
          if unclear: note
          setting most-goals whole number 5 "Goals at most" de "Ziele höchstens"
          each measure where name is stated
            goals must have at most most-goals entries
            name must have at most longest-title words
            when cost is stated
              any of these must hold
                name is stated
                all of
                  cost is at least 5 EUR
                  goals has at least 1 entry
            name must avoid all of vague
          examples with today 2027-01-01
            passes { id: M1, name: "A `tick`", cost: 5 EUR, goals: [a] }
            fails at name
              id: M2
              name: Wir prüfen das
              goals:
                - a
            does not apply { id: M3 }

        rule nested
          "Steps have a day." de "Schritte haben einen Tag."
          if broken: error in draft, warning from submitted on
          if open: note
          may find nothing to check
          each step in follow-ups of each measure
            due must be stated
          examples
            passes { follow-ups: [ { due: 2027 } ] }
            fails at due { follow-ups: [ { name: x } ] }

        rule paper
          "The paper has a number." de "Die Drucksache hat eine Nummer."
          if broken: error
          the plan
            paper must be written like paper-number
          examples
            passes { paper: 0815/2027 }
            fails at paper { paper: 8 }
        """#),
  ])
}
