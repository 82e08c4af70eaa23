import type { DialogDefinition } from "@botdeck/dialog/dialogs";

/**
 * A dialog among its kept versions: the one asked for, so that a deploy changes nothing for a flow under way; the newest
 * when none is asked for, or the one asked for is gone.
 */
export function dialogOf(versions: readonly DialogDefinition[], version?: number): DialogDefinition {
  const [newest] = versions.toSorted((one, other) => other.version - one.version);
  if (newest === undefined) throw new Error("A flow has no dialog to lead");
  return versions.find((each) => each.version === version) ?? newest;
}
