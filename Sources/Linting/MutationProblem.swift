import Diagnostics
import SourceText

/// What is wrong with examples that do not notice a changed rule, and with the arguments for it.
enum MutationProblem: Problem {
  /// No example notices a change; `after` is the changed line, nil where it is left out.
  case survived(subject: String, kind: Mutation.Kind, after: String?)
  /// A comment argues for a line of which no change survives; with the kinds that do not exist.
  case needlessArgument(unknown: [String])
  case argumentWithoutReason

  var code: String {
    switch self {
    case .survived: "unnoticed-change"
    case .needlessArgument: "needless-argument"
    case .argumentWithoutReason: "argument-without-reason"
    }
  }

  func headline(in language: Language) -> String {
    switch self {
    case .survived(let subject, _, nil):
      language.pick(
        "\(subject): this line could go and no example would notice",
        "\(subject): diese Zeile könnte fehlen, und kein Beispiel würde es merken")
    case .survived(let subject, _, let after?):
      language.pick(
        "\(subject): this line could read `\(after)` and no example would notice",
        "\(subject): diese Zeile könnte `\(after)` lauten, und kein Beispiel würde es merken")
    case .needlessArgument(let unknown) where !unknown.isEmpty:
      language.pick(
        "this argues for a kind of change that does not exist: \(unknown.joined(separator: ", "))",
        "das begründet eine Art von Änderung, die es nicht gibt: "
          + unknown.joined(separator: ", "))
    case .needlessArgument:
      language.pick(
        "this argues for nothing: the examples notice every change that it speaks of",
        "das begründet nichts: Die Beispiele merken jede Änderung, von der es spricht")
    case .argumentWithoutReason:
      language.pick("this argument has no reason", "diese Begründung nennt keinen Grund")
    }
  }

  func help(in language: Language) -> String? {
    switch self {
    case .survived(_, let kind, _):
      kind.advice[language]
        + language.pick(
          "; or say why none can notice: `# survives \(kind.rawValue): …`",
          "; oder sagen, warum es keines merken kann: `# survives \(kind.rawValue): …`")
    case .needlessArgument(let unknown) where !unknown.isEmpty:
      language.pick(
        "there are \(Self.kinds(nearest: unknown[0]))",
        "vorhanden sind \(Self.kinds(nearest: unknown[0]))")
    case .needlessArgument:
      language.pick("take the comment away", "den Kommentar wegnehmen")
    case .argumentWithoutReason:
      language.pick(
        "write it behind the colon: `# survives: why no example can notice`",
        "ihn hinter den Doppelpunkt schreiben: `# survives: warum es kein Beispiel merken kann`")
    }
  }

  private static func kinds(nearest name: String) -> String {
    let all = Mutation.Kind.allCases.map(\.rawValue)
    let near = NearestNames.rank(name, among: all)
    return (near.isEmpty ? all : near).map { "`\($0)`" }.joined(separator: ", ")
  }
}

extension Mutation.Kind {
  /// Which example would notice the change.
  var advice: LocalizedText {
    switch self {
    case .dropCondition:
      .init(
        en: "add `does not apply`: the condition is false and what stands under it is broken",
        de: "`does not apply` ergänzen: Die Bedingung ist falsch, und was darunter steht, verletzt")
    case .dropAlternative:
      .init(
        en: "add an example in which this line alone decides",
        de: "ein Beispiel ergänzen, in dem allein diese Zeile entscheidet")
    case .dropRequirement:
      .init(
        en: "add `fails at` for this line alone, everything else being right",
        de: "`fails at` für diese Zeile allein ergänzen, bei der alles andere stimmt")
    case .negate:
      .init(
        en: "add an example whose value this line decides on",
        de: "ein Beispiel ergänzen, über dessen Wert diese Zeile entscheidet")
    case .blockKind:
      .init(
        en: "add an example for which one line of the block holds and another does not",
        de: "ein Beispiel ergänzen, für das eine Zeile des Blocks zutrifft und eine andere nicht")
    case .quantifier:
      .init(
        en: "add an example with two entries, of which one is right and one is not",
        de: "ein Beispiel mit zwei Einträgen ergänzen, von denen einer stimmt und einer nicht")
    case .boundary:
      .init(
        en: "add an example that lies exactly on the boundary",
        de: "ein Beispiel ergänzen, das genau auf der Grenze liegt")
    case .step:
      .init(
        en: "add an example with exactly this value, and one with the next",
        de: "ein Beispiel mit genau diesem Wert ergänzen und eines mit dem nächsten")
    case .measure:
      .init(
        en: "add an example with more, and one with fewer",
        de: "ein Beispiel mit mehr ergänzen und eines mit weniger")
    case .aggregate:
      .init(
        en: "add an example with several different values",
        de: "ein Beispiel mit mehreren verschiedenen Werten ergänzen")
    case .arithmetic:
      .init(
        en: "add an example whose outcome rests on this calculation",
        de: "ein Beispiel ergänzen, dessen Ergebnis an dieser Rechnung hängt")
    case .dropCounting:
      .init(
        en: "add an example in which one of the values is missing",
        de: "ein Beispiel ergänzen, in dem einer der Werte fehlt")
    case .siblingField:
      .init(
        en: "add an example in which the two fields differ",
        de: "ein Beispiel ergänzen, in dem sich die beiden Felder unterscheiden")
    case .siblingValue:
      .init(
        en: "add an example with the other value", de: "ein Beispiel mit dem anderen Wert ergänzen")
    case .dropValue:
      .init(
        en: "add an example with exactly this value",
        de: "ein Beispiel mit genau diesem Wert ergänzen")
    case .dropEntry:
      .init(
        en: "add an example that only this entry fits",
        de: "ein Beispiel ergänzen, auf das nur dieser Eintrag passt")
    case .dropWhere:
      .init(
        en: "add an example with a member that `where` leaves out and that would break the rule",
        de: "ein Beispiel mit einem Element ergänzen, das `where` auslässt und das die Regel "
          + "verletzen würde")
    case .dropIfStated:
      .init(
        en: "add `does not apply`: a value of this line is not stated",
        de: "`does not apply` ergänzen: Ein Wert dieser Zeile ist nicht angegeben")
    case .dropItself:
      .init(
        en: "add an example that names itself", de: "ein Beispiel ergänzen, das sich selbst nennt")
    case .uniqueness:
      .init(
        en: "add an example with the same value in another element's list",
        de: "ein Beispiel mit demselben Wert in der Liste eines anderen Elements ergänzen")
    }
  }
}
