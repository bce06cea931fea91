import Diagnostics
import Model
import RuleSyntax

/// The arguments of phrases in a rule's prose: fields by their titles, values as people write them.
extension SentenceWriter {
  func words(_ judgement: Judgement, _ frames: Frames) -> PhraseWords {
    PhraseWords(judgement.phrase, arguments(judgement.phrase, frames), in: language)
  }

  private func arguments(_ phrase: TypedPhrase, _ frames: Frames) -> [String] {
    switch phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .leadingBack, .changed:
      return []
    case .oneOf(let literals): return literals.map(literal)
    case .compared(let relation, let operand):
      return [self.operand(operand, frames, isDative: relation.takesDative)]
    case .within(let start, let end), .overlapping(let start, let end):
      return [
        operand(start, frames, isDative: true), operand(end, frames, isDative: true),
      ]
    case .existing(.list(let record), _):
      return [schema.records[record].list.map { "`\($0)`" } ?? title(schema.records[record].title)]
    case .existing(.path(let path), _): return [self.path(path, frames)]
    case .including(let literal): return [self.literal(literal)]
    case .unique(let amongAll, let record):
      let list = "`\(schema.listName(record))`"
      return [
        amongAll
          ? language.pick("all \(list) of the plan", "allen \(list) des Plans")
          : language.pick("the entries of its list", "den Einträgen derselben Liste")
      ]
    case .writtenLike(let notation):
      return program.notations[notation].patterns.map { "`\($0)`" }
    case .measured(_, let bound, _): return [operand(bound, frames)]
    case .mentioning(let lists), .avoiding(let lists):
      return lists.flatMap { program.wordLists[$0].words }.shortened(quoted)
    }
  }
}

extension Schema {
  /// The list that holds a record's elements, or the fields that do.
  package func listName(_ record: Int) -> String {
    let declared = records[record]
    if let list = declared.list { return list }
    let fields = declared.places.map { records[$0.record].fields[$0.field].name }
    return fields.isEmpty ? declared.name : Set(fields).sorted().joined(separator: "`, `")
  }
}

extension TypedPhrase.Relation {
  /// Whether its German words are followed by the dative: "mit", "vor" and "nach".
  package var takesDative: Bool { self == .same || self == .before || self == .after }
}

extension [String] {
  /// The first four, each as `write` has it, and `…` where there are more.
  package func shortened(_ write: (String) -> String) -> [String] {
    let shown = prefix(4).map(write)
    guard let last = shown.last, count > 4 else { return shown }
    return shown.dropLast() + [last + " …"]
  }
}
