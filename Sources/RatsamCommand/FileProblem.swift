import Diagnostics
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ReadFailure {
  /// The reason in a few words.
  var reason: LocalizedText {
    switch self {
    case .notFound: LocalizedText(en: "there is no such file", de: "diese Datei gibt es nicht")
    case .isDirectory:
      LocalizedText(en: "it is a directory", de: "es ist ein Verzeichnis")
    case .noPlanInside:
      LocalizedText(
        en: "the directory has no plan.yaml", de: "im Verzeichnis gibt es keine plan.yaml")
    case .notPermitted:
      LocalizedText(
        en: "reading it is not permitted", de: "das Lesen ist nicht erlaubt")
    case .tooLarge(let limit):
      LocalizedText(
        en: "it has more than \(limit) bytes", de: "sie hat mehr als \(limit) Bytes")
    case .other(let code): LocalizedText(same: String(cString: strerror(code)))
    }
  }
}

/// A file of the call that could not be read; the rest is checked all the same.
struct FileProblem: Problem, Error {
  enum Role { case plan, rules, configuration, source, map }
  let path: String
  let role: Role
  let failure: ReadFailure

  var code: String { "unreadable-file" }

  func headline(in language: Language) -> String {
    let reason = failure.reason[language]
    switch role {
    case .plan:
      return language.pick(
        "cannot read the plan \(path): \(reason)", "der Plan \(path) ist nicht lesbar: \(reason)")
    case .rules:
      return language.pick(
        "cannot read the rules \(path): \(reason)",
        "die Regeln \(path) sind nicht lesbar: \(reason)")
    case .configuration:
      return language.pick(
        "cannot read the configuration \(path): \(reason)",
        "die Konfiguration \(path) ist nicht lesbar: \(reason)")
    case .source:
      return language.pick(
        "cannot read \(path): \(reason)", "\(path) ist nicht lesbar: \(reason)")
    case .map:
      return language.pick(
        "cannot read the map \(path): \(reason)",
        "die Zuordnung \(path) ist nicht lesbar: \(reason)")
    }
  }

  func help(in language: Language) -> String? {
    switch failure {
    case .noPlanInside:
      return language.pick(
        "name the plan's main file, or call it `plan.yaml`; rules are given with `--rules`",
        "die Hauptdatei des Plans angeben oder `plan.yaml` nennen; Regeln gibt man mit `--rules` an"
      )
    case .notFound, .isDirectory, .notPermitted, .tooLarge, .other: return nil
    }
  }

  var finding: Finding {
    Finding(
      self, severity: .error, at: Location(SourceFile(path: path, bytes: []), ByteRange(at: 0)))
  }
}
