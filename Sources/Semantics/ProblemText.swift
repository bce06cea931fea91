import Diagnostics
import RuleSyntax

/// The texts of a problem in one language.
struct ProblemText {
  var headline: String
  var label: String?
  var help: String?

  init(_ headline: String, label: String? = nil, help: String? = nil) {
    self.headline = headline
    self.label = label
    self.help = help
  }
}

/// Phrases that many messages share.
extension Language {
  /// Names in backquotes: `a`, `b` or `c`.
  func or(_ names: [String]) -> String { joined(names, pick("or", "oder")) }

  /// Names in backquotes: `a`, `b` and `c`.
  func and(_ names: [String]) -> String { joined(names, pick("and", "und")) }

  private func joined(_ names: [String], _ word: String) -> String {
    let quoted = names.map { "`\($0)`" }
    guard quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(word) " + quoted[quoted.count - 1]
  }

  /// At most five names of a list, with its length where there are more.
  func some(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 5
      ? pick("\(shown) … (\(names.count))", "\(shown) … (\(names.count))") : shown
  }

  /// The question that offers near names; nil where there is none.
  package func didYouMean(_ nearest: [String]) -> String? {
    guard !nearest.isEmpty else { return nil }
    return pick("did you mean \(or(nearest))?", "Meinten Sie \(or(nearest))?")
  }
}

extension SubjectSyntax.Quantifier {
  /// As it is written.
  var words: String {
    switch self {
    case .every: "every"
    case .atLeastOne: "at least one"
    case .no: "no"
    }
  }
}
