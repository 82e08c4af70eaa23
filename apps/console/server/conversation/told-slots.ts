import type { DialogDefinition, Slots } from "@botdeck/dialog/dialogs";

/** What a person told in a dialog, or what was found by it. Texts may be days, `YYYY-MM-DD`. */
export type ToldSlot = { name: string } & ({ text: string } | { isYes: boolean } | { count: number });

/** Slots of the machinery's own. */
const OWN: ReadonlySet<string> = new Set(["today", "card", "isUnknown", "isInHand", "hasName"]);
const MOST_LETTERS = 200;

/** The slots of a dialog in the order of its definition, as far as they are worth a person's look. */
export function toldSlots(slots: Slots, dialog: DialogDefinition | null): ToldSlot[] {
  const asked = Object.keys(dialog?.slots ?? {});
  const names = [...new Set([...asked, ...Object.keys(slots)])].filter((name) => !OWN.has(name));
  return names.flatMap((name): ToldSlot[] => {
    const value = slots[name];
    // A mere yes or no that nobody was asked for is the machinery's.
    if (typeof value === "boolean") return dialog === null || asked.includes(name) ? [{ name, isYes: value }] : [];
    if (Array.isArray(value)) return value.length === 0 ? [] : [{ name, count: value.length }];
    const text = textOf(value);
    return text === "" ? [] : [{ name, text: text.slice(0, MOST_LETTERS) }];
  });
}

/** Things that were looked up are called by their number or name. */
function textOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return "";
  const { number, name } = value as { number?: unknown; name?: unknown };
  return ([number, name].find((each) => typeof each === "string") as string | undefined) ?? "";
}
