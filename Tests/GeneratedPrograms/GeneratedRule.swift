/// A condition of a generated rule: a line in both of its forms, or a block.
package indirect enum GeneratedCondition: Sendable {
  case line(Line)
  case block(Block, [GeneratedCondition])

  package struct Line: Sendable {
    /// With its quantifier and `where`.
    package var subject: String
    package var positive: String
    package var negative: String
    package var isNegated: Bool
    package var hasQuantifier: Bool

    package var text: String { subject + " " + (isNegated ? negative : positive) }
  }

  package enum Block: String, CaseIterable, Sendable {
    case any = "any of"
    case all = "all of"
    case exactlyOne = "exactly one of"
    case none = "none of"

    /// The head of a block that is required.
    package var requirement: String {
      rawValue + (self == .none ? " these may hold" : " these must hold")
    }
  }

  /// The opposite, where it can be said line by line.
  package var opposite: GeneratedCondition? {
    guard case .line(var line) = self, !line.hasQuantifier else { return nil }
    line.isNegated.toggle()
    return .line(line)
  }

  func lines(_ indent: String) -> [String] {
    switch self {
    case .line(let line): return [indent + line.text]
    case .block(let kind, let parts):
      return [indent + kind.rawValue] + parts.flatMap { $0.lines(indent + "  ") }
    }
  }
}

/// What stands in a generated rule's body.
package indirect enum GeneratedItem: Sendable {
  case line(String, ifStated: Bool)
  case block(GeneratedCondition.Block, [GeneratedCondition])
  case when([GeneratedCondition], [GeneratedItem])

  func lines(_ indent: String) -> [String] {
    switch self {
    case .line(let text, let ifStated): return [indent + text + (ifStated ? ", if stated" : "")]
    case .block(let kind, let parts):
      return [indent + kind.requirement] + parts.flatMap { $0.lines(indent + "  ") }
    case .when(let conditions, let body):
      var lines: [String] = []
      for condition in conditions {
        switch condition {
        case .line(let line): lines.append(indent + "when " + line.text)
        case .block(let kind, let parts):
          lines.append(indent + "when " + kind.rawValue)
          lines += parts.flatMap { $0.lines(indent + "  ") }
        }
      }
      return lines + body.flatMap { $0.lines(indent + "  ") }
    }
  }
}

/// One rule that the generator made.
package struct GeneratedRule: Sendable {
  package var id: String
  package var scope: String
  package var filter: GeneratedCondition.Line?
  package var body: [GeneratedItem]
  /// Lines beside the scope: further severities and settings of the rule.
  package var lines: [String]

  package init(
    id: String, scope: String, filter: GeneratedCondition.Line? = nil, body: [GeneratedItem],
    lines: [String] = []
  ) {
    self.id = id
    self.scope = scope
    self.filter = filter
    self.body = body
    self.lines = lines
  }

  package var text: String {
    let head =
      [
        "rule \(id)", "  \"Rule \(id).\"", "  if broken: error", "  may find nothing to check",
      ] + lines.map { "  " + $0 } + [
        "  \(scope)" + (filter.map { " where \($0.text)" } ?? "")
      ]
    return (head + body.flatMap { $0.lines("    ") }).joined(separator: "\n") + "\n\n"
  }
}
