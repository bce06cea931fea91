import SourceText

extension Parser {
  /// `pack hannover, profile` with its title and `use` lines under it.
  mutating func readPack() -> PackDeclaration? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .pack) else { return nil }
    var pack = PackDeclaration(
      name: name, profile: nil, title: Title(), uses: [], range: start.range)
    if accept(kind: .comma) {
      let word = current
      guard expect(.profile) else { return nil }
      pack.profile = word.range
    }
    guard readTitle(&pack.title, of: .title), expectHeadEnd(after: name) else { return nil }
    readGermanBelow(&pack.title)
    readBlock(deeperThan: indent) { parser in parser.readPackLine(&pack) }
    pack.range = range(from: Int(start.start))
    return pack
  }

  private mutating func readPackLine(_ pack: inout PackDeclaration) {
    if at(kind: .string) || atGerman {
      readTitleLine(&pack.title, of: .title)
    } else if accept(.use) {
      repeat {
        guard let used = readReference(to: .pack) else { return }
        pack.uses.append(used)
      } while accept(kind: .comma)
      _ = expectEnd(or: .code(","))
    } else if at(.profile) {
      let name = pack.name.text
      report(.elsewhere(written: "profile", ours: "pack \(name), profile"), at: current.range)
    } else {
      fail(.text, .code("use"))
    }
  }
}
