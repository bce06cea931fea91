import SourceText

/// `pack hannover, profile` with its title and the packs that it uses.
package struct PackDeclaration: Sendable {
  package var name: Name
  /// Where `profile` stands: the pack is off until it is chosen.
  package var profile: ByteRange?
  package var title: Title
  /// `use core, council`
  package var uses: [Name]
  package var range: ByteRange

  package init(name: Name, profile: ByteRange?, title: Title, uses: [Name], range: ByteRange) {
    self.name = name
    self.profile = profile
    self.title = title
    self.uses = uses
    self.range = range
  }
}
