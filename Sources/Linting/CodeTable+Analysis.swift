import Reporting

/// Rules that are well formed and cannot find what they are for.
extension CodeDescription {
  static let analysis: [CodeDescription] = [
    .init(
      "never-true", .rules,
      what: .init(
        en: "No element fits a condition, alone or together with those around it.",
        de: """
          Auf kein Element trifft eine Bedingung zu, für sich oder zusammen mit denen um sie herum.
          """),
      why: .init(
        en: "What stands under it is never judged, and nobody notices.",
        de: "Was unter ihr steht, wird nie beurteilt, und niemand merkt es."),
      mend: .init(
        en: "Look at the values that the conditions ask for; one field cannot have two of them.",
        de: """
          Sehen Sie die Werte an, nach denen die Bedingungen fragen; ein Feld kann nicht zwei davon \
          haben.
          """)),
    .init(
      "never-met", .rules,
      what: .init(
        en: "No element can meet a requirement.",
        de: "Kein Element kann eine Anforderung erfüllen."),
      why: .init(
        en: "Every plan would break it, whatever its authors write.",
        de: "Jeder Plan würde sie verletzen, was auch immer darin steht."),
      mend: .init(
        en: "Look at the bounds and values of the line; they exclude each other.",
        de: "Sehen Sie die Grenzen und Werte der Zeile an; sie schließen einander aus.")),
    .init(
      "always-met", .rules,
      what: .init(
        en: "No element can break a requirement, or it applies to none.",
        de: "Kein Element kann eine Anforderung verletzen, oder sie gilt für keines."),
      why: .init(
        en: "It looks like a check and is none.",
        de: "Sie sieht aus wie eine Prüfung und ist keine."),
      mend: .init(
        en: "The condition around it, or the schema, says the same already: mend or delete it.",
        de: """
          Die Bedingung darum oder das Schema sagt schon dasselbe: Berichtigen oder streichen Sie \
          sie.
          """)),
    .init(
      "contradiction", .rules,
      what: .init(
        en: "No element can meet two requirements where both apply.",
        de: "Kein Element kann zwei Anforderungen erfüllen, wo beide gelten."),
      why: .init(
        en: "Whoever mends one finding causes the other.",
        de: "Wer den einen Befund behebt, verursacht den anderen."),
      mend: .init(
        en: "Say in a `when` which of them applies where, or delete one.",
        de: "Sagen Sie in einem `when`, welche wo gilt, oder streichen Sie eine.")),
    .init(
      "implied-rule", .rules,
      what: .init(
        en: "Whatever a rule finds, another one finds too, at no less weight.",
        de: "Was eine Regel findet, findet auch eine andere, und nicht weniger schwer."),
      why: .init(
        en: "Each gap would be told twice, and two texts must be kept in step.",
        de: "Jede Lücke würde zweimal genannt, und zwei Texte müssen gleich bleiben."),
      mend: .init(
        en: "Delete the rule, or give it more weight where it matters.",
        de: "Streichen Sie die Regel, oder gewichten Sie sie schwerer, wo es darauf ankommt.")),
    .init(
      "unused-name", .rules,
      what: .init(
        en: "Nothing uses a setting, a notation, a word list or a choice.",
        de:
          "Nichts verwendet eine Einstellung, eine Schreibweise, eine Wortliste oder eine Auswahl."
      ),
      why: .init(
        en: "It looks as if something were checked by it.",
        de: "Es sieht aus, als würde damit etwas geprüft."),
      mend: .init(
        en: "Delete it, or name it in the rule that was meant.",
        de: "Streichen Sie es, oder nennen Sie es in der Regel, die gemeint war.")),
    .init(
      "unread-field", .rules,
      what: .init(
        en: "No rule and no table reads some fields of a record.",
        de: "Keine Regel und keine Tabelle liest einige Felder."),
      why: .init(
        en: "Whatever a plan says there, no finding and no table changes.",
        de: "Was auch immer ein Plan dort sagt, es ändert keinen Befund und keine Tabelle."),
      mend: .init(
        en: "Often that is right. Else write the rule or the column that was meant.",
        de: "Oft ist das richtig. Sonst schreiben Sie die Regel oder Spalte, die gemeint war.")),
    .init(
      "unnamed-value", .rules,
      what: .init(
        en: "Rules and tables name some values of a choice and not others.",
        de: "Regeln und Tabellen nennen einige Werte einer Auswahl und andere nicht."),
      why: .init(
        en: "Perhaps a rule forgot one of them.",
        de: "Vielleicht hat eine Regel einen davon vergessen."),
      mend: .init(
        en: "Often that is right. Else add the value where it belongs.",
        de: "Oft ist das richtig. Sonst ergänzen Sie den Wert, wo er hingehört.")),
    .init(
      "look-alike", .rules,
      what: .init(
        en: "Two names differ only in case, or in how an umlaut is written.",
        de: """
          Zwei Namen unterscheiden sich nur in Groß- und Kleinschreibung oder in der Schreibung \
          eines Umlauts.
          """),
      why: .init(
        en: "People take one for the other; both are right to the checker.",
        de: "Menschen verwechseln sie; für die Prüfung sind beide richtig."),
      mend: .init(
        en: "Give one of them another name.",
        de: "Geben Sie einem davon einen anderen Namen.")),
  ]
}
