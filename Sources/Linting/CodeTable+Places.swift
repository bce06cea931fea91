import Reporting

/// Places of a plan that `ratsam explain` is asked about.
extension CodeDescription {
  static let places: [CodeDescription] = [
    .init(
      "no-such-line", .call,
      what: .init(
        en: "The file has fewer lines than the one that is asked about.",
        de: "Die Datei hat weniger Zeilen als die, nach der gefragt ist."),
      why: .init(
        en: "The plan may have changed since it was checked.",
        de: "Vielleicht hat sich der Plan seit der Prüfung geändert."),
      mend: .init(
        en: "Check the plan again and take the line from its findings.",
        de: "Den Plan neu prüfen und die Zeile aus den Befunden nehmen.")),
    .init(
      "nothing-here", .call,
      what: .init(
        en: "The line is blank or a comment, or holds what no rule reads.",
        de: "Die Zeile ist leer, ein Kommentar oder enthält, was keine Regel liest."),
      why: .init(
        en: "Rules judge elements and their fields; here none of them stands.",
        de: "Regeln beurteilen Elemente und ihre Felder; hier steht keines davon."),
      mend: .init(
        en: "Name the line of an element or of a field; the message names the nearest element.",
        de: """
          Die Zeile eines Elements oder Felds angeben; die Meldung nennt das nächste Element.
          """)),
    .init(
      "not-in-plan", .call,
      what: .init(
        en: "The file that is asked about is none of the plan's.",
        de: "Die Datei, nach der gefragt ist, gehört nicht zum Plan."),
      why: .init(
        en: "A part of a plan means something only beside the other parts.",
        de: "Ein Teil eines Plans besagt nur neben den anderen Teilen etwas."),
      mend: .init(
        en: "Name the plan that includes the file with `--plan`.",
        de: "Mit `--plan` den Plan angeben, der die Datei einbindet.")),
    .init(
      "rule-elsewhere", .call,
      what: .init(
        en: "The rule judges elements of another kind than the one that stands in the line.",
        de: "Die Regel beurteilt andere Elemente als das, das in der Zeile steht."),
      why: .init(
        en: "A rule about goals says nothing of a measure.",
        de: "Eine Regel über Ziele sagt nichts über eine Maßnahme."),
      mend: .init(
        en: "Name the line of an element that the rule judges; `ratsam explain RULE` tells which.",
        de: """
          Die Zeile eines Elements angeben, das die Regel beurteilt; `ratsam explain REGEL` nennt \
          sie.
          """)),
    .init(
      "rule-is-off", .call,
      what: .init(
        en: "The rule that is asked about is off for this plan.",
        de: "Die Regel, nach der gefragt ist, gilt für diesen Plan nicht."),
      why: .init(
        en: "What is not judged has no outcome that could be explained.",
        de: "Was nicht beurteilt wird, hat kein Ergebnis, das sich erklären ließe."),
      mend: .init(
        en: "Choose its pack with `packs:`, or turn the rule on in ratsam.yaml.",
        de: "Ihr Paket mit `packs:` wählen oder die Regel in ratsam.yaml einschalten.")),
  ]
}
