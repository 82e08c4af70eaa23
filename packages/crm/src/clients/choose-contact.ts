import type { ClientRecord } from "./client-card.ts";
import type { CrmItem } from "./crm-item.ts";
import type { Namesake, Standing } from "./read-standing.ts";

/** Who the client is among the contacts. */
export type ChosenContact =
  /** Nobody has the phone: make one. */
  | { kind: "new" }
  /** The card is null when it cannot be read. */
  | { kind: "known"; id: string; card: CrmItem | null }
  /** Nothing tells. */
  | { kind: "none" };

/**
 * The contact of a client's lead: the one that is linked already or carries the dialog, else the only one with the phone.
 * Of several it is nobody's guess.
 */
export function chooseContact({ phone }: ClientRecord, { card, contact, namesakes }: Standing): ChosenContact {
  if (card !== null && card.contactId !== null) {
    return { kind: "known", id: card.contactId, card: contact?.id === card.contactId ? contact : null };
  }
  if (contact !== null) return { kind: "known", id: contact.id, card: contact };
  if (phone === null || namesakes === null) return { kind: "none" };
  const [first, ...others] = namesakes;
  if (first === undefined) return { kind: "new" };
  return others.length === 0 ? { kind: "known", ...first } : { kind: "none" };
}

/** The contacts with the phone, but for the client's own. */
export function othersWithPhone({ facts, card, namesakes }: Standing, chosen: ChosenContact): readonly Namesake[] {
  const ownId = facts.isSimple ? card?.id : chosen.kind === "known" ? chosen.id : undefined;
  return (namesakes ?? []).filter(({ id }) => id !== ownId);
}
