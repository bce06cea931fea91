import Diagnostics
import Evaluation
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText

/// What is changed: a rule, or what rules name.
package struct MutationSubject: Sendable {
  enum Declared: Sendable {
    /// An index into the program's rules.
    case rule(Int, RuleDeclaration)
    case words(WordsDeclaration)
    case notation(NotationDeclaration)
    case setting(SettingDeclaration)
  }
  let declared: Declared
  let file: SourceFile
  package let name: String
  let range: ByteRange
  /// Indices of the rules whose examples should notice.
  let rules: [Int]
}

/// One subject after its changes were tried.
package struct MutationResult: Sendable {
  package var subject: MutationReport.Subject
  /// The changes that no example noticed and no comment argues for, and needless arguments.
  package var findings: [Finding]
}

extension RuleSet {
  /// The rules whose examples can be asked, and what they name; nil: of one rule only.
  package func mutationSubjects(rule id: String?) -> [MutationSubject] {
    var rules: [MutationSubject] = []
    var users: [String: [Int]] = [:]
    for (index, rule) in program.rules.enumerated() {
      let uses = RuleUses(rule, schema)
      let names =
        uses.wordLists.compactMap { program.wordLists[$0].name.map { "words \($0)" } }
        + uses.notations.map { "notation \(program.notations[$0].name)" }
        + uses.settings.filter { program.settings[$0].rule == nil }.map {
          "setting \(program.settings[$0].name)"
        }
      for name in names { users[name, default: []].append(index) }
    }
    let places = Dictionary(
      program.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for tree in files {
      for declaration in tree.declarations {
        if let subject = Self.subject(declaration, tree.file, places, users) {
          rules.append(subject)
        }
      }
    }
    guard let id else { return rules }
    return rules.filter { $0.name == id }
  }

  private static func subject(
    _ declaration: Declaration, _ file: SourceFile, _ places: [String: Int],
    _ users: [String: [Int]]
  ) -> MutationSubject? {
    func shared(
      _ declared: MutationSubject.Declared, _ kind: String, _ name: Name, _ range: ByteRange
    ) -> MutationSubject? {
      users["\(kind) \(name.text)"].map {
        MutationSubject(
          declared: declared, file: file, name: "\(kind) \(name.text)", range: range, rules: $0)
      }
    }
    switch declaration {
    case .rule(let rule):
      guard let index = places[rule.name.text] else { return nil }
      return MutationSubject(
        declared: .rule(index, rule), file: file, name: rule.name.text, range: rule.range,
        rules: [index])
    case .words(let words): return shared(.words(words), "words", words.name, words.range)
    case .notation(let notation):
      return shared(.notation(notation), "notation", notation.name, notation.range)
    case .setting(let setting):
      return shared(.setting(setting), "setting", setting.name, setting.range)
    case .schema, .pack, .choice, .record, .placeholder, .table, .report: return nil
    }
  }

  /// The arguments for surviving changes that stand where nothing is changed.
  package func strayArguments(beside subjects: [MutationSubject]) -> [Finding] {
    files.flatMap { tree in
      let ranges = subjects.filter { $0.file == tree.file }.map(\.range)
      return SurvivalArguments(tree, outside: ranges).findings
    }
  }

  /// Tries every change of a subject on the examples of its rules and on fixtures.
  package func mutate(
    _ subject: MutationSubject, fixtures: [MutationFixture] = [], limits: Limits = Limits()
  ) -> MutationResult {
    let mutations = mutations(of: subject)
    let judges = subject.rules.map { ExampleJudge(self, $0, fixtures, limits) }
    let isKilled: [Bool?] =
      switch subject.declared {
      case .rule(_, let rule): verdicts(on: mutations, of: rule, in: subject.file, judges[0])
      case .words, .notation, .setting:
        mutations.map { verdict(on: $0, in: subject.file, judges) }
      }
    var arguments = SurvivalArguments(files.first { $0.file == subject.file }, in: subject.range)
    var result = MutationResult(
      subject: .init(
        name: subject.name, location: Location(subject.file, subject.nameRange), mutants: []),
      findings: [])
    for (mutation, isKilled) in zip(mutations, isKilled) {
      guard let isKilled else { continue }
      let argument = isKilled ? nil : arguments.argument(for: mutation)
      let mutant = MutationReport.Mutant(
        kind: mutation.kind.rawValue, location: Location(subject.file, mutation.place),
        before: mutation.before(in: subject.file), after: mutation.after(in: subject.file),
        fate: isKilled ? .killed : argument == nil ? .survived : .argued, argument: argument)
      result.subject.mutants.append(mutant)
      if mutant.fate == .survived {
        result.findings.append(
          Finding(
            MutationProblem.survived(
              subject: subject.name, kind: mutation.kind, after: mutant.after),
            severity: .error, at: mutant.location))
      }
    }
    result.findings += arguments.findings
    return result
  }

  private func mutations(of subject: MutationSubject) -> [Mutation] {
    switch subject.declared {
    case .rule(let index, let rule):
      Mutator.mutations(of: rule, program.rules[index], in: subject.file, schema)
    case .words(let words): Mutator.mutations(of: words, in: subject.file)
    case .notation(let notation): Mutator.mutations(of: notation, in: subject.file)
    case .setting(let setting): Mutator.mutations(of: setting, in: subject.file)
    }
  }

  // MARK: - Trying

  /// Whether each change of a rule is noticed; nil where it is no rule that passes the checker.
  ///
  /// All changed rules are checked together, each under a name of its own.
  private func verdicts(
    on mutations: [Mutation], of rule: RuleDeclaration, in file: SourceFile, _ judge: ExampleJudge
  ) -> [Bool?] {
    let end = rule.examples?.range.start ?? rule.range.end
    let range = ByteRange(rule.range.start, end)
    let trees = mutations.enumerated().map { index, mutation -> RuleFile in
      let rename = Mutation.Edit(range: rule.name.range, replacement: "mutant-\(index)")
      let text = mutation.text(range, of: file, also: [rename])
      let parsed = parseRuleFile(
        SourceFile(path: "mutant-\(index)", text: text), limits: Limits())
      let isBroken = parsed.findings.contains { $0.severity == .error }
      return isBroken ? RuleFile(file: parsed.tree.file) : parsed.tree
    }
    let shared = files.map { $0.keeping { !$0.isRuleTableOrReport } }
    let program = checkProgram(shared + trees, schema: schema).program
    var places: [String: Int] = [:]
    for (index, rule) in program.rules.enumerated() { places[rule.id] = index }
    let tried = judge.judge(Array(program.rules.indices), of: program)
    return mutations.indices.map { index in places["mutant-\(index)"].map { tried[$0] } }
  }

  /// Whether a change of a word list, notation or setting is noticed by the rules that name it.
  private func verdict(
    on mutation: Mutation, in file: SourceFile, _ judges: [ExampleJudge]
  ) -> Bool? {
    let text = mutation.text(ByteRange(0, file.bytes.count), of: file)
    let changed = parseRuleFile(SourceFile(path: file.path, text: text), limits: Limits())
    guard !changed.findings.contains(where: { $0.severity == .error }) else { return nil }
    let users = Set(judges.map(\.rule.id))
    let trees = files.map { tree in
      (tree.file == file ? changed.tree : tree).keeping { declaration in
        if case .rule(let rule) = declaration { return users.contains(rule.name.text) }
        return !declaration.isRuleTableOrReport
      }
    }
    let program = checkProgram(trees, schema: schema).program
    guard program.rules.count == users.count else { return nil }
    return judges.contains { judge in
      let index = program.rules.firstIndex { $0.id == judge.rule.id }
      return index.map { judge.judge([$0], of: program)[0] } ?? true
    }
  }
}

extension MutationSubject {
  fileprivate var nameRange: ByteRange {
    switch declared {
    case .rule(_, let rule): rule.name.range
    case .words(let words): words.name.range
    case .notation(let notation): notation.name.range
    case .setting(let setting): setting.name.range
    }
  }
}

extension RuleFile {
  /// The file with some of its declarations only.
  fileprivate func keeping(_ isKept: (Declaration) -> Bool) -> RuleFile {
    var file = self
    file.declarations = declarations.filter(isKept)
    return file
  }
}

extension Declaration {
  fileprivate var isRuleTableOrReport: Bool {
    switch self {
    case .rule, .table, .report: true
    case .schema, .pack, .choice, .record, .placeholder, .notation, .words, .setting: false
    }
  }
}
