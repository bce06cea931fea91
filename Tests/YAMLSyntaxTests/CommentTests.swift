import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite struct CommentTests {
  @Test func commentsOfAPlan() {
    let text = """
      \u{FEFF}# first
      a: b # behind ä
      "c # d": 'e # f'  #tight
      g: |  # header
        # no comment
      # ends the text
      h: [i, # in a list
        j#k]
        # indented
      l: a#b
      m: >-
        x # y

      #
      """
    let tree = composeClean(text)
    let comments = tree.comments()
    #expect(
      comments.map(\.text) == [
        "first", "behind ä", "tight", "header", "ends the text", "in a list", "indented", "",
      ])
    #expect(
      comments.map(\.standsAlone) == [true, false, false, false, true, false, true, true])
    #expect(tree.file.text(comments[1].span) == "# behind ä")
  }

  @Test func lineEndsAreNoPartOfComments() {
    let tree = composeClean("# a \r\nb: c # d\r\n")
    #expect(tree.comments().map { tree.file.text($0.span) } == ["# a ", "# d"])
    #expect(tree.comments().map(\.text) == ["a", "d"])
  }

  @Test func nothingIsReadBehindAnError() {
    #expect(compose("# a\nb: \"c # d\n# e\n").tree.comments().map(\.text) == ["a"])
    #expect(compose("# a\nb: c\n---\n# e\n").tree.comments().map(\.text) == ["a"])
    #expect(compose("# a\n").tree.comments().map(\.text) == ["a"])
  }

  @Test func commentsAroundAnchors() {
    let tree = composeClean("a: &x # b\n  c: &y d # e\nf: *x # g\n")
    #expect(tree.comments().map(\.text) == ["b", "e", "g"])
  }
}
