import type { Button, Effect } from "@botdeck/core";

import { lineOf, type Sent } from "./sent-messages.ts";

/** What came of each step of a conversation, until it is expected. */
export function createTranscript() {
  const said: Sent[] = [];
  const other: Effect[] = [];
  const log: string[] = [];
  /** Of each dialog, those under its last message first. */
  const buttons = new Map<string, Button[]>();

  /** A button of earlier words says nothing any more; a command's calls it for as long as it stands there. */
  function show(dialogId: string, shown: readonly (readonly Button[])[]): void {
    const earlier = (buttons.get(dialogId) ?? []).filter(({ kind }) => kind === "command");
    buttons.set(dialogId, [...shown.flat(), ...earlier]);
  }

  return {
    log: log as readonly string[],
    note: (line: string) => void log.push(line),
    /** @param here The dialog of whoever acts: what is said there is said to them. */
    take(effects: readonly Effect[], here: string): void {
      for (const effect of effects) {
        if (effect.kind === "chat.edit") show(effect.dialogId, effect.buttons ?? []);
        // A note for operators is no word to the person.
        if (effect.kind !== "chat.send" || effect.forOperators === true) {
          other.push(effect);
          continue;
        }
        show(effect.dialogId, effect.buttons ?? []);
        const isHere = effect.dialogId === here;
        log.push(`${isHere ? "<" : `< (to ${effect.dialogId})`} ${lineOf(effect)}`);
        (isHere ? said : other).push(effect);
      }
    },
    /** The next message to whoever acts, which is expected with that. */
    nextSaid: (): Sent | null => said.shift() ?? null,
    unexpected: (): Sent | null => said[0] ?? null,
    /** The next message to another dialog. */
    nextTold(dialogId: string): Sent | null {
      const index = other.findIndex((effect) => effect.kind === "chat.send" && effect.dialogId === dialogId);
      const [told] = index < 0 ? [] : other.splice(index, 1);
      return told?.kind === "chat.send" ? told : null;
    },
    nextOther: () => other.shift() as (Effect & Record<string, unknown>) | undefined,
    buttonsOf: (dialogId: string): readonly Button[] => buttons.get(dialogId) ?? [],
  };
}
