import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

extension ValueProblem {
  private func element(_ language: Language) -> String {
    let scope = typedRule.scope
    return workspace.plan.label(
      record: scope.record, row: Int(rows[scope.frames.count - 1]))[language]
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
          return "\(element(language)): \(sentence(line, rows, language))"
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

  /// "`end-date` is 2027; it must be on or after `start-date` (2028)".
  private func sentence(_ line: LineNode, _ rows: Rows, _ language: Language) -> String {
    if line.test is CycleTest { return cycle(line, rows, language) }
    let words = PhraseWords(
      line.typed.phrase, workspace.arguments(line, rows, in: language), in: language)
    let must = demand(words, line.typed.isNegated, language)
    let name = workspace.name(line.typed.subject, in: language)
    switch line.subject {
    case .many(_, let quantifier): return many(name, quantifier, must, line, rows, language)
    case .matches(let matches, let quantifier):
      let found = matches.matches(rows).map { "`\($0)`" }.joined(separator: ", ")
      return many("\(name) (\(found))", quantifier, must, line, rows, language)
    case .one(let operand):
      let sight = operand.see(rows)
      let value = measured(line, sight, rows, language) ?? shown(line, sight, language)
      return language.pick("\(name) is \(value); it \(must)", "\(name) ist \(value); es \(must)")
    }
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
    _ name: String, _ quantifier: SubjectSyntax.Quantifier, _ must: String, _ line: LineNode,
    _ rows: Rows, _ language: Language
  ) -> String {
    switch quantifier {
    case .atLeastOne:
      return language.pick("at least one \(name) \(must)", "mindestens ein \(name) \(must)")
    case .no: return language.pick("no \(name) \(must)", "kein \(name) \(must)")
    case .every:
      guard case .many(let path, _) = line.subject else { return must }
      var bad: [String] = []
      line.forEachMember(path, rows, gap: { _, _ in }) { cell, judged in
        guard judged.outcome == .violated, cell.leaf >= 0 else { return }
        let sight = workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
        bad.append(workspace.show(sight, line.typed.subject.type, in: language))
      }
      let values =
        bad.prefix(3).joined(separator: ", ") + (bad.count > 3 ? " … (\(bad.count))" : "")
      if values.isEmpty {
        return language.pick("every \(name) \(must)", "jedes \(name) \(must)")
      }
      return language.pick(
        "\(name) is \(values); every one \(must)", "\(name) ist \(values); jedes \(must)")
    }
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
      let joint =
        block.kind == .all ? language.pick(" and ", " und ") : language.pick(" or ", " oder ")
      return block.parts.map { alternative($0, rows, language) }.joined(separator: joint)
    }
    guard let line = (part as? LineCondition)?.line else { return "" }
    let words = PhraseWords(
      line.typed.phrase, workspace.arguments(line, rows, in: language), in: language)
    let name = workspace.name(line.typed.subject, in: language)
    let text = "\(name) \(line.typed.isNegated ? words.denial : words.statement)"
    guard case .one(let operand) = line.subject else { return text }
    let sight = operand.see(rows)
    return "\(text) (\(language.pick("it is", "es ist")) \(shown(line, sight, language)))"
  }

  // MARK: - The rest

  func help(in language: Language) -> String? { typedRule.say?[language] }

  var facts: [Fact] {
    var facts = [Fact("expected", typedRule.title)]
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

extension LineNode {
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
