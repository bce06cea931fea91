import Diagnostics
import RuleSyntax

/// How one line was judged for one element.
struct Judged: Sendable {
  var outcome: Outcome
  /// The cell whose value is not known, where that is the reason.
  var gap: CellPlace?
  var standing: Standing = .stated
  /// Whether the value is missing, and the judged element should state it.
  var isOwnGap = false

  init(_ outcome: Outcome, gap: CellPlace? = nil, standing: Standing = .stated) {
    self.outcome = outcome
    self.gap = gap
    self.standing = standing
  }

  /// A value that a requirement or condition needs is not stated.
  init(missing standing: Standing, at gap: CellPlace?, isOwn: Bool, isRequired: Bool) {
    outcome = isRequired && isOwn ? .violated : .undetermined
    self.gap = gap
    self.standing = standing
    isOwnGap = isOwn
  }

  var verdict: Verdict {
    switch outcome {
    case .met: .yes
    case .violated: .no
    case .undetermined: .unknown
    case .notApplicable: .inapplicable
    }
  }
}

extension Judged {
  /// Whether a list that is missing may have members: absent is as good as empty for `every`.
  var hidesMembers: Bool {
    switch standing {
    case .open, .malformed, .unclear: true
    case .stated, .inapplicable, .empty, .absent: false
    }
  }

  /// Whether of two lists on the way this one decides, whichever of them stands first.
  func outweighs(_ other: Judged, _ quantifier: SubjectSyntax.Quantifier) -> Bool {
    weight(quantifier) > other.weight(quantifier)
  }

  private func weight(_ quantifier: SubjectSyntax.Quantifier) -> Int {
    if quantifier == .every { return hidesMembers ? 1 : 0 }
    guard mayHoldMembers else { return standing == .empty ? 1 : 0 }
    return isOwnGap ? 2 : 3
  }

  /// Whether nobody knows that the list has no members.
  var mayHoldMembers: Bool { standing != .empty && standing != .inapplicable }
}
