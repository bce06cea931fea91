import Reporting

/// Configurations, packs and what extends a schema.
extension CodeDescription {
  static let configurations: [CodeDescription] = [
    .init(
      "configuration-key", .configuration,
      what: .init(
        en: "A key of ratsam.yaml is none that a configuration has.",
        de: "Ein Schlüssel in ratsam.yaml gehört zu keiner Konfiguration."),
      why: .init(
        en: "What it says would hold for nothing, and nobody would notice.",
        de: "Was dort steht, gälte für nichts, und niemand würde es bemerken."),
      mend: .init(
        en: "Write the key that the finding offers; `today` and `stage` belong to the call.",
        de: """
          Schreiben Sie den Schlüssel, den der Befund nennt; `today` und `stage` gehören zum \
          Aufruf.
          """)),
    .init(
      "configuration-value", .configuration,
      what: .init(
        en: "A value in ratsam.yaml or behind `--set` cannot be read.",
        de: "Ein Wert in ratsam.yaml oder hinter `--set` ist nicht lesbar."),
      why: .init(
        en: "A guess could judge plans by another measure than is meant.",
        de: "Geraten würden Pläne vielleicht nach einem anderen Maß beurteilt als gemeint."),
      mend: .init(
        en: "Write the value as the finding says.",
        de: "Schreiben Sie den Wert, wie der Befund es sagt.")),
    .init(
      "configuration-name", .configuration,
      what: .init(
        en: """
          A configuration, a plan or the call names a pack, rule, setting or stage that there \
          is not.
          """,
        de: """
          Eine Konfiguration, ein Plan oder der Aufruf nennt ein Paket, eine Regel, eine \
          Einstellung oder einen Stand, den es nicht gibt.
          """),
      why: .init(
        en: "A misspelt name would change nothing without a word.",
        de: "Ein falsch geschriebener Name würde stillschweigend nichts ändern."),
      mend: .init(
        en: "Take the name that the finding offers; `ratsam rules` lists packs and rules.",
        de: "Nehmen Sie den Namen, den der Befund nennt; `ratsam rules` zeigt Pakete und Regeln.")),
    .init(
      "configuration-without-effect", .configuration,
      what: .init(
        en: "A severity is set for a rule whose pack is off.",
        de: "Für eine Regel, deren Paket aus ist, ist ein Gewicht angegeben."),
      why: .init(
        en: "Whoever wrote it believes that the rule is checked; it is not.",
        de: "Wer es schrieb, glaubt, dass die Regel geprüft wird; sie wird es nicht."),
      mend: .init(
        en: "Choose the pack, or delete the line.",
        de: "Wählen Sie das Paket oder löschen Sie die Zeile.")),
    .init(
      "no-rules-selected", .configuration,
      what: .init(
        en: "The packs that were chosen have no rule, or every rule was turned off.",
        de: "Die gewählten Pakete enthalten keine Regel, oder jede Regel wurde ausgeschaltet."),
      why: .init(
        en: "A check without rules finds nothing, which looks like a good plan.",
        de: "Eine Prüfung ohne Regeln findet nichts; das sieht aus wie ein guter Plan."),
      mend: .init(
        en: "Choose packs with rules; `ratsam rules` lists them.",
        de: "Wählen Sie Pakete mit Regeln; `ratsam rules` zeigt sie.")),
    .init(
      "unknown-setting-element", .configuration,
      what: .init(
        en: "A setting names an element that the plan does not have.",
        de: "Eine Einstellung nennt ein Element, das es im Plan nicht gibt."),
      why: .init(
        en: "The rules that read the setting could not be judged.",
        de: "Die Regeln, die die Einstellung lesen, konnten nicht geprüft werden."),
      mend: .init(
        en: "Set it to an id from the list that the finding names.",
        de: "Geben Sie eine Kennung aus der Liste an, die der Befund nennt.")),
    .init(
      "unknown-rule-element", .rules,
      what: .init(
        en: "A rule names an element that the plan does not have.",
        de: "Eine Regel nennt ein Element, das es im Plan nicht gibt."),
      why: .init(
        en: "A mistyped id is the same as nothing, so that the rule always says the same.",
        de: """
          Eine falsch geschriebene Kennung ist mit nichts gleich, und die Regel sagt immer \
          dasselbe.
          """),
      mend: .init(
        en: """
          Mend the id. Rules for several plans take a setting instead, of which each plan's \
          configuration says what it is.
          """,
        de: """
          Berichtigen Sie die Kennung. Regeln für mehrere Pläne nehmen stattdessen eine \
          Einstellung, deren Wert die Konfiguration jedes Plans nennt.
          """)),
    .init(
      "packs-not-names", .plan,
      what: .init(
        en: "Under `packs:` stands something that is no name of a pack.",
        de: "Unter `packs:` steht etwas, das kein Name eines Pakets ist."),
      why: .init(
        en: "Which rules the plan asks for cannot be told.",
        de: "Welche Regeln der Plan verlangt, ist nicht zu erkennen."),
      mend: .init(
        en: "Write one name, or a list such as `[core, cost]`.",
        de: "Schreiben Sie einen Namen oder eine Liste wie `[core, cost]`.")),
    .init(
      "unknown-pack", .rules,
      what: .init(
        en: "A pack uses another that there is not.",
        de: "Ein Paket verwendet ein anderes, das es nicht gibt."),
      why: .init(
        en: "Rules that are meant to be on would be off.",
        de: "Regeln, die gelten sollen, wären aus."),
      mend: .init(
        en: "Take the name that the finding offers.",
        de: "Nehmen Sie den Namen, den der Befund nennt.")),
    .init(
      "pack-cycle", .rules,
      what: .init(
        en: "Packs use each other in a circle.",
        de: "Pakete verwenden einander im Kreis."),
      why: .init(
        en: "Nobody can say any more which of them needs the other.",
        de: "Niemand kann mehr sagen, welches das andere braucht."),
      mend: .init(
        en: "Delete one of the `use` lines.",
        de: "Löschen Sie eine der `use`-Zeilen.")),
    .init(
      "place-of-value", .rules,
      what: .init(
        en: """
          An extension adds values to a choice, and where they stand in its order is not \
          certain.
          """,
        de: """
          Eine Erweiterung fügt einer Auswahl Werte hinzu, und ihr Platz in der Reihenfolge \
          ist nicht sicher.
          """),
      why: .init(
        en: "Rules compare stages by their order; it must not depend on the order of files.",
        de: """
          Regeln vergleichen Stände nach ihrer Reihenfolge; sie darf nicht von der Reihenfolge \
          der Dateien abhängen.
          """),
      mend: .init(
        en: """
          Write `extend choice stage, after submitted`; of two extensions put one behind the \
          other.
          """,
        de: """
          Schreiben Sie `extend choice stage, after submitted`; von zwei Erweiterungen die \
          eine hinter die andere.
          """)),
    .init(
      "title-of-extension", .rules,
      what: .init(
        en: "An extension gives a record or choice a title.",
        de: "Eine Erweiterung gibt einem Satz oder einer Auswahl einen Titel."),
      why: .init(
        en: "It has one already; the second would be lost.",
        de: "Der Titel steht schon fest; ein zweiter ginge verloren."),
      mend: .init(
        en: "Delete the title in the extension.",
        de: "Löschen Sie den Titel in der Erweiterung.")),
  ]
}
