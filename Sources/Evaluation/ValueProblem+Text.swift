import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

extension ValueProblem {
  private func element(_ language: Language) -> String {
    workspace.labels.element(
      workspace, record: node.record, row: Int(rows[node.frame]), language)
  }

  func headline(in language: Language) -> String {
    withRows { rows in
      switch reason.cause {
      case .block(let block):
        return "\(element(language)): \(sentence(block, rows, language))"
      case .line(let line, let judged):
        switch reason.outcome {
        case .undetermined:
          let what = unknown(line, judged, rows, language)
          return language.pick(
            "\(element(language)): nobody can tell whether this holds: \(title(language)) (\(what))",
            "\(element(language)): es lässt sich nicht sagen, ob dies erfüllt ist: \(title(language)) (\(what))"
          )
        case .violated, .met, .notApplicable:
          return sentence(line, rows, language)
        }
      }
    }
  }

  private func title(_ language: Language) -> String { typedRule.title[language] }

  /// What is not known, in a few words.
  private func unknown(_ line: LineNode, _ judged: Judged, _ rows: Rows, _ language: Language)
    -> String
  {
    if let aggregate = line.aggregates.first {
      let tally = aggregate.tally(rows)
      let name = workspace.name(.aggregate(aggregate.aggregate), in: language)
      if let gap = tally.gap {
        let cell = workspace.plan.path(workspace.reference(gap.cell))
        return language.pick("`\(cell)` is not stated", "`\(cell)` ist nicht angegeben")
      }
      if tally.unstated > 0 {
        let all = tally.stated + tally.unstated
        return language.pick(
          "\(name) is known for \(tally.stated) of \(all) only",
          "\(name) ist nur für \(tally.stated) von \(all) bekannt")
      }
    }
    if let gap = judged.gap {
      let path = workspace.plan.path(workspace.reference(gap))
      return language.pick("`\(path)` is not certain", "`\(path)` ist nicht sicher")
    }
    return language.pick(
      "the values are not precise enough", "die Angaben sind nicht genau genug")
  }

  /// "measure M7: `end-date` is 2027; it must be on or after `start-date` (2028)".
  private func sentence(_ line: LineNode, _ rows: Rows, _ language: Language) -> String {
    let element = element(language)
    if line.test is CycleTest { return "\(element): \(cycle(line, rows, language))" }
    switch line.subject {
    case .many(_, let quantifier):
      return many(element, quantifier, line, rows, language)
    case .one(let operand):
      let sight = operand.see(rows)
      let value = measured(line, sight, rows, language) ?? shown(line, sight, language)
      let template = line.sentences.template(.value, language) {
        let name = workspace.name(line.typed.subject, in: language)
        let must = demand(line, language)
        return language.pick(
          "\(Gap.element): \(name) is \(Gap.value); it \(must)",
          "\(Gap.element): \(name) ist \(Gap.value); es \(must)")
      }
      return template.filled([element, value] + workspace.changingArguments(line, rows, language))
    }
  }

  /// The gaps of a line's sentence; those of its arguments follow.
  private enum Gap {
    static let element = SentenceTemplate.gap(0)
    static let value = SentenceTemplate.gap(1)
    static let arguments = 2
  }

  /// The phrase's words with gaps for the arguments that change from element to element.
  private func words(_ line: LineNode, _ language: Language) -> PhraseWords {
    var arguments = workspace.arguments(line, nil, in: language)
    if line.hasChangingArguments {
      arguments = arguments.indices.map { SentenceTemplate.gap(Gap.arguments + $0) }
    }
    return PhraseWords(line.typed.phrase, arguments, in: language)
  }

  private func demand(_ line: LineNode, _ language: Language) -> String {
    demand(words(line, language), line.typed.isNegated, language)
  }

  private func demand(_ words: PhraseWords, _ isNegated: Bool, _ language: Language) -> String {
    language.pick(
      isNegated ? "must not \(words.infinitive)" : "must \(words.infinitive)",
      isNegated ? "darf nicht \(words.infinitive)" : "muss \(words.infinitive)")
  }

  private func shown(_ line: LineNode, _ sight: Sight, _ language: Language) -> String {
    if case .group = line.typed.subject.type, sight.standing == .stated {
      return language.pick("stated", "angegeben")
    }
    return workspace.show(sight, line.typed.subject.type, in: language)
  }

  /// "`title` has 91 characters" instead of the whole text.
  private func measured(_ line: LineNode, _ sight: Sight, _ rows: Rows, _ language: Language)
    -> String?
  {
    guard let test = line.test as? MeasureTest, let count = test.count(sight, rows) else {
      return nil
    }
    switch test.unit {
    case .entries: return language.pick("\(count) entries long", "\(count) Einträge lang")
    case .words: return language.pick("\(count) words long", "\(count) Wörter lang")
    case .characters: return language.pick("\(count) characters long", "\(count) Zeichen lang")
    }
  }

  private func many(
    _ element: String, _ quantifier: SubjectSyntax.Quantifier, _ line: LineNode, _ rows: Rows,
    _ language: Language
  ) -> String {
    let bad = quantifier == .every ? badMembers(line, rows, language) : ""
    let arguments = workspace.changingArguments(line, rows, language)
    if !bad.isEmpty {
      let template = line.sentences.template(.members, language) {
        let name = workspace.name(line.typed.subject, in: language)
        let must = demand(line, language)
        return language.pick(
          "\(Gap.element): \(name) is \(Gap.value); every one \(must)",
          "\(Gap.element): \(name) ist \(Gap.value); jedes \(must)")
      }
      return template.filled([element, bad] + arguments)
    }
    let template = line.sentences.template(.value, language) {
      let name = workspace.name(line.typed.subject, in: language)
      let must = demand(line, language)
      switch quantifier {
      case .atLeastOne:
        return Gap.element
          + language.pick(": at least one \(name) \(must)", ": mindestens ein \(name) \(must)")
      case .no: return Gap.element + language.pick(": no \(name) \(must)", ": kein \(name) \(must)")
      case .every:
        return Gap.element + language.pick(": every \(name) \(must)", ": jedes \(name) \(must)")
      }
    }
    return template.filled([element, ""] + arguments)
  }

  /// The values of the first members that break the line.
  private func badMembers(_ line: LineNode, _ rows: Rows, _ language: Language) -> String {
    guard case .many(let path, _) = line.subject else { return "" }
    var bad: [String] = []
    line.forEachMember(path, rows, gap: { _, _ in }) { cell, judged in
      guard case .violated = judged.outcome, cell.leaf >= 0 else { return }
      let sight = workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
      bad.append(workspace.show(sight, line.typed.subject.type, in: language))
    }
    if bad.count == 1 { return bad[0] }
    return bad.prefix(3).joined(separator: ", ") + (bad.count > 3 ? " … (\(bad.count))" : "")
  }

  private func cycle(_ line: LineNode, _ rows: Rows, _ language: Language) -> String {
    let row = Int(rows[typedRule.scope.frames.count - 1])
    guard let test = line.test as? CycleTest, let id = test.cycles.cycle[row],
      let members = test.cycles.members[id], case .path(let path) = line.typed.subject
    else { return language.pick("leads back to itself", "führt auf sich selbst zurück") }
    let ids = (members + members.prefix(1)).map {
      workspace.idText(record: path.record, row: $0) ?? String($0 + 1)
    }
    let chain = ids.joined(separator: " → ")
    return language.pick(
      "`\(path.text)` leads back to itself: \(chain)",
      "`\(path.text)` führt auf sich selbst zurück: \(chain)")
  }

  // MARK: - Blocks

  private func sentence(_ block: BlockCondition, _ rows: Rows, _ language: Language) -> String {
    let intro: String
    switch block.kind {
    case .any: intro = language.pick("none of these holds", "nichts davon trifft zu")
    case .all: intro = language.pick("not all of these hold", "nicht alles davon trifft zu")
    case .exactlyOne:
      intro = language.pick("not exactly one of these holds", "nicht genau eines davon trifft zu")
    case .none: intro = language.pick("none of these may hold", "nichts davon darf zutreffen")
    }
    let parts = block.parts.map { alternative($0, rows, language) }
    if reason.outcome == .undetermined {
      let unclear = language.pick(
        "nobody can tell which of these holds", "es lässt sich nicht sagen, was davon zutrifft")
      return "\(unclear): \(parts.joined(separator: "; "))"
    }
    return "\(intro): \(parts.joined(separator: "; "))"
  }

  /// "`cost.amount` is stated", with what it is behind it.
  private func alternative(_ part: ConditionNode, _ rows: Rows, _ language: Language) -> String {
    if let block = part as? BlockCondition {
      let joint = block.kind == .all ? language.pick(" and ", " und ") : language.pick(" or ", " oder ")
      return block.parts.map { alternative($0, rows, language) }.joined(separator: joint)
    }
    guard let line = (part as? LineCondition)?.line else { return "" }
    let template = line.sentences.template(.alternative, language) {
      let words = words(line, language)
      let name = workspace.name(line.typed.subject, in: language)
      let text = "\(name) \(line.typed.isNegated ? words.denial : words.statement)"
      guard case .one = line.subject else { return text }
      return "\(text) (\(language.pick("it is", "es ist")) \(Gap.value))"
    }
    var value = ""
    if case .one(let operand) = line.subject { value = shown(line, operand.see(rows), language) }
    return template.filled(["", value] + workspace.changingArguments(line, rows, language))
  }

  // MARK: - The rest

  func help(in language: Language) -> String? { typedRule.say?[language] }

  var facts: [Fact] {
    var facts = [Fact("rule", typedRule.title)]
    if let why = typedRule.why { facts.append(Fact("why", why)) }
    withRows { rows in
      guard case .line(let line, _) = reason.cause, case .one(let operand) = line.subject else {
        return
      }
      let sight = operand.see(rows)
      guard sight.standing == .stated, line.question == nil else { return }
      let type = line.typed.subject.type
      facts.append(
        Fact(
          "value",
          LocalizedText(
            en: workspace.show(sight, type, in: .english),
            de: workspace.show(sight, type, in: .german))))
      if let cell = sight.cell, line.test is OneOfTest {
        facts += workspace.known(workspace.reference(cell))
      }
    }
    return facts
  }
}

extension Workspace {
  /// The phrase's arguments with their values, where these differ from element to element.
  fileprivate func changingArguments(_ line: LineNode, _ rows: Rows, _ language: Language)
    -> [String]
  {
    line.hasChangingArguments ? arguments(line, rows, in: language) : []
  }
}

extension LineNode {
  /// Whether the phrase's arguments show values that differ from element to element.
  fileprivate var hasChangingArguments: Bool {
    func changes(_ operand: Operand) -> Bool {
      switch operand {
      case .literal, .setting: false
      case .path, .today, .aggregate, .matches, .state, .arithmetic: true
      }
    }
    switch typed.phrase {
    case .compared(_, let other), .measured(_, let other, _): return changes(other)
    case .within(let from, let to), .overlapping(let from, let to):
      return changes(from) || changes(to)
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .oneOf, .existing,
      .including, .unique, .writtenLike, .mentioning, .avoiding, .leadingBack:
      return false
    }
  }

  /// The aggregates among the subject and the arguments.
  var aggregates: [AggregateOperand] {
    var readers: [OperandReader] = []
    if case .one(let operand) = subject { readers.append(operand) }
    if let compare = test as? CompareTest { readers.append(compare.other) }
    return readers.flatMap(Self.aggregates)
  }

  private static func aggregates(_ reader: OperandReader) -> [AggregateOperand] {
    if let aggregate = reader as? AggregateOperand { return [aggregate] }
    if let arithmetic = reader as? ArithmeticOperand {
      return aggregates(arithmetic.left) + aggregates(arithmetic.right)
    }
    return []
  }
}
