import Diagnostics
import Reporting
import SourceText
import TestSupport
import Values

@testable import Reporters

/// A problem made for tests.
struct MadeProblem: Problem {
  var code: String
  var headline: LocalizedText
  var label: LocalizedText?
  var help: LocalizedText?
  var facts: [Fact] = []

  func headline(in language: Language) -> String { headline[language] }
  func label(in language: Language) -> String? { label?[language] }
  func help(in language: Language) -> String? { help?[language] }
}

/// A file whose places are marked by keycap digits.
struct MarkedFile {
  var file: SourceFile
  var marks: MarkedText

  init(_ path: String, _ marked: String) {
    marks = MarkedText(marked)
    file = SourceFile(path: path, text: marks.text)
  }

  func at(_ first: Int, _ second: Int) -> Location { Location(file, marks.range(first, second)) }
  func at(_ mark: Int) -> Location { Location(file, ByteRange(at: marks.offsets[mark]!)) }
}

/// Findings over made plans, as every reporter has to draw them.
enum Sample {
  static let measures = MarkedFile(
    "plans/hannover/measures.yaml",
    """
    measures:
      - id: M1
        name: Sprachkurse für Mütter
        owner: 1️⃣a92️⃣
        cost: 12.000
      - id: 3️⃣M74️⃣
        name: Sprachförderung im Sportverein
        start-date: 2027
      - 5️⃣id6️⃣: M8
        name: Beratungsstelle
        id: M9
        7️⃣id8️⃣: M10
    """ + "\n")

  static let plan = MarkedFile(
    "plans/hannover/plan.yaml",
    """
    stage: submitted
    committees:
      - id: a1
        name: 1️⃣移民委員会2️⃣ und 3️⃣👩‍👩‍👧 Familie4️⃣
      - id: a2
        name:\t"Ausschuss für 5️⃣Ümläute6️⃣"\t# nach\tTab
    motion: 7️⃣|
      Die Verwaltung wird beauftragt,
      alles zu tun.
    8️⃣rationale: 9️⃣
    """)

  static let rules = MarkedFile(
    "rules/core/completeness.ratsam",
    """
    rule 1️⃣owner-stated2️⃣
      "Every measure has an owner committee."
    """)

  static func finding(
    _ code: String, _ headline: LocalizedText, _ severity: Severity, _ outcome: Outcome? = nil,
    at location: Location, label: LocalizedText? = nil, help: LocalizedText? = nil,
    facts: [Fact] = []
  ) -> Finding {
    Finding(
      MadeProblem(code: code, headline: headline, label: label, help: help, facts: facts),
      severity: severity, outcome: outcome, at: location)
  }

  static var ownerStated: Finding {
    var finding = finding(
      "owner-stated",
      LocalizedText(
        en: "measure M7 names no owner committee",
        de: "Maßnahme M7 nennt kein federführendes Gremium"),
      .error, .violated, at: measures.at(3, 4),
      label: LocalizedText(en: "no `owner` here", de: "hier fehlt `owner`"),
      help: LocalizedText(
        en: "add `owner: sport` below line 7, or name an owner for the field `sport`",
        de: "`owner: sport` unter Zeile 7 ergänzen oder dem Handlungsfeld `sport` eines geben"),
      facts: [Fact("committees", same: "migration, soziales, sport … (13)")])
    finding.element = LocalizedText(en: "measure M7", de: "Maßnahme M7")
    finding.field = "owner"
    finding.rules = ["owner-stated", "owner-consulted", "owner-signs"]
    finding.fixes = [
      Fix(
        LocalizedText(en: "Add `owner: sport`", de: "`owner: sport` ergänzen"),
        [TextEdit(measures.at(4), replacement: "\n    owner: sport")])
    ]
    finding.evaluations = [ownerEvaluation]
    return finding
  }

  /// A rule with a part of every kind.
  private static var ownerEvaluation: RuleEvaluation {
    func step(
      _ part: EvaluationStep.Part, _ result: EvaluationStep.Result, _ text: String
    ) -> EvaluationStep {
      EvaluationStep(part, result, LocalizedText(same: text), at: rules.at(1, 2))
    }
    var member = step(.member, .unknown, "`a1`")
    member.location = nil
    member.place = plan.at(1, 2)
    var every = step(.alternative, .doesNotHold, "every `owner`\u{1B}[1m exists")
    every.parts = [member]
    every.rest = [LocalizedText(en: "and 7 more: 7 no", de: "und 7 weitere: 7 nein")]
    var requirement = step(.requirement, .outcome(.violated), "any of these")
    requirement.facts = [
      EvaluationFact(LocalizedText(en: "`owner` is not stated", de: "`owner` ist nicht angegeben")),
      EvaluationFact(LocalizedText(same: "`id` = `M7`"), at: measures.at(3, 4)),
    ]
    requirement.parts = [every]
    var condition = step(.condition, .holds, "`id` …")
    condition.parts = [requirement, step(.requirement, .notAsked, "`b`")]
    var evaluation = RuleEvaluation(
      rule: "owner-stated", title: LocalizedText(same: "Every measure has an owner committee."),
      location: rules.at(1, 2), element: LocalizedText(en: "measure M7", de: "Maßnahme M7"),
      place: measures.at(3, 4), outcome: .violated)
    evaluation.severity = .error
    evaluation.likewise = 2
    evaluation.steps = [step(.scope, .doesNotApply, "`id`"), condition]
    return evaluation
  }

  static var danglingOwner: Finding {
    var finding = finding(
      "unknown-reference",
      LocalizedText(en: "there is no committee `a9`", de: "ein Gremium `a9` gibt es nicht"),
      .error, at: measures.at(1, 2),
      help: LocalizedText(en: "did you mean `a1`?", de: "war `a1` gemeint?"),
      facts: [Fact("nearest", same: "a1"), Fact("committees", same: "a1, a2")])
    finding.related = [
      RelatedPlace(
        plan.at(1, 2), LocalizedText(en: "the committees stand here", de: "hier stehen die Gremien")
      )
    ]
    return finding
  }

  static var duplicateKey: Finding {
    var finding = finding(
      "duplicate-key",
      LocalizedText(en: "the key `id` stands twice", de: "der Schlüssel `id` steht zweimal"),
      .error, at: measures.at(7, 8), label: LocalizedText(en: "once more", de: "noch einmal"))
    finding.related = [
      RelatedPlace(measures.at(5, 6), LocalizedText(en: "first here", de: "zuerst hier"))
    ]
    return finding
  }

  static var inThePlan: [Finding] {
    [
      finding(
        "name-known", LocalizedText(en: "a wide name", de: "ein breiter Name"), .note,
        at: plan.at(1, 2), label: LocalizedText(en: "wide", de: "breit")),
      finding(
        "emoji", LocalizedText(en: "a family", de: "eine Familie"), .note, at: plan.at(3, 4)),
      finding(
        "vague-word", LocalizedText(en: "says little", de: "sagt wenig"), .warning, .violated,
        at: plan.at(5, 6),
        label: LocalizedText(en: "behind a tab", de: "hinter einem Tabulator")),
      finding(
        "motion-short", LocalizedText(en: "cannot tell", de: "nicht zu entscheiden"), .error,
        .undetermined, at: plan.at(7, 8),
        label: LocalizedText(en: "the whole text", de: "der ganze Text")),
      finding(
        "empty-value", LocalizedText(en: "`rationale` is empty", de: "`rationale` ist leer"),
        .warning, at: plan.at(9), label: LocalizedText(en: "nothing", de: "nichts")),
    ]
  }

  static var report: CheckReport {
    let measure = RecordCount(
      name: "measure", one: LocalizedText(en: "measure", de: "Maßnahme"),
      several: LocalizedText(en: "measures", de: "Maßnahmen"), count: 4)
    let committee = RecordCount(
      name: "committee", one: LocalizedText(en: "committee", de: "Gremium"), count: 2)
    let submitted = PlanSummary.Stage(
      name: "submitted", title: LocalizedText(en: "Submitted", de: "Eingebracht"))
    return CheckReport(
      plans: [
        PlanSummary(
          path: plan.file.path, name: "Teilhabeplan \"Hannover\"", stage: submitted,
          language: .german, files: [plan.file, measures.file], counts: [measure, committee])
      ],
      findings: [duplicateKey, ownerStated, danglingOwner] + inThePlan,
      ledger: [
        LedgerEntry(rule: "owner-stated", applied: 4, met: 3, violated: 1),
        LedgerEntry(
          rule: "gender-aspects-noted", applied: 4, undetermined: 1, notApplicable: 3, waived: 1),
        LedgerEntry(
          rule: "deadline-passed", applied: 4, undetermined: 4,
          note: LocalizedText(en: "reads today; none was given", de: "liest heute; nicht gegeben")),
        LedgerEntry(rule: "goal-has-indicator"),
      ],
      rulePlaces: ["owner-stated": rules.at(1, 2)], version: "0.1.0")
  }
}

/// What a reporter writes, as text.
func written(_ write: (inout ByteBuffer) -> Void) -> String {
  var buffer = ByteBuffer()
  write(&buffer)
  return buffer.text
}
