/** Bitrix24 docs: crm/data-types, entityTypeId */
export const LEAD = 1;
export const CONTACT = 3;

/** What of a lead or contact is needed here. */
export type CrmItem = {
  id: string;
  title: string;
  /** First and last name together; empty when the card names nobody. */
  name: string;
  /** Of a lead: the contact that it is linked to. */
  contactId: string | null;
  comments: string;
  /** Of a lead: it is neither converted nor thrown away. */
  isOpen: boolean;
  phones: readonly string[];
  /** Addresses in the open lines: `imol|livechat|1|67|21`. */
  openLines: readonly string[];
};

type Fields = Readonly<Record<string, unknown>>;

/** An item as `crm.item.*` answers it; null for what is none. Bitrix24 docs: crm.item.get */
export function readItem(value: unknown): CrmItem | null {
  if (!isFields(value)) return null;
  const id = text(value["id"]);
  if (id === "" || id === "0") return null;
  const contactId = text(value["contactId"]);
  const multiFields = isFields(value["fm"]) ? Object.values(value["fm"]).filter(isFields) : [];
  const valuesOf = (typeId: string) =>
    multiFields.flatMap((one) => (one["typeId"] === typeId && typeof one["value"] === "string" ? [one["value"]] : []));
  return {
    id,
    title: text(value["title"]),
    name: [value["name"], value["lastName"]].map(text).filter(Boolean).join(" "),
    contactId: contactId === "" || contactId === "0" ? null : contactId,
    comments: text(value["comments"]),
    isOpen: value["stageSemanticId"] === "P",
    phones: valuesOf("PHONE"),
    openLines: valuesOf("IM").filter((address) => address.startsWith("imol|")),
  };
}

/** The items of a list, in its order. */
export function readItems(values: readonly unknown[] | null | undefined): CrmItem[] {
  return (values ?? []).map(readItem).filter((item) => item !== null);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
