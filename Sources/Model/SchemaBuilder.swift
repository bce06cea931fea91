import Diagnostics
import RuleSyntax
import SourceText
import Values

/// Builds the schema that the rule files declare together.
///
/// What cannot be resolved has a finding and is left out or read as text, so that one mistake is
/// told once.
package func buildSchema(_ files: [RuleFile]) -> (schema: Schema, findings: [Finding]) {
  var builder = SchemaBuilder()
  builder.collect(files)
  builder.buildChoices()
  builder.buildRecords()
  builder.checkNames()
  builder.resolveDefaults()
  builder.finish()
  return (builder.schema, builder.findings)
}

/// The schema while it is being built.
struct SchemaBuilder {
  var schema = Schema()
  var findings: [Finding] = []
  /// What the files declare, extensions last.
  var choices: [(file: SourceFile, declaration: ChoiceDeclaration)] = []
  var records: [(file: SourceFile, declaration: RecordDeclaration)] = []
  /// What is looked at once all fields are known, by record and field.
  var deferred: [DeferredField] = []
  var header: Location?

  /// The parts of a field's declaration that name other fields.
  struct DeferredField {
    var record: Int
    var field: Int
    var file: SourceFile
    var declaration: FieldDeclaration
  }

  mutating func report(
    _ problem: SchemaProblem, _ severity: Severity = .error, at location: Location,
    first: Location? = nil
  ) {
    var finding = Finding(problem, severity: severity, at: location)
    if let first {
      finding.related = [
        RelatedPlace(first, LocalizedText(en: "first declared here", de: "hier zuerst vereinbart"))
      ]
    }
    findings.append(finding)
  }

  mutating func collect(_ files: [RuleFile]) {
    var extensions: [(SourceFile, Declaration)] = []
    for file in files {
      for declaration in file.declarations {
        switch declaration {
        case .schema(let header): read(header, in: file.file)
        case .choice(let choice) where choice.isExtension:
          extensions.append((file.file, declaration))
        case .choice(let choice): choices.append((file.file, choice))
        case .record(let record) where record.isExtension:
          extensions.append((file.file, declaration))
        case .record(let record): records.append((file.file, record))
        case .placeholder(let placeholder):
          for text in placeholder.texts {
            schema.placeholders.insert(Schema.folded(placeholder: text.value))
          }
        case .rule, .notation, .words, .setting, .table, .pack, .report: break
        }
      }
    }
    for (file, declaration) in extensions {
      switch declaration {
      case .choice(let choice): choices.append((file, choice))
      case .record(let record): records.append((file, record))
      case .schema, .placeholder, .rule, .notation, .words, .setting, .table, .pack, .report: break
      }
    }
  }

  private mutating func read(_ declaration: SchemaHeader, in file: SourceFile) {
    let location = Location(file, declaration.name.range)
    if let header {
      report(.duplicate(.schema, declaration.name.text, owner: nil), at: location, first: header)
      return
    }
    header = location
    schema.name = declaration.name.text
    schema.version = declaration.version
    schema.title = Self.title(declaration.title, name: declaration.name.text)
  }

  /// German defaults to English, English to the name with spaces for hyphens.
  static func title(_ title: Title, name: String) -> LocalizedText {
    let english = title.english?.value ?? String(name.map { $0 == "-" ? " " : $0 })
    return LocalizedText(en: english, de: title.german?.value ?? english)
  }

  mutating func finish() {
    let root = schema.records.firstIndex { $0.name == "plan" }
    guard let root else {
      let file = records.first?.file ?? choices.first?.file ?? header?.file
      report(
        .noPlanRecord,
        at: header ?? Location(file ?? SourceFile(path: "", bytes: []), ByteRange(at: 0)))
      return
    }
    schema.root = root
    if let field = schema.records[root].topFields.first(where: { field in
      schema.records[root].fields[field].name == "stage"
    }), case .scalar(.choice(let choice)) = schema.records[root].fields[field].type {
      schema.stage = Schema.Stage(choice: choice, field: field)
    }
  }
}

extension Schema {
  /// A text as placeholders are compared: without surrounding blanks and without case.
  package static func folded(placeholder text: String) -> String {
    var text = text.lowercased()[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
