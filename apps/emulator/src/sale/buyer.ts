import { addRecord } from "../crm/add-record.ts";
import { CONTACT } from "../crm/entity-kind.ts";
import { profileOf } from "../people/profiles.ts";
import type { Portal } from "../portal.ts";
import type { Person } from "../state/model.ts";
import { nextId } from "../state/state.ts";

type Row = Record<string, unknown>;

/** The CRM's contact of who buys, made with their first order; nobody's for an order without a buyer. */
export function clientsOf(portal: Portal, buyer: Person | undefined, userId: number): Row[] {
  if (buyer === undefined) return [];
  const { state } = portal;
  const isBuyer = (contact: { name: string | null; lastName: string | null }): boolean =>
    contact.name === buyer.firstName && (contact.lastName ?? "") === buyer.lastName;
  const contact =
    [...state.contacts.values()].find(isBuyer) ??
    addRecord(portal, CONTACT, { name: buyer.firstName, lastName: buyer.lastName }, userId);
  const id = nextId(state, "orderClient");
  return [{ id, entityTypeId: CONTACT.entityTypeId, entityId: contact.id, isPrimary: "Y", roleId: 0, sort: 0 }];
}

/** The properties every new portal asks a buyer for, as far as the portal knows them. */
export function propertyValuesOf({ state }: Portal, buyer: Person | undefined): Row[] {
  const profile = buyer === undefined ? null : profileOf(state, buyer);
  const isRussian = [...state.people.values()][0]?.language === "ru";
  const name = buyer === undefined ? null : `${buyer.firstName} ${buyer.lastName}`.trim();
  const rows = [
    { code: "FIO", name: isRussian ? "Имя Фамилия" : "Full name", value: name },
    { code: "EMAIL", name: "E-Mail", value: profile?.email ?? null },
    { code: "PHONE", name: isRussian ? "Телефон" : "Phone", value: profile?.personalMobile ?? null },
    { code: "ADDRESS", name: isRussian ? "Адрес доставки" : "Delivery address", value: null },
  ];
  return rows.map((row, index) => ({
    ...row,
    id: nextId(state, "orderPropertyValue"),
    orderPropsId: index + 1,
    orderPropsXmlId: null,
  }));
}
