import Reporting

/// Checks as a whole, examples and fixtures.
extension CodeDescription {
  static let checks: [CodeDescription] = [
    .init(
      "no-stage", .plan,
      what: .init(
        en:
          "The plan does not say at which stage it is, or says it in a word that is none of the stages.",
        de: "Der Plan sagt nicht, in welchem Verfahrensstand er ist, oder nennt keinen der Stände."),
      why: .init(
        en: """
          How much a breach weighs depends on the stage; without one the plan is judged as at the \
          last.
          """,
        de: "Wie schwer ein Verstoß wiegt, hängt vom Stand ab; ohne Angabe gilt der letzte."),
      mend: .init(
        en: "Write `stage:` with one of the stages, or ask for another with `--stage`.",
        de: """
          Schreiben Sie `stage:` mit einem der Stände, oder fragen Sie mit `--stage` nach einem \
          anderen.
          """)),
    .init(
      "empty-list", .plan,
      what: .init(
        en: "A list that rules look at is empty or absent.",
        de: "Eine Liste, die Regeln ansehen, ist leer oder fehlt."),
      why: .init(
        en: """
          Where there is no measure, no rule about measures is ever broken. That is not the same \
          as being right.
          """,
        de: """
          Wo keine Maßnahme steht, wird keine Regel über Maßnahmen verletzt. Richtig ist der Plan \
          deshalb nicht.
          """),
      mend: .init(
        en: "Add the elements, or say why there are none: `measures: {open: \"why\"}`.",
        de: """
          Ergänzen Sie die Elemente oder sagen Sie, warum es keine gibt: `measures: {open: \
          "Grund"}`.
          """)),
    .init(
      "nothing-to-check", .plan,
      what: .init(
        en: "A rule met no element of the plan, or applied to none.",
        de: "Eine Regel traf auf kein Element des Plans oder galt für keines."),
      why: .init(
        en: """
          Nothing passes here because it was looked at; perhaps a key is misspelt or a condition \
          never holds.
          """,
        de: """
          Hier besteht nichts, weil es geprüft wurde; vielleicht ist ein Schlüssel falsch \
          geschrieben.
          """),
      mend: .init(
        en: """
          If that is right, write `may find nothing to check` into the rule; else look at its \
          conditions.
          """,
        de: """
          Ist das so richtig, schreiben Sie `may find nothing to check` in die Regel; sonst sehen \
          Sie ihre Bedingungen an.
          """)),
    .init(
      "nothing-checked", .call,
      what: .init(
        en: "No rule judged anything in this plan, or there are no rules.",
        de: "Keine Regel hat in diesem Plan etwas beurteilt, oder es gibt keine Regeln."),
      why: .init(
        en: "A check that looked at nothing is never passed.",
        de: "Eine Prüfung, die nichts angesehen hat, ist nie bestanden."),
      mend: .init(
        en: """
          Look at the keys of the plan; `--ledger` shows what each rule met. Name rules with \
          `--rules`.
          """,
        de: """
          Sehen Sie die Schlüssel des Plans an; `--ledger` zeigt, was jede Regel traf. Regeln \
          nennt `--rules`.
          """)),
    .init(
      "no-rule-files", .call,
      what: .init(
        en: "A folder that `--rules` names holds no rule files.",
        de: "Ein Ordner, den `--rules` nennt, enthält keine Regeldateien."),
      why: .init(
        en: "Without rules nothing is checked.",
        de: "Ohne Regeln wird nichts geprüft."),
      mend: .init(
        en: """
          Rule files end in `.ratsam`; check the path, or leave out `--rules` for the shipped \
          rules.
          """,
        de: """
          Regeldateien enden auf `.ratsam`; prüfen Sie den Pfad, oder lassen Sie `--rules` für die \
          mitgelieferten weg.
          """)),
    .init(
      "unwritable-file", .call,
      what: .init(
        en: "A rule file cannot be rewritten.",
        de: "Eine Regeldatei lässt sich nicht neu schreiben."),
      why: .init(
        en: "The file stands as it was; nothing is written half.",
        de: "Die Datei steht da wie zuvor; nichts wird halb geschrieben."),
      mend: .init(
        en: "The finding says why: most often writing is not permitted, or the disk is full.",
        de: "Der Befund sagt, warum: meist ist das Schreiben nicht erlaubt, oder der Platz fehlt.")),
    .init(
      "unreadable-file", .call,
      what: .init(
        en: "A plan or a rule file cannot be read.",
        de: "Ein Plan oder eine Regeldatei lässt sich nicht lesen."),
      why: .init(
        en: "What could not be read was not checked.",
        de: "Was nicht gelesen wurde, wurde nicht geprüft."),
      mend: .init(
        en: """
          The finding says why: there is no such file, it is a directory, or reading is not \
          permitted.
          """,
        de: """
          Der Befund sagt, warum: Die Datei fehlt, ist ein Verzeichnis, oder das Lesen ist nicht \
          erlaubt.
          """)),
    .init(
      "unexpected-outcome", .tests,
      what: .init(
        en: "A rule judges one of its examples differently than the example says.",
        de: "Eine Regel beurteilt eines ihrer Beispiele anders, als das Beispiel sagt."),
      why: .init(
        en:
          "Either the rule does not do what its author meant, or the example shows something else.",
        de: "Entweder tut die Regel nicht, was gemeint war, oder das Beispiel zeigt etwas anderes."),
      mend: .init(
        en: "Read both aloud; then mend the rule, or the outcome or field of the example.",
        de: """
          Lesen Sie beides laut; berichtigen Sie dann die Regel oder Ergebnis und Feld des \
          Beispiels.
          """)),
    .init(
      "malformed-example", .tests,
      what: .init(
        en: "An example of a rule is not what the schema expects.",
        de: "Ein Beispiel einer Regel ist nicht, was das Schema erwartet."),
      why: .init(
        en: "A misspelt key in an example tests nothing, and the rule seems to work.",
        de: """
          Ein falsch geschriebener Schlüssel im Beispiel prüft nichts, und die Regel scheint zu \
          stimmen.
          """),
      mend: .init(
        en: "Mend the example as you would mend a plan.",
        de: "Berichtigen Sie das Beispiel wie einen Plan.")),
    .init(
      "missing-finding", .tests,
      what: .init(
        en: """
          A fixture expects a finding on this line with `# breaks:`, and there is none, or no such \
          rule.
          """,
        de:
          """
          Ein Prüfplan erwartet mit `# breaks:` einen Befund in dieser Zeile, und es gibt keinen, \
          oder keine solche Regel.
          """),
      why: .init(
        en: "The rule lets pass what it is there to find.",
        de: "Die Regel lässt durch, was sie finden soll."),
      mend: .init(
        en: "Mend the rule, or move the comment to the line where the finding belongs.",
        de: """
          Berichtigen Sie die Regel oder setzen Sie den Kommentar in die Zeile, in die der Befund \
          gehört.
          """)),
    .init(
      "unread-expectation", .tests,
      what: .init(
        en: "A comment of a fixture reads nearly like `# breaks: rule-id`, and is not read as one.",
        de: "Ein Kommentar eines Prüfplans lautet fast wie `# breaks: regel` und gilt nicht so."),
      why: .init(
        en: "An expectation that nobody reads passes in silence.",
        de: "Eine Erwartung, die niemand liest, besteht stillschweigend."),
      mend: .init(
        en: """
          Begin the comment with `# breaks:` in lower case, and write the ids of the rules behind it, \
          with commas between them.
          """,
        de: """
          Beginnen Sie den Kommentar klein mit `# breaks:` und schreiben Sie die Kennungen der \
          Regeln dahinter, mit Kommas dazwischen.
          """)),
    .init(
      "unexpected-finding", .tests,
      what: .init(
        en: "A fixture has a finding that no `# breaks:` comment asks for.",
        de: "Ein Prüfplan hat einen Befund, den kein Kommentar `# breaks:` erwartet."),
      why: .init(
        en: "A rule that finds too much is soon ignored, and with it what it finds rightly.",
        de: """
          Eine Regel, die zu viel findet, wird bald überlesen, und mit ihr, was sie zu Recht \
          findet.
          """),
      mend: .init(
        en: "Mend the rule or the plan, or write `# breaks:` and the rule's id on this line.",
        de: """
          Berichtigen Sie Regel oder Plan, oder schreiben Sie `# breaks:` und die Kennung der \
          Regel in die Zeile.
          """)),
    .init(
      "not-covered", .tests,
      what: .init(
        en: "No example shows something that can come of a part of a rule.",
        de: "Kein Beispiel zeigt etwas, das sich aus einem Teil einer Regel ergeben kann."),
      why: .init(
        en: "A requirement that was never seen to fail may never fail.",
        de: "Eine Anforderung, die noch nie gescheitert ist, scheitert vielleicht nie."),
      mend: .init(
        en: """
          Add the example that the finding names: `passes`, `fails at …`, `unclear at …` or `does \
          not apply`.
          """,
        de: """
          Ergänzen Sie das genannte Beispiel: `passes`, `fails at …`, `unclear at …` oder `does \
          not apply`.
          """)),
    .init(
      "unnoticed-change", .tests,
      what: .init(
        en: "A rule was changed in one place, and no example noticed.",
        de: "Eine Regel wurde an einer Stelle geändert, und kein Beispiel hat es gemerkt."),
      why: .init(
        en: "What no example notices may be wrong already, and will be after the next change.",
        de: """
          Was kein Beispiel merkt, kann schon jetzt falsch sein und ist es spätestens nach der \
          nächsten Änderung.
          """),
      mend: .init(
        en: """
          Add the example that the finding describes, or say behind the line why none can notice: \
          `# survives: …`.
          """,
        de: """
          Ergänzen Sie das beschriebene Beispiel, oder sagen Sie hinter der Zeile, warum es keines \
          merken kann: `# survives: …`.
          """)),
    .init(
      "needless-argument", .tests,
      what: .init(
        en: "A comment `# survives:` argues for a line of which no change goes unnoticed.",
        de: """
          Ein Kommentar `# survives:` begründet eine Zeile, an der keine Änderung unbemerkt bleibt.
          """),
      why: .init(
        en: "A reason for nothing would excuse the next change that goes unnoticed.",
        de: "Eine Begründung für nichts entschuldigte die nächste Änderung, die niemand merkt."),
      mend: .init(
        en: "Take the comment away, or put it on or above the line that it speaks of.",
        de: "Nehmen Sie den Kommentar weg, oder setzen Sie ihn in oder über die gemeinte Zeile.")),
    .init(
      "argument-without-reason", .tests,
      what: .init(
        en: "A comment `# survives:` says nothing behind the colon.",
        de: "Ein Kommentar `# survives:` sagt nichts hinter dem Doppelpunkt."),
      why: .init(
        en: "Without a reason nobody can judge later whether it still holds.",
        de: "Ohne Grund kann später niemand beurteilen, ob er noch gilt."),
      mend: .init(
        en: "Write in a few words why no example can notice the change.",
        de: "Schreiben Sie in wenigen Worten, warum kein Beispiel die Änderung merken kann.")),
  ]
}
