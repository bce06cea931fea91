/// The keys of a mapping that says why a field has no value: `{open: "why", until:, by:}`.
///
/// The German spellings are `offen`, `bis`, `durch` and `nicht-zutreffend` or `entfällt`.
package enum StateKey: Hashable, Sendable, CaseIterable {
  case open, notApplicable, until, by

  package var spellings: [String] {
    switch self {
    case .open: ["open", "offen"]
    case .notApplicable: ["not-applicable", "nicht-zutreffend", "entfällt", "entfaellt"]
    case .until: ["until", "bis"]
    case .by: ["by", "durch"]
    }
  }

  package init?(_ text: String) {
    guard let found = Self.bySpelling[text] else { return nil }
    self = found
  }

  private static let bySpelling: [String: StateKey] = {
    let spellings = allCases.flatMap { key in key.spellings.map { ($0, key) } }
    return Dictionary(uniqueKeysWithValues: spellings)
  }()

  /// Whether the key says that there is no value; the others only add to it.
  package var isState: Bool {
    switch self {
    case .open, .notApplicable: true
    case .until, .by: false
    }
  }

  var state: CellState {
    switch self {
    case .notApplicable: .notApplicable
    case .open, .until, .by: .open
    }
  }
}
