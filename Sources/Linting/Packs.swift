import Diagnostics
import RuleSyntax
import SourceText

/// A set of rules that is on or off as a whole.
package struct Pack: Sendable {
  package var name: String
  package var title: LocalizedText?
  /// Off until it is chosen.
  package var isProfile = false
  /// The packs that are on with it, as indices.
  package var uses: [Int] = []
  /// Where it is declared; nil for a folder without a declaration.
  package var origin: Location?
}

/// All packs of the rule files, and the pack of each file.
package struct Packs: Sendable {
  package private(set) var all: [Pack] = []
  private var files: [SourceFile: Int] = [:]

  package init() {}

  package func index(named name: String) -> Int? { all.firstIndex { $0.name == name } }

  /// The pack that a file belongs to; nil where it stands in none and so is always on.
  package func pack(of file: SourceFile) -> Int? { files[file] }

  package var names: [String] { all.map(\.name) }

  /// Whether what stands in a file is on wherever another file's pack was chosen: it is on unless a
  /// choice leaves it out, is of the same pack, or of one that this uses.
  package func isOn(_ file: SourceFile, with other: SourceFile) -> Bool {
    guard let pack = pack(of: file), all[pack].isProfile else { return true }
    return self.pack(of: other).map { way(from: $0, to: pack) != nil } ?? false
  }

  // MARK: - From rule files

  /// Which files belong together: those in one folder below a root, or directly in it.
  private struct Group: Equatable {
    var root: String
    var folder: String?
  }

  init(_ sources: [RuleSource], _ files: [RuleFile], _ findings: inout [Finding]) {
    var declarations: [(group: Group, pack: PackDeclaration, file: SourceFile)] = []
    func declared(_ group: Group) -> (pack: PackDeclaration, file: SourceFile)? {
      declarations.first { $0.group == group }.map { ($0.pack, $0.file) }
    }
    for (source, file) in zip(sources, files) {
      for case .pack(let pack) in file.declarations {
        let group = Group(root: source.root, folder: source.folder)
        if let first = declared(group) {
          findings.append(
            Self.finding(
              .twoInFolder(first.pack.name.text, pack.name.text), at: pack.name, file.file,
              first: Location(first.file, first.pack.name.range)))
        } else {
          declarations.append((group, pack, file.file))
        }
      }
    }
    for (source, file) in zip(sources, files) {
      let group = Group(root: source.root, folder: source.folder)
      let declared = declared(group)
      guard let name = declared?.pack.name.text ?? source.folder else { continue }
      let index = index(named: name) ?? add(name)
      self.files[file.file] = index
      // A group has one declaration, so only the file that holds it speaks.
      if let declared, declared.file == file.file { describe(index, by: declared, &findings) }
    }
    resolveUses(declarations.map { ($0.pack, $0.file) }, &findings)
  }

  private mutating func add(_ name: String) -> Int {
    all.append(Pack(name: name))
    return all.count - 1
  }

  private mutating func describe(
    _ index: Int, by declared: (pack: PackDeclaration, file: SourceFile),
    _ findings: inout [Finding]
  ) {
    let location = Location(declared.file, declared.pack.name.range)
    if let first = all[index].origin {
      findings.append(
        Self.finding(
          .duplicate(all[index].name), at: declared.pack.name, declared.file, first: first)
      )
      return
    }
    all[index].origin = location
    all[index].isProfile = declared.pack.profile != nil
    let title = declared.pack.title
    if let text = title.english?.value ?? title.german?.value {
      all[index].title = LocalizedText(
        en: title.english?.value ?? text, de: title.german?.value ?? text)
    }
  }

  private mutating func resolveUses(
    _ declarations: [(pack: PackDeclaration, file: SourceFile)], _ findings: inout [Finding]
  ) {
    let ordered = declarations.sorted {
      ($0.file.path, $0.pack.range.start) < ($1.file.path, $1.pack.range.start)
    }
    for (declaration, file) in ordered {
      guard let index = index(named: declaration.name.text),
        all[index].origin == Location(file, declaration.name.range)
      else { continue }
      for use in declaration.uses {
        guard let used = self.index(named: use.text) else {
          let nearest = NearestNames.rank(use.text, among: names)
          findings.append(
            Self.finding(.unknown(use.text, nearest: nearest, known: names), at: use, file))
          continue
        }
        if let way = way(from: used, to: index) {
          let circle = ([index] + way).map { all[$0].name }
          findings.append(Self.finding(.cycle(circle), at: use, file))
        } else if !all[index].uses.contains(used) {
          all[index].uses.append(used)
        }
      }
    }
  }

  /// The packs from one to another along what they use, both included; nil where there is no way.
  private func way(from start: Int, to goal: Int) -> [Int]? {
    var seen = [start]
    var ways = [[start]]
    while let way = ways.popLast() {
      let last = way[way.count - 1]
      if last == goal { return way }
      for next in all[last].uses where !seen.contains(next) {
        seen.append(next)
        ways.append(way + [next])
      }
    }
    return nil
  }

  private static func finding(
    _ problem: PackProblem, at name: Name, _ file: SourceFile, first: Location? = nil
  ) -> Finding {
    var finding = Finding(problem, severity: .error, at: Location(file, name.range))
    if let first {
      finding.related = [
        RelatedPlace(first, LocalizedText(en: "first declared here", de: "hier zuerst vereinbart"))
      ]
    }
    return finding
  }
}

/// What is wrong with the declarations of packs.
enum PackProblem: Problem, Hashable {
  /// `use` of a pack that there is not.
  case unknown(String, nearest: [String], known: [String])
  /// The packs of a circle of `use`, the first one again at the end.
  case cycle([String])
  case duplicate(String)
  case twoInFolder(String, String)

  var code: String {
    switch self {
    case .unknown: "unknown-pack"
    case .cycle: "pack-cycle"
    case .duplicate, .twoInFolder: "duplicate-declaration"
    }
  }

  func headline(in language: Language) -> String {
    switch self {
    case .unknown(let name, _, _):
      language.pick("there is no pack `\(name)`", "es gibt kein Paket `\(name)`")
    case .cycle(let names):
      language.pick(
        "packs use each other in a circle: \(names.joined(separator: " → "))",
        "Pakete verwenden einander im Kreis: \(names.joined(separator: " → "))")
    case .duplicate(let name):
      language.pick("there are two packs `\(name)`", "es gibt zwei Pakete `\(name)`")
    case .twoInFolder(let first, let second):
      language.pick(
        "one folder declares two packs: `\(first)` and `\(second)`",
        "ein Ordner vereinbart zwei Pakete: `\(first)` und `\(second)`")
    }
  }

  func help(in language: Language) -> String? {
    switch self {
    case .unknown(_, let nearest, let known):
      language.nearest(nearest, of: known)
    case .cycle:
      language.pick("delete one of the `use` lines", "eine der `use`-Zeilen löschen")
    case .duplicate:
      language.pick(
        "rename or delete one of them", "eines davon umbenennen oder löschen")
    case .twoInFolder:
      language.pick(
        "give each pack a folder of its own", "jedem Paket einen eigenen Ordner geben")
    }
  }
}

extension Language {
  /// "did you mean `a`? There are a, b, c"
  func nearest(_ nearest: [String], of known: [String]) -> String {
    let shown = known.prefix(24).joined(separator: ", ") + (known.count > 24 ? " …" : "")
    guard let first = nearest.first else {
      return known.isEmpty
        ? pick("there are none", "es gibt keine") : pick("there are \(shown)", "es gibt \(shown)")
    }
    let question = pick("did you mean `\(first)`?", "meinten Sie `\(first)`?")
    return known.isEmpty || known.count > 24
      ? question : question + pick(" There are ", " Es gibt ") + shown
  }
}
