import Diagnostics
import RuleSyntax
import SourceText

/// The comments `# survives: reason` of one declaration: why no example can notice a change.
///
/// One stands at the end of the line that it speaks of, or alone above it. `# survives KIND, KIND:`
/// speaks of these kinds of change only.
struct SurvivalArguments {
  private struct Argument {
    var range: ByteRange
    /// The line that it speaks of.
    var line: Int
    /// Empty: every kind.
    var kinds: [String]
    var reason: String
    var isUsed = false
  }

  private let file: SourceFile?
  private var arguments: [Argument] = []

  /// Those that speak of a line of a declaration.
  init(_ tree: RuleFile?, in range: ByteRange) {
    file = tree?.file
    guard let tree else { return }
    let lines = Self.lines(range, tree.file)
    arguments = Self.all(in: tree).filter { lines.contains($0.line) }
  }

  /// Those that speak of no line of any of the declarations.
  init(_ tree: RuleFile, outside ranges: [ByteRange]) {
    file = tree.file
    let lines = ranges.map { Self.lines($0, tree.file) }
    arguments = Self.all(in: tree).filter { argument in
      !lines.contains { $0.contains(argument.line) }
    }
  }

  private static func all(in tree: RuleFile) -> [Argument] {
    let own = Set(
      tree.comments.filter(\.standsAlone).map { tree.file.position(of: $0.range.start).line })
    return tree.comments.compactMap { comment in
      guard var argument = read(comment, tree.file) else { return nil }
      if comment.standsAlone {
        repeat { argument.line += 1 } while own.contains(argument.line)
      }
      return argument
    }
  }

  private static func lines(_ range: ByteRange, _ file: SourceFile) -> ClosedRange<Int> {
    let first = file.position(of: range.start).line
    return first...max(first, file.position(of: range.end).line)
  }

  private static func read(_ comment: Comment, _ file: SourceFile) -> Argument? {
    let text = file.text(comment.range).drop { $0 == "#" || $0 == " " }
    guard text.hasPrefix(keyword), let colon = text.firstIndex(of: ":") else { return nil }
    let words = text[text.index(text.startIndex, offsetBy: keyword.count)..<colon]
    guard words.isEmpty || words.hasPrefix(" ") else { return nil }
    let kinds = words.split(separator: ",").map { String($0.filter { $0 != " " }) }
    return Argument(
      range: comment.range, line: file.position(of: comment.range.start).line,
      kinds: kinds.filter { !$0.isEmpty },
      reason: String(text[text.index(after: colon)...]).trimmed)
  }

  private static let keyword = "survives"

  /// The reason why a change that nobody noticed cannot be noticed; nil where none is given.
  mutating func argument(for mutation: Mutation) -> String? {
    guard let file else { return nil }
    let line = file.position(of: mutation.place.start).line
    let index = arguments.firstIndex { argument in
      argument.line == line
        && (argument.kinds.isEmpty || argument.kinds.contains(mutation.kind.rawValue))
    }
    guard let index else { return nil }
    arguments[index].isUsed = true
    return arguments[index].reason.isEmpty ? nil : arguments[index].reason
  }

  /// The arguments without a reason, and those for which nothing survives.
  var findings: [Finding] {
    guard let file else { return [] }
    return arguments.compactMap { argument in
      let problem: MutationProblem
      if argument.reason.isEmpty {
        problem = .argumentWithoutReason
      } else if !argument.isUsed {
        let known = Mutation.Kind.allCases.map(\.rawValue)
        problem = .needlessArgument(unknown: argument.kinds.filter { !known.contains($0) })
      } else {
        return nil
      }
      return Finding(problem, severity: .error, at: Location(file, argument.range))
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
