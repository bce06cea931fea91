import Diagnostics

/// The colours of reports in the terminal; without colour every style is plain.
///
/// Only the eight colours that every terminal lets its user choose; nothing is told by colour alone.
struct Palette {
  enum Style {
    case strong, faint, severity(Severity), gutter

    /// The parameters of the control sequence "select graphic rendition" (ECMA-48).
    fileprivate var parameters: String {
      switch self {
      case .strong: "1"
      case .faint: "2"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      case .gutter: "34"
      }
    }
  }

  var usesColor: Bool

  func paint(_ text: String, _ style: Style) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m" : text
  }
}
