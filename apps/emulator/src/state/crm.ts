/** Leads, deals, contacts, companies and what belongs to them. Collections are maps by the record's `id`. */
export type CrmState = Record<never, never>;

export function emptyCrm(): CrmState {
  return {};
}
