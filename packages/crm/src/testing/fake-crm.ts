import { createB24Client, createLocalBudget } from "@botdeck/b24-client";
import { createFakePortal, type FakeMethod } from "@botdeck/b24-client/testing";

type Fields = Record<string, unknown>;
type MultiField = { typeId: string; valueType: string; value: string };
export type FakeItem = Fields & { id: number; fm: MultiField[] };

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
const [LEAD, CONTACT] = ["1", "3"];
const SOURCES = ["CALL", "WEB", "OTHER"].map((STATUS_ID) => ({ STATUS_ID }));

/** A portal with leads, contacts and timelines, and a client that calls it. */
export function createFakeCrm({
  sources = SOURCES,
  mode = 1,
}: { sources?: { STATUS_ID: string }[]; mode?: number } = {}) {
  const items: Record<string, FakeItem[]> = { [LEAD]: [], [CONTACT]: [] };
  const comments: { ENTITY_TYPE: string; ENTITY_ID: string; COMMENT: string }[] = [];
  let lastId = 40;
  /** Methods that the portal refuses, and with what. */
  const refusals: Record<string, string> = {};

  const put = (typeId: string, fields: Fields): FakeItem => {
    const item = { stageSemanticId: "P", contactId: 0, ...fields, id: ++lastId, fm: values(fields["fm"]) };
    items[typeId]?.push(item);
    return item;
  };
  const find = ({ entityTypeId, id }: Fields): FakeItem => {
    const found = items[String(entityTypeId)]?.find((item) => String(item.id) === String(id));
    if (found === undefined) throw { error: "NOT_FOUND", error_description: "No" };
    return found;
  };
  const methods: Record<string, FakeMethod> = {
    "crm.settings.mode.get": () => mode,
    "crm.status.list": () => sources,
    "crm.item.list": ({ entityTypeId, filter }) => {
      if (mode === 2 && entityTypeId === LEAD) throw { error: "ACCESS_DENIED", error_description: "No leads here" };
      const meets = (item: FakeItem) =>
        Object.entries(filter as Fields).every(([key, value]) =>
          key === "=imol" ? item.fm.some((one) => one.value === value) : item[key] === value,
        );
      return { items: (items[String(entityTypeId)] ?? []).filter(meets).toReversed() };
    },
    "crm.item.get": (params) => ({ item: find(params) }),
    "crm.item.add": ({ entityTypeId, fields }) => ({ item: put(String(entityTypeId), fields as Fields) }),
    "crm.item.update": (params) => {
      const item = find(params);
      const { fm, ...fields } = params["fields"] as Fields;
      Object.assign(item, fields, { fm: [...item.fm, ...values(fm)] });
      return { item };
    },
    "crm.duplicate.findbycomm": ({ values: phones }) => {
      const digits = Object.values(phones as object).map((phone) => String(phone).replaceAll(/\D/g, ""));
      const ids = (items[CONTACT] ?? [])
        .filter(({ fm }) => fm.some(({ value }) => digits.includes(value.replaceAll(/\D/g, ""))))
        .map(({ id }) => id);
      return ids.length === 0 ? [] : { CONTACT: ids };
    },
    "crm.timeline.comment.list": ({ filter }) => {
      const { ENTITY_TYPE, ENTITY_ID } = filter as Fields;
      if (ENTITY_ID === "") throw { error: "", error_description: "ENTITY_ID is not defined or invalid." };
      return comments
        .filter((one) => one.ENTITY_TYPE === ENTITY_TYPE && one.ENTITY_ID === String(ENTITY_ID))
        .toReversed();
    },
    "crm.timeline.comment.add": ({ fields }) => {
      const { ENTITY_TYPE, ENTITY_ID, COMMENT } = fields as Fields;
      return comments.push({
        ENTITY_TYPE: String(ENTITY_TYPE),
        ENTITY_ID: String(ENTITY_ID),
        COMMENT: String(COMMENT),
      });
    },
    "imopenlines.dialog.get": () => ({ entity_data_2: "LEAD|0|COMPANY|0|CONTACT|0|DEAL|0" }),
    "im.user.get": () => ({ id: 101, name: "Guest", phones: { personal_mobile: "4915112345678" } }),
  };
  const guarded = Object.fromEntries(
    Object.entries(methods).map(([name, method]): [string, FakeMethod] => [
      name,
      (params) => {
        const error = refusals[name];
        if (error !== undefined) throw { error, error_description: "No" };
        return method(params);
      },
    ]),
  );
  const portal = createFakePortal(guarded);
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
  return {
    client,
    requests: portal.requests,
    refusals,
    comments,
    leads: items[LEAD] ?? [],
    contacts: items[CONTACT] ?? [],
    addLead: (fields: Fields = {}) => put(LEAD, fields),
    addContact: (fields: Fields = {}) => put(CONTACT, fields),
  };
}

export const imol = (entityId: string): MultiField => ({
  typeId: "IM",
  valueType: "OPENLINE",
  value: `imol|${entityId}`,
});
export const phone = (value: string): MultiField => ({ typeId: "PHONE", valueType: "WORK", value });

/** A list, or a map of new values and ids. */
function values(fm: unknown): MultiField[] {
  return Object.values((fm ?? []) as Record<string, MultiField>);
}
