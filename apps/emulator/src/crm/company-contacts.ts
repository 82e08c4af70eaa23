import type { Binding, CrmRecord } from "../state/crm.ts";
import type { State } from "../state/state.ts";
import { CONTACT, recordsOf } from "./entity-kind.ts";

/** The contacts of a company. Contacts keep their companies, so a company's contacts are found from there. */
export function contactsOfCompany(state: State, company: CrmRecord): Binding[] {
  const ties = [...recordsOf(state, CONTACT)].flatMap((contact) => {
    const tie = contact.companies.find(({ id }) => id === company.id);
    return tie === undefined ? [] : [{ id: contact.id, sort: tie.sort, isPrimary: false }];
  });
  return withOnePrimary(ties.toSorted((one, other) => one.sort - other.sort));
}

/** Makes these the contacts of a company; others that were are no more. */
export function setContactsOfCompany(state: State, company: CrmRecord, bindings: readonly Binding[]): void {
  for (const contact of recordsOf(state, CONTACT)) {
    const wanted = bindings.find(({ id }) => id === contact.id);
    const others = contact.companies.filter(({ id }) => id !== company.id);
    if (wanted === undefined && others.length === contact.companies.length) continue;
    const own = wanted === undefined ? [] : [{ id: company.id, sort: wanted.sort, isPrimary: others.length === 0 }];
    contact.companies = withOnePrimary([...others, ...own]);
  }
}

/** Exactly one of the ties is primary: the wanted one, the one that was, or the first. */
export function withOnePrimary(ties: Binding[], wanted: number | null = null): Binding[] {
  const primary = wanted ?? (ties.find(({ isPrimary }) => isPrimary) ?? ties[0])?.id;
  return ties.map((tie) => ({ ...tie, isPrimary: tie.id === primary }));
}
