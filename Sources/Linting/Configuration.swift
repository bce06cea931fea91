import Diagnostics
import Model
import SourceText

/// What a `ratsam.yaml` says, before it is compared with any rules.
package struct Configuration: Sendable {
  /// A severity for every stage, or for some of them; nil is off.
  package enum Levels: Sendable {
    case all(Severity?)
    case stages([(stage: PlacedName, severity: Severity?)])
  }

  /// What a rule's findings weigh instead of what the rule file says.
  package struct RuleLevels: Sendable {
    package var rule: PlacedName
    /// nil: whatever the rule finds.
    package var parts: [(trigger: Trigger?, levels: Levels)]

    package enum Trigger: String, Sendable, CaseIterable { case broken, unclear, open }
  }

  package var file: SourceFile
  package var packs = PackChoice()
  /// Rule files and folders of them, as they are written.
  package var rulesFrom: [PlacedName] = []
  package var levels: [RuleLevels] = []
  package var settings: [SettingAssignment] = []
  package var language: Language?
  package var failOn: Severity?

  package init(file: SourceFile) { self.file = file }
}

/// A value for a setting.
package struct SettingAssignment: Sendable {
  package var name: PlacedName
  package var value: PlacedName
  package var isFromCommandLine: Bool

  package init(name: PlacedName, value: PlacedName, isFromCommandLine: Bool = false) {
    self.name = name
    self.value = value
    self.isFromCommandLine = isFromCommandLine
  }

  /// `NAME=VALUE` as it stands behind `--set`; nil without a name.
  package init?(commandLine text: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    let file = SourceFile(path: "--set", text: text)
    let name = String(text[..<sign])
    let value = String(text[text.index(after: sign)...])
    let end = name.utf8.count
    self.init(
      name: PlacedName(name, Location(file, ByteRange(0, end))),
      value: PlacedName(value, Location(file, ByteRange(end + 1, text.utf8.count))),
      isFromCommandLine: true)
  }
}
