import Diagnostics
import Evaluation
import Linting
import Model
import Semantics
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times parts of ratsam inside one process, where starting and reading a plan do not count.
///
///     stopwatch packs ROUNDS                 reading, checking and compiling the shipped packs
///     stopwatch judging RULES PLAN ROUNDS    judging a plan, each rule of the file by itself
///
/// Prints one JSON object on each line, times in nanoseconds.
@main
enum Stopwatch {
  static func main() {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("packs"?, 3): timePacks(rounds: number(arguments[2]))
    case ("judging"?, 5):
      timeJudging(
        rules: file(arguments[2]), plan: file(arguments[3]), rounds: number(arguments[4]))
    default: stop("usage: stopwatch packs ROUNDS | judging RULES PLAN ROUNDS")
    }
  }

  // MARK: - Packs

  /// The files to a checked program, and the program to the nodes that judge a plan: for that, an
  /// empty plan is judged.
  private static func timePacks(rounds: Int) {
    var checking: [Double] = []
    var compiling: [Double] = []
    var rules = 0
    for _ in 0..<rounds {
      var set = RuleSet([RuleSource]())
      checking.append(nanoseconds { set = RuleSet(RuleSet.shipped) })
      guard set.isUsable else { stop("the shipped packs have errors") }
      rules = set.all.rules.count
      let plan = loaded(SourceFile(path: "plan.yaml", text: "name: Plan\n"), set)
      compiling.append(
        nanoseconds {
          _ = evaluate(
            set.all, plan: plan.plan, loaderFindings: plan.findings, options: EvaluationOptions())
        })
    }
    let both = zip(checking, compiling).map { $0 + $1 }
    print(
      "{\"rules\": \(rules), \"first\": \(both[0]), \"least\": \(both.min() ?? 0), "
        + "\"median\": \(median(both)), \"checking\": \(median(checking)), "
        + "\"compiling\": \(median(compiling))}")
  }

  // MARK: - Judging

  private static func timeJudging(rules: SourceFile, plan: SourceFile, rounds: Int) {
    let set = RuleSet([rules])
    guard set.isUsable else { stop("\(rules.path) has errors") }
    let (plan, findings) = loaded(plan, set)
    guard plan.isComplete else { stop("the plan cannot be read to its end") }
    func time(_ rules: [TypedRule]) -> (times: [Double], result: EvaluationResult) {
      var program = set.program
      program.rules = rules
      var result = evaluate(
        program, plan: plan, loaderFindings: findings, options: EvaluationOptions())
      let times = (0..<rounds).map { _ in
        nanoseconds {
          result = evaluate(
            program, plan: plan, loaderFindings: findings, options: EvaluationOptions())
        }
      }
      return (times, result)
    }
    let nothing = time([]).times
    print("{\"rule\": \"\", \"least\": \(nothing.min() ?? 0), \"median\": \(median(nothing))}")
    for rule in set.program.rules {
      let (times, result) = time([rule])
      let ledger = result.ledger[0]
      print(
        "{\"rule\": \"\(rule.id)\", \"least\": \(times.min() ?? 0), \"median\": \(median(times)), "
          + "\"met\": \(ledger.met), \"violated\": \(ledger.violated), "
          + "\"undetermined\": \(ledger.undetermined), "
          + "\"elements\": \(ledger.applied + ledger.notApplicable), "
          + "\"findings\": \(result.findings.count - findings.count)}")
    }
  }

  private static func loaded(_ file: SourceFile, _ set: RuleSet) -> (
    plan: Plan, findings: [Finding]
  ) {
    set.load(
      PlanInput(path: file.path, main: file, includes: .refusing), options: LintOptions())
  }

  // MARK: - Tools

  /// The processor's time, so that other work on the machine counts little.
  private static func nanoseconds(_ body: () -> Void) -> Double {
    var (start, end) = (timespec(), timespec())
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
    body()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) * 1e9 + Double(end.tv_nsec - start.tv_nsec)
  }

  private static func median(_ times: [Double]) -> Double {
    let sorted = times.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  private static func number(_ text: String) -> Int {
    guard let number = Int(text), number > 0 else { stop("`\(text)` is no number of rounds") }
    return number
  }

  private static func file(_ path: String) -> SourceFile {
    guard let stream = fopen(path, "rb") else { stop("\(path) cannot be read") }
    defer { fclose(stream) }
    fseek(stream, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(stream))
    rewind(stream)
    guard fread(&bytes, 1, bytes.count, stream) == bytes.count else {
      stop("\(path) cannot be read")
    }
    return SourceFile(path: path, bytes: bytes)
  }

  private static func stop(_ message: String) -> Never {
    let text = "stopwatch: \(message)\n"
    _ = write(STDERR_FILENO, text, text.utf8.count)
    exit(2)
  }
}
