import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

extension ValueProblem {
  func headline(in language: Language) -> String {
    let element = name(language)
    return withRows { rows in
      switch reason.cause {
      case .block(let block): return "\(element): \(sentence(block, rows, language))"
      case .line(let line, let judged):
        switch reason.outcome {
        case .undetermined:
          let what = line.unknown(judged, rows, language)
          return language.pick(
            "\(element): nobody can tell whether \(typedRule.quoted(.english)) holds, because \(what)",
            "\(element): ob \(typedRule.quoted(.german)) gilt, lässt sich nicht sagen, denn \(what)"
          )
        case .violated, .met, .notApplicable:
          if let set = reason.set(rows), line.test is UniqueTest {
            return repeated(line, set, rows, language)
          }
          return sentence(line, about: element, rows, language)
        }
      }
    }
  }

  /// The element in one language.
  func name(_ language: Language) -> String {
    if set != nil { return titledElement?[language] ?? "" }
    return workspace.labels.element(
      workspace, record: node.record, row: Int(rows[node.frame]), showsTitle ? .plain : .titled,
      language)
  }

  // MARK: - Lines

  /// "`name` `x` stands 3 times among `items`", the same for each of the elements.
  private func repeated(_ line: LineNode, _ set: ElementSet, _ rows: Rows, _ language: Language)
    -> String
  {
    let name = workspace.name(line.typed.subject, in: language)
    var value = ""
    if case .one(let operand) = line.subject {
      value = workspace.show(operand.see(rows), line.typed.subject.type, in: language)
    }
    let list = workspace.arguments(line.typed.phrase, nil, nil, in: language).first ?? ""
    let count = set.cells.count
    return language.pick(
      "\(name) \(value) stands \(count == 2 ? "twice" : "\(count) times") among \(list)",
      "\(name) \(value) kommt unter \(list) \(count == 2 ? "zweimal" : "\(count)-mal") vor")
  }

  /// "measure M7: `end-date` is 2027; it must be on or after `start-date` (2028)".
  private func sentence(
    _ line: LineNode, about element: String, _ rows: Rows, _ language: Language
  ) -> String {
    if line.test is CycleTest { return "\(element): \(cycle(line, rows, language))" }
    switch line.subject {
    case .many(let path, let quantifier):
      return many(path, quantifier, line, about: element, rows, language)
    case .matches(let matches, let quantifier):
      let found = matches.matches(rows).map { "`\($0.text)`" }.joined(separator: ", ")
      let name = workspace.name(line.typed.subject, in: language)
      let arguments = workspace.arguments(line.typed.phrase, line.test, rows, in: language)
      let must = PhraseWords(line.typed.phrase, arguments, in: language)
        .demand(isNegated: line.typed.isNegated)
      guard !found.isEmpty else {
        let which = Self.pronoun(quantifier, language)
        return "\(element): \(name) \(LineNode.noEntries(language)); \(which) \(must)"
      }
      return "\(element): \(matching("\(name) (\(found))", quantifier, must, language))"
    case .one(let operand):
      let template = line.sentences.template(.value, language) {
        let name = workspace.name(line.typed.subject, in: language)
        let pronoun = workspace.pronoun(line.typed.subject, in: language)
        let must = line.demand(language)
        return "\(SentenceGap.element): \(name) \(SentenceGap.value); \(pronoun) \(must)"
      }
      let predicate = line.predicate(operand.see(rows), rows, language)
      return template.filled(element, predicate, line.changingArguments(rows, language))
    }
  }

  /// The word for the members that a line speaks of.
  private static func pronoun(
    _ quantifier: SubjectSyntax.Quantifier, _ language: Language
  ) -> String {
    switch quantifier {
    case .every: language.pick("every one", "jedes")
    case .atLeastOne: language.pick("at least one", "mindestens eines")
    case .no: language.pick("none", "keines")
    }
  }

  private func matching(
    _ name: String, _ quantifier: SubjectSyntax.Quantifier, _ must: String, _ language: Language
  ) -> String {
    switch quantifier {
    case .every: language.pick("every \(name) \(must)", "jedes \(name) \(must)")
    case .atLeastOne:
      language.pick("at least one \(name) \(must)", "mindestens ein \(name) \(must)")
    case .no: language.pick("no \(name) \(must)", "kein \(name) \(must)")
    }
  }

  /// "`parts` is `A1`, `A2`; every one must exist in `areas`".
  private func many(
    _ path: PathReader, _ quantifier: SubjectSyntax.Quantifier, _ line: LineNode,
    about element: String, _ rows: Rows, _ language: Language
  ) -> String {
    let values = badMembers(path, line, rows, language)
    let template = line.sentences.template(values.isEmpty ? .list : .value, language) {
      let name = workspace.name(line.typed.subject, in: language)
      let must = line.demand(language)
      let all = Self.pronoun(quantifier, language)
      if values.isEmpty {
        return "\(SentenceGap.element): "
          + language.pick("\(all) of \(name) \(must)", "\(all) von \(name) \(must)")
      }
      let verb = language.pick("is", "ist")
      return "\(SentenceGap.element): \(name) \(verb) \(SentenceGap.value); \(all) \(must)"
    }
    return template.filled(element, values, line.changingArguments(rows, language))
  }

  /// The values of the first members that break the line.
  private func badMembers(
    _ path: PathReader, _ line: LineNode, _ rows: Rows, _ language: Language
  ) -> String {
    var values: [String] = []
    line.forEachMember(path, rows, gap: { _, _ in }) { cell, judged in
      guard case .violated = judged.outcome, cell.leaf >= 0 else { return }
      let sight = workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
      let value = workspace.show(sight, line.typed.subject.type, in: language)
      if !values.contains(value) { values.append(value) }
    }
    if values.count == 1 { return values[0] }
    return values.prefix(3).joined(separator: ", ") + (values.count > 3 ? " …" : "")
  }

  private func cycle(_ line: LineNode, _ rows: Rows, _ language: Language) -> String {
    guard let set = reason.set(rows), case .path(let path) = line.typed.subject else {
      return language.pick(
        "it does not lead back to itself", "führt nicht auf sich selbst zurück")
    }
    let chain = workspace.chain(set.cells.map(\.row), of: path.record, language)
    return language.pick(
      "`\(path.text)` leads back to itself: \(chain)",
      "`\(path.text)` führt auf sich selbst zurück: \(chain)")
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
      // Of a change the headline says both values.
      guard sight.standing == .stated, line.question == nil, !(line.test is ChangeTest) else {
        return
      }
      // Of a list the headline says what is to be said.
      if case .none = sight.datum { return }
      let type = line.typed.subject.type
      if let words = line.test as? WordsTest, let context = words.context(sight) {
        return facts.append(Fact("value", same: context))
      }
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
    readers += test?.arguments ?? []
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

extension Workspace {
  /// "M1 → M2 → M1": elements of which one leads to the next; of a long chain both ends.
  func chain(_ rows: [Int], of record: Int, _ language: Language) -> String {
    var links = (rows + rows.prefix(1)).map { idText(record: record, row: $0) ?? String($0 + 1) }
    let (longest, first, last) = (12, 6, 4)
    if links.count > longest {
      let left = links.count - first - last
      links.replaceSubrange(
        first..<(links.count - last),
        with: [language.pick("… \(left) more …", "… \(left) weitere …")])
    }
    return links.joined(separator: " → ")
  }

  /// The first entries of a list, for a sentence; empty where it holds no simple values.
  func entries(_ path: PathReader, _ rows: Rows, _ language: Language) -> String {
    guard let leaf = path.entries else { return "" }
    var member = path.path.type
    if case .list(let type) = member { member = type }
    var shown: [String] = []
    var count = 0
    path.forEach(rows, gap: { _, _, _ in }) { cell, _ in
      count += 1
      if count <= 3 { shown.append(show(sight(leaf, cell), member, in: language)) }
    }
    return shown.joined(separator: ", ") + (count > 3 ? " … (\(count))" : "")
  }
}

extension String {
  /// The text without the full stop at its end.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
