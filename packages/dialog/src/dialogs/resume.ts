import type { DialogDefinition } from "./dialog.ts";
import type { DialogProgress } from "./progress.ts";

/**
 * A dialog in progress with the definition that goes on with it. One that was moved to a newer version may stand at another
 * step now: it has to be `resumed` before it hears the next word.
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
  const known = Object.fromEntries(Object.entries(slots).filter(([name]) => name in newest.slots || isFilled(newest, name)));
  const asked = progress.asked.filter((slot) => slot in newest.slots);
  return { dialog: newest, progress: { ...progress, version: newest.version, slots: known, asked }, isMoved: true };
}

const isFilled = ({ steps }: DialogDefinition, slot: string): boolean =>
  Object.values(steps).some((step) => step.kind === "request" && step.fills.includes(slot));
