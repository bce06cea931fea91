import Diagnostics
import Model
import RuleSyntax
import Semantics

extension Workspace {
  /// An aggregate as it is named in a sentence: "the sum of `parts.amount`".
  func name(_ aggregate: Aggregate, in language: Language, isDative: Bool = false) -> String {
    let noun = aggregate.kind.noun(language)
    let path = aggregate.path.map { "`\($0.text)`" } ?? ""
    let filter = aggregate.filter.map { " \(restriction($0, in: language))" } ?? ""
    return "\(isDative ? noun.dative : noun.nominative) \(path)\(filter)"
  }

  /// "where `done` is yes", "(nur wo: `done` ist ja)".
  func restriction(_ condition: Condition, in language: Language) -> String {
    guard case .judgement(let line) = condition else { return "" }
    let words = PhraseWords(
      line.phrase, arguments(line.phrase, nil, nil, in: language), in: language)
    let text =
      "\(name(line.subject, in: language)) \(words.statement(isNegated: line.isNegated))"
    return language.pick("where \(text)", "(nur wo: \(text))")
  }

  /// The word that stands for a subject in the second half of a sentence.
  func pronoun(_ operand: Operand, in language: Language) -> String {
    if case .aggregate(let aggregate) = operand {
      return aggregate.kind.noun(language).pronoun
    }
    return language.pick("it", "es")
  }

  /// The arguments of a phrase as they are read in a sentence; with `rows` their values stand
  /// behind their names.
  func arguments(
    _ phrase: TypedPhrase, _ test: PhraseTest?, _ rows: Rows?, in language: Language
  ) -> [String] {
    func named(_ operand: Operand, _ reader: OperandReader?, isDative: Bool = false) -> String {
      var name = name(operand, in: language)
      if isDative, case .aggregate(let aggregate) = operand {
        name = self.name(aggregate, in: language, isDative: true)
      }
      if case .literal = operand { return name }
      if case .setting = operand { return name }
      guard let rows, let reader else { return name }
      return "\(name) (\(show(reader.see(rows), operand.type, in: language)))"
    }
    switch phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .leadingBack, .changed:
      return []
    case .oneOf(let values):
      // The rule has them all; a sentence that lists twenty is read by nobody.
      let shown = values.prefix(values.count > 8 ? 5 : 8).map { show($0, in: language) }
      return values.count > 8 ? shown.dropLast() + ["\(shown[4]) … (\(values.count))"] : shown
    case .including(let value): return [show(value, in: language)]
    case .compared(let relation, let other):
      let reader = (test as? CompareTest)?.other
      return [named(other, reader, isDative: relation.takesDative)]
    case .within(let from, let to), .overlapping(let from, let to):
      let period = test as? PeriodTest
      return [
        named(from, period?.from, isDative: true), named(to, period?.to, isDative: true),
      ]
    case .existing(let target, _):
      switch target {
      case .list(let record): return ["`\(plan.schema.records[record].list ?? "")`"]
      case .path(let path): return ["`\(path.text)`"]
      }
    case .unique(let amongAll, let record):
      let list = "`\(plan.schema.listName(record))`"
      return [amongAll ? language.pick("all \(list)", "allen \(list)") : list]
    case .writtenLike(let notation):
      return program.notations[notation].patterns.map { "`\($0)`" }
    case .measured(_, let bound, _): return [named(bound, (test as? MeasureTest)?.bound)]
    case .avoiding(let lists):
      // The word that was found is told anyway.
      return lists.flatMap { index in
        let list = program.wordLists[index]
        return list.name.map { [language.pick("`\($0)`", "aus `\($0)`")] }
          ?? list.words.shortened { "\"\($0)\"" }
      }
    case .mentioning(let lists):
      return lists.flatMap { program.wordLists[$0].words }.shortened { "\"\($0)\"" }
    }
  }
}

extension Record {
  /// What several elements are called behind "from 2 of 3": in English the list's key, in German its
  /// spelling as a dative; where no word for several is known, entries.
  var counted: LocalizedText {
    var german = germanPlural ?? "Einträge"
    if let last = german.last, last != "n", last != "s" { german += "n" }
    return LocalizedText(en: list ?? "entries", de: german)
  }

  /// The spelling of the list's key that is no English one, as a noun.
  package var germanPlural: String? {
    let others = listSpellings.filter { $0 != list }
    let german = others.first { !$0.utf8.allSatisfy { $0 < 0x80 } } ?? others.first
    return german.map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }
}

extension TypedRule {
  /// The rule's title as it is quoted inside a sentence.
  func quoted(_ language: Language) -> String {
    let text = title[language].withoutStop
    return language.pick("“\(text)”", "„\(text)“")
  }
}
