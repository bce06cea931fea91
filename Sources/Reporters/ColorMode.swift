/// When a report for people is coloured: the option `--color`.
package enum ColorMode: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether to colour: the option first, then `NO_COLOR`, then `FORCE_COLOR`, then the terminal.
  ///
  /// `NO_COLOR` counts when it is not empty (no-color.org). `FORCE_COLOR` counts when it is not
  /// empty; `0` and `false` turn colour off, as Node.js reads it.
  package func usesColor(noColor: String?, forceColor: String?, isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let noColor, !noColor.isEmpty { return false }
      if let forceColor, !forceColor.isEmpty { return forceColor != "0" && forceColor != "false" }
      return isTerminal
    }
  }
}
