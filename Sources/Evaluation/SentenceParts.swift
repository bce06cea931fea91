import Diagnostics
import Model
import RuleSyntax
import Semantics

/// An aggregate as it is named in a sentence: "the sum of `parts.amount`".
struct AggregateName {
  var nominative: String
  /// After "mit", "vor" and "nach": "der Summe von …"; in English the same.
  var dative: String
  /// "it", "sie", "er"
  var pronoun: String

  init(_ aggregate: Aggregate, in language: Language, _ workspace: Workspace) {
    let path = aggregate.path.map { "`\($0.text)`" } ?? ""
    let filter = aggregate.filter.map { " \(workspace.restriction($0, in: language))" } ?? ""
    let tail = path + filter
    func feminine(_ noun: String) -> AggregateName {
      AggregateName("die \(noun) von \(tail)", "der \(noun) von \(tail)", "sie")
    }
    func masculine(_ noun: String, _ dative: String) -> AggregateName {
      AggregateName("der \(noun) von \(tail)", "dem \(dative) von \(tail)", "er")
    }
    if language == .english {
      self.init("the \(Self.english(aggregate.kind)) of \(tail)", nil, "it")
      return
    }
    switch aggregate.kind {
    case .sum: self = feminine("Summe")
    case .count: self = feminine("Anzahl")
    case .share: self = masculine("Anteil", "Anteil")
    case .earliest: self = masculine("früheste Wert", "frühesten Wert")
    case .latest: self = masculine("späteste Wert", "spätesten Wert")
    case .smallest: self = masculine("kleinste Wert", "kleinsten Wert")
    case .largest: self = masculine("größte Wert", "größten Wert")
    case .first: self = masculine("erste Wert", "ersten Wert")
    case .last: self = masculine("letzte Wert", "letzten Wert")
    }
  }

  private init(_ nominative: String, _ dative: String?, _ pronoun: String) {
    self.nominative = nominative
    self.dative = dative ?? nominative
    self.pronoun = pronoun
  }

  private static func english(_ kind: AggregateSyntax.Kind) -> String {
    switch kind {
    case .sum: "sum"
    case .count: "count"
    case .share: "share"
    case .earliest: "earliest"
    case .latest: "latest"
    case .smallest: "smallest"
    case .largest: "largest"
    case .first: "first"
    case .last: "last"
    }
  }
}

extension Workspace {
  /// "where `done` is yes", "(nur wo: `done` ist ja)".
  fileprivate func restriction(_ condition: Condition, in language: Language) -> String {
    guard case .judgement(let line) = condition else { return "" }
    let words = PhraseWords(
      line.phrase, arguments(line.phrase, nil, nil, in: language), in: language)
    let text =
      "\(name(line.subject, in: language)) \(line.isNegated ? words.denial : words.statement)"
    return language.pick("where \(text)", "(nur wo: \(text))")
  }

  /// The word that stands for a subject in the second half of a sentence.
  func pronoun(_ operand: Operand, in language: Language) -> String {
    if case .aggregate(let aggregate) = operand {
      return AggregateName(aggregate, in: language, self).pronoun
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
        name = AggregateName(aggregate, in: language, self).dative
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
      let isDative = relation == .same || relation == .before || relation == .after
      return [named(other, (test as? CompareTest)?.other, isDative: isDative)]
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
      let list = "`\(listName(record))`"
      return [amongAll ? language.pick("all \(list)", "allen \(list)") : list]
    case .writtenLike(let notation):
      return program.notations[notation].patterns.map { "\"\($0)\"" }
    case .measured(_, let bound, _): return [named(bound, (test as? MeasureTest)?.bound)]
    case .mentioning(let lists), .avoiding(let lists):
      return lists.map { index in
        let list = program.wordLists[index]
        return list.name.map { "`\($0)`" } ?? list.words.map { "\"\($0)\"" }.joined(separator: ", ")
      }
    }
  }

  /// The list that holds a record's elements, or the fields that do.
  func listName(_ record: Int) -> String {
    let declared = plan.schema.records[record]
    if let list = declared.list { return list }
    let fields = declared.places.map { plan.schema.records[$0.record].fields[$0.field].name }
    return fields.isEmpty ? declared.name : Set(fields).sorted().joined(separator: "`, `")
  }
}

extension Record {
  /// What several elements are called: in English the list's key; in German the title of one
  /// where no word for several is known.
  package var plural: LocalizedText {
    LocalizedText(en: list ?? title.english, de: germanPlural ?? title.german)
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
