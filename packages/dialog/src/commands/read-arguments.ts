import type { Param } from "./param.ts";
import type { ArgumentProblem } from "./reading/problem.ts";
import { readChoices, readFailedChoice } from "./reading/read-choices.ts";
import { readDays } from "./reading/read-days.ts";
import { readMoney, readNumbers, readPhones } from "./reading/read-numbers.ts";
import { nameNotFound, readMentions, readNames } from "./reading/read-people.ts";
import { readTokens, readWords, restOf } from "./reading/read-rest.ts";
import { type ArgumentsContext, Reading, type UnderstoodArgument } from "./reading/reading.ts";

/** What stood behind a command. It may be acted on when there are no problems and nothing is missing. */
export type ReadArguments = {
  args: Readonly<Record<string, unknown>>;
  understood: readonly UnderstoodArgument[];
  problems: readonly ArgumentProblem[];
  /** Params that have to be there, and of which the words say nothing. */
  missing: readonly string[];
};

/**
 * Reads what stands behind a command, in any order, by the kinds of its params. Words that mean two things equally well are a
 * problem that names both, and no word is passed over in silence.
 */
export async function readArguments(
  text: string,
  params: readonly Param[],
  at: ArgumentsContext,
): Promise<ReadArguments> {
  const reading = new Reading(text, params, at);
  readTokens(reading);
  await readMentions(reading);
  readPhones(reading);
  readMoney(reading);
  readDays(reading, false);
  readChoices(reading);
  readNumbers(reading);
  if (!reading.has("words")) readDays(reading, true);
  if (reading.has("words")) readWords(reading);
  else {
    await readNames(reading, restOf(reading));
    nameUnknown(reading);
  }
  return settled(reading);
}

/** Whatever is left is said to be unknown, by the param that it was probably meant for. */
function nameUnknown(reading: Reading): void {
  for (const span of restOf(reading)) {
    if (readFailedChoice(reading, span) || nameNotFound(reading, span)) continue;
    const missing = reading.missing();
    reading.fault(missing.length === 1 ? (missing[0] ?? null) : null, "unknown", [span]);
  }
}

function settled(reading: Reading): ReadArguments {
  const { understood, problems } = reading;
  const args = Object.fromEntries(understood.map(({ param, value }) => [param, value]));
  return { args, understood, problems, missing: reading.missing().map(({ name }) => name) };
}
