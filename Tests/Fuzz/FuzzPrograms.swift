import GeneratedPrograms
import ProgramTrials

/// Makes a schema, rules and a plan of what libFuzzer gives, and stops the process where they are
/// judged unsoundly, or otherwise than the naive evaluator judges them.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzPrograms(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let random = ProgramRandom(bytes: Array(UnsafeBufferPointer(start: data, count: count)))
  let trial = ProgramTrial(random, rules: 4)
  let found = trial.examine()
  if let rule = found.disagreements.first { print(trial.report(rule)) }
  precondition(found.unsound.isEmpty, found.unsound.joined(separator: "\n"))
  precondition(found.disagreements.isEmpty, "the evaluators disagree")
  return 0
}
