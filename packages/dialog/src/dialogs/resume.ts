import type { DialogDefinition } from "./dialog.ts";
import type { DialogProgress } from "./progress.ts";

/**
 * A dialog in progress with the definition that goes on with it. `isMoved` when the question that stands is not asked in that
 * version: then it has to be `resumed` before it hears the next word.
 */
export type Resumed = { dialog: DialogDefinition; progress: DialogProgress; isMoved: boolean };

/**
 * A dialog in progress keeps the version it began with, as long as that is among the definitions; otherwise its slots are
 * moved step by step by the declared migrations, and it goes on at the first step that is open then.
 *
 * @param definitions Every dialog of the bot, the kept older versions included.
 * @returns Null when the dialog left the bot.
 */
export function resumeDialog(definitions: readonly DialogDefinition[], progress: DialogProgress): Resumed | null {
  const versions = definitions.filter(({ name }) => name === progress.dialog);
  const same = versions.find(({ version }) => version === progress.version);
  if (same !== undefined) return { dialog: same, progress, isMoved: false };
  const newest = versions.toSorted((one, other) => other.version - one.version)[0];
  if (newest === undefined) return null;
  let { slots } = progress;
  for (let version = progress.version; version < newest.version; version++) {
    slots = newest.migrations?.[version]?.(slots) ?? slots;
  }
  const asked = progress.asked.filter((slot) => slot in newest.slots);
  const moved = { ...progress, version: newest.version, slots, asked };
  return { dialog: newest, progress: moved, isMoved: !isStillAsked(newest, moved) };
}

/** True where the question that stands is one of the newest version as well. */
function isStillAsked({ steps }: DialogDefinition, { at, slots }: DialogProgress): boolean {
  const step = steps[at];
  return step?.kind === "ask" && slots[step.slot] === undefined && step.if?.(slots) !== false;
}
