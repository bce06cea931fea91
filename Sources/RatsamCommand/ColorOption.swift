import ArgumentParser
import Reporters

/// The option for colour of commands that read no plan.
struct ColorOption: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Colour in the terminal.", valueName: "when"))
  var color: ColorMode = .auto

  var usesColor: Bool {
    color.usesColor(
      noColor: Console.environment("NO_COLOR"), forceColor: Console.environment("FORCE_COLOR"),
      isTerminal: Console.outputIsTerminal)
  }
}
