import type { AskStep, DialogDefinition, Reading, Slots } from "./dialog.ts";
import type { Said } from "./said.ts";

/** True when the answer was a button of the question. */
export const isPressed = ({ pressed }: Said): boolean => pressed !== null && pressed !== undefined;

/** What the words are worth as an answer to this question. */
export function readAnswer(
  dialog: DialogDefinition,
  slots: Slots,
  { slot: name }: AskStep,
  said: Said,
): Reading | undefined {
  const slot = dialog.slots[name];
  if (isPressed(said) && slot?.readsPressed !== true) return { kind: "value", value: said.pressed };
  return slot?.read(said, slots);
}

/**
 * True when an answer is beyond doubt: it was pressed, or no author's rule found another wish in it and, where any words will
 * do, these name the answer by themselves.
 */
export function isPlainAnswer(dialog: DialogDefinition, slots: Slots, { slot: name }: AskStep, said: Said): boolean {
  if (isPressed(said)) return true;
  const slot = dialog.slots[name];
  const isNamed = slot?.takesAnything !== true || slot.find?.(said, slots) !== undefined;
  return said.understood.provider !== "rule" && isNamed;
}

/** What the words hold of slots that are still empty. */
export function foundIn(dialog: DialogDefinition, said: Said, slots: Slots): Slots {
  const found: Record<string, unknown> = {};
  for (const [name, slot] of Object.entries(dialog.slots)) {
    if (slots[name] !== undefined) continue;
    const value = slot.find?.(said, slots);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** The slots as the words change them. Null unless they change what was told before, or tell what was not asked yet. */
export function correct(dialog: DialogDefinition, told: Slots, at: AskStep, said: Said): Slots | null {
  let slots = told;
  let isChanged = false;
  for (const [name, slot] of Object.entries(dialog.slots)) {
    if (name === at.slot) continue;
    const value = slot.find?.(said, slots);
    if (value === undefined || JSON.stringify(value) === JSON.stringify(slots[name])) continue;
    isChanged = true;
    slots = { ...without(slots, slot.decides ?? []), [name]: value };
  }
  // The same words may answer the open question as well.
  return isChanged ? { ...foundIn(dialog, said, slots), ...slots } : null;
}

/** True when the words tell a fact again that a slot holds. */
export const isKnown = (dialog: DialogDefinition, slots: Slots, said: Said): boolean =>
  Object.entries(dialog.slots).some(
    ([name, { expects, find }]) =>
      expects !== undefined &&
      slots[name] !== undefined &&
      JSON.stringify(find?.(said, {})) === JSON.stringify(slots[name]),
  );

export const isSame = (one: Slots, other: Slots): boolean => JSON.stringify(one) === JSON.stringify(other);

export const without = (slots: Slots, names: readonly string[]): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([name]) => !names.includes(name)));

export const defined = (slots: Slots): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
