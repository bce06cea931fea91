import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

/// What a line read: its subject, what that is compared with, and what its phrase found.
extension StepMaker {
  /// How many members of a list, or entries, are shown; the others are counted.
  static let shownMembers = 6

  func describe(_ line: LineNode, in step: inout EvaluationStep) {
    let judged = line.judge(rows)
    switch line.subject {
    case .one(let operand):
      step.facts += subjectFacts(line, operand)
      step.facts += phraseFacts(line, operand.see(rows))
    case .many(let path, let quantifier):
      describe(path, quantifier, line, in: &step)
    case .matches(let matches, let quantifier):
      describe(matches, quantifier, line, in: &step)
    }
    for (operand, reader) in line.arguments { step.facts += argumentFacts(operand, reader) }
    if judged.outcome == .undetermined { addDoubt(line, judged, in: &step) }
    var seen: Set<LocalizedText> = []
    step.facts = step.facts.filter { seen.insert($0.text).inserted }
  }

  /// Why nobody can tell, unless what was read says it already.
  private func addDoubt(_ line: LineNode, _ judged: Judged, in step: inout EvaluationStep) {
    let what = LocalizedText { line.unknown(judged, rows, $0) }
    guard !step.facts.contains(where: { $0.text.english.hasPrefix(what.english) }) else { return }
    var holder: LocalizedText?
    var place: Location?
    if let gap = judged.gap.map(workspace.reference), !isOwn(gap.record, gap.row) {
      holder = workspace.plan.label(record: gap.record, row: gap.row)
      place = workspace.plan.blame(gapAt: gap)
    }
    step.facts.append(
      EvaluationFact(
        LocalizedText(
          en: "nobody can tell, because \(what.english)"
            + (holder.map { " (\($0.english))" } ?? ""),
          de: "das lässt sich nicht sagen, denn \(what.german)"
            + (holder.map { " (\($0.german))" } ?? "")),
        at: place))
  }

  /// Whether an element is the one that is judged.
  func isOwn(_ record: Int, _ row: Int) -> Bool {
    record == element.record && row == element.row
  }

  // MARK: - Subjects

  private func subjectFacts(_ line: LineNode, _ operand: OperandReader) -> [EvaluationFact] {
    let subject = line.typed.subject
    guard line.question == nil, !(line.test is ChangeTest) else {
      guard line.test is ChangeTest else {
        // "`x` is stated: no" says it.
        let isSaid =
          !line.isRequirement && line.question == .stated && operand.see(rows).standing == .absent
        return isSaid && operand.paths.allSatisfy(\.isDirect) ? [] : facts(of: operand, subject)
      }
      return [
        EvaluationFact(
          LocalizedText {
            "\(workspace.name(subject, in: $0)) \(line.predicate(operand.see(rows), rows, $0))"
          }, at: place(of: operand.see(rows)))
      ]
    }
    if let test = line.test as? MeasureTest, let count = test.count(operand.see(rows), rows) {
      let fact = EvaluationFact(
        LocalizedText { language in
          let size = "\(count) \(test.unit.name(language, isOne: count == 1))"
          return workspace.name(subject, in: language) + language.pick(" has ", " hat ") + size
        }, at: place(of: operand.see(rows)))
      return [fact] + (test.unit == .entries ? contents(of: operand) : [])
    }
    return facts(of: operand, subject)
  }

  private func argumentFacts(_ operand: Operand, _ reader: OperandReader) -> [EvaluationFact] {
    switch operand {
    case .literal, .setting, .today: []
    case .path, .aggregate, .matches, .state, .arithmetic: facts(of: reader, operand)
    }
  }

  // MARK: - Members of a list

  private func describe(
    _ path: PathReader, _ quantifier: SubjectSyntax.Quantifier, _ line: LineNode,
    in step: inout EvaluationStep
  ) {
    var members: [Member] = []
    var gaps: [EvaluationFact] = []
    var contents: [EvaluationFact] = []
    line.forEachMember(
      path, rows,
      gap: { cell, standing in gaps.append(self.fact(ofGap: cell, standing, path.path.text)) }
    ) { cell, judged in
      let facts = memberFacts(cell, judged, line, in: &contents)
      members.append(
        Member(
          text: text(of: cell, line), place: place(of: cell), judged: judged, facts: facts))
    }
    step.facts += gaps + contents
    let passedOver = line.filter == nil ? 0 : count(path) - members.count
    add(members, quantifier, passedOver: passedOver, to: &step)
    if members.isEmpty, gaps.isEmpty, passedOver == 0 {
      step.facts.append(
        EvaluationFact(
          LocalizedText(
            en: "there is nothing in `\(path.path.text)`",
            de: "in `\(path.path.text)` steht nichts")))
    }
  }

  /// What the phrase found of one member; what it was looked up in is told once, in `contents`.
  private func memberFacts(
    _ cell: CellPlace, _ judged: Judged, _ line: LineNode, in contents: inout [EvaluationFact]
  ) -> [EvaluationFact] {
    guard cell.leaf >= 0, line.lists == nil else { return [] }
    return memberFacts(
      workspace.sight(workspace.leaves[Int(cell.leaf)], cell), judged, line, in: &contents)
  }

  private func memberFacts(
    _ sight: Sight, _ judged: Judged, _ line: LineNode, in contents: inout [EvaluationFact]
  ) -> [EvaluationFact] {
    switch line.test {
    case let test as ExistTest where judged.outcome != .met && sight.standing == .stated:
      let lookedUp = lookUp(sight, test, line)
      if contents.isEmpty { contents = lookedUp.contents }
      return lookedUp.result
    case let test as WordsTest where test.found(sight) != nil: return facts(of: test, sight)
    default: return []
    }
  }

  private func count(_ path: PathReader) -> Int {
    var count = 0
    path.forEach(rows, gap: { _, _, row in if row != nil { count += 1 } }) { _, _ in count += 1 }
    return count
  }

  private func describe(
    _ matches: MatchesOperand, _ quantifier: SubjectSyntax.Quantifier, _ line: LineNode,
    in step: inout EvaluationStep
  ) {
    let sight = matches.see(rows)
    var contents: [EvaluationFact] = []
    let members = matches.matches(rows).map { match in
      let judged = line.judge(match.sight, rows)
      return Member(
        text: LocalizedText(same: "`\(Workspace.shortened(match.text))`"), place: nil,
        judged: judged, facts: memberFacts(match.sight, judged, line, in: &contents))
    }
    if members.isEmpty, sight.standing == .empty {
      step.facts.append(
        EvaluationFact(
          LocalizedText {
            let name = workspace.name(line.typed.subject, in: $0)
            return $0.pick("there is no \(name)", "\(name) kommt nicht vor")
          }))
    }
    step.facts += facts(of: matches.path, nil) + contents
    add(members, quantifier, passedOver: 0, to: &step)
  }

  /// One member of a list, as it was judged.
  private struct Member {
    var text: LocalizedText
    var place: Location?
    var judged: Judged
    var facts: [EvaluationFact]
  }

  /// Shows the first members of those that decide, then of the others, and counts the rest.
  private func add(
    _ members: [Member], _ quantifier: SubjectSyntax.Quantifier, passedOver: Int,
    to step: inout EvaluationStep
  ) {
    let deciding: Outcome = quantifier == .every ? .violated : .met
    func rank(_ outcome: Outcome) -> Int {
      outcome == deciding ? 0 : outcome == .undetermined ? 1 : 2
    }
    let order = members.enumerated().sorted {
      (rank($0.element.judged.outcome), $0.offset) < (rank($1.element.judged.outcome), $1.offset)
    }
    let shown = order.prefix(Self.shownMembers).sorted { $0.offset < $1.offset }.map(\.element)
    step.parts += shown.map { member in
      var part = EvaluationStep(.member, .init(member.judged.verdict), member.text, at: nil)
      part.place = member.place
      part.facts = member.facts
      return part
    }
    let rest = order.dropFirst(Self.shownMembers).map(\.element.judged.verdict)
    if let remainder = Self.remainder(rest) { step.rest.append(remainder) }
    step.rest += Self.others(passedOver).map(\.text)
  }

  /// "and 7 more: 5 yes, 2 no"
  private static func remainder(_ verdicts: [Verdict]) -> LocalizedText? {
    guard !verdicts.isEmpty else { return nil }
    let kinds: [Verdict] = [.yes, .no, .unknown, .inapplicable]
    return LocalizedText { language in
      let counts = kinds.compactMap { kind -> String? in
        let count = verdicts.count { $0 == kind }
        return count == 0 ? nil : "\(count) \(EvaluationStep.Result(kind).words(language))"
      }
      return language.pick("and \(verdicts.count) more: ", "und \(verdicts.count) weitere: ")
        + counts.joined(separator: ", ")
    }
  }

  /// "milestone 2 of measure M1: 31 July 2028", "`Z9`".
  private func text(of cell: CellPlace, _ line: LineNode) -> LocalizedText {
    guard cell != .nowhere else {
      return LocalizedText(en: "a new element", de: "ein neues Element")
    }
    guard cell.leaf >= 0, line.lists == nil else {
      let record =
        cell.leaf >= 0 ? workspace.leaves[Int(cell.leaf)].record : memberRecord(line)
      return workspace.plan.label(record: record, row: Int(cell.row))
    }
    let leaf = workspace.leaves[Int(cell.leaf)]
    let sight = workspace.sight(leaf, cell)
    let label = workspace.plan.label(record: leaf.record, row: Int(cell.row))
    let isOwn = isOwn(leaf.record, Int(cell.row))
    let type = leaf.isList ? OperandType.text : line.typed.subject.type
    let path = workspace.plan.path(workspace.reference(cell))
    return LocalizedText { language in
      let value = workspace.show(sight, type, in: language)
      return isOwn
        ? value : "\(label[language]): `\(path)` " + language.pick("is ", "ist ") + value
    }
  }

  private func memberRecord(_ line: LineNode) -> Int {
    if case .many(let path, _) = line.subject { return path.record }
    return node.record
  }
}

extension LineNode {
  /// What the phrase compares with, as the rule writes it and as it is read.
  var arguments: [(operand: Operand, reader: OperandReader)] {
    switch (typed.phrase, test) {
    case (.compared(_, let other), let test as CompareTest): [(other, test.other)]
    case (.within(let from, let to), let test as PeriodTest),
      (.overlapping(let from, let to), let test as PeriodTest):
      [(from, test.from), (to, test.to)]
    case (.measured(_, let bound, _), let test as MeasureTest): [(bound, test.bound)]
    default: []
    }
  }
}
