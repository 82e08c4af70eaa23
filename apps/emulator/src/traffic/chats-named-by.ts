import { bindingsOf } from "../chat/crm-bindings.ts";
import type { CrmBinding } from "../state/model.ts";
import type { State } from "../state/state.ts";

/** A chat by its dialog id, alone or inside a text such as a task's description. */
const DIALOG = /\bchat(\d+)\b/g;
/** An open line chat by its address: `livechat|1|12|34`, with or without `imol|` before it. */
const ADDRESS = /\b[\w.-]+\|\d+\|[^|"\\\s]+\|\d+/g;

const LEAD_TYPE = "1";
const CONTACT_TYPE = "3";
const CRM_OF: Record<string, CrmBinding["type"]> = {
  lead: "LEAD",
  contact: "CONTACT",
  [LEAD_TYPE]: "LEAD",
  [CONTACT_TYPE]: "CONTACT",
};

/** The chats that a REST request is about, as far as what it says leads there. */
export function chatsNamedBy(state: State, method: string, params: unknown): Set<number> {
  const found = new Set<number>();
  for (const [name, given] of callsOf(method, params)) {
    const text = JSON.stringify(given) ?? "";
    for (const [, id] of text.matchAll(DIALOG)) found.add(Number(id));
    for (const [address] of text.matchAll(ADDRESS)) addByAddress(state, address, found);
    const values = leavesOf(given);
    for (const [key, value] of values) addByKey(state, key, value, found);
    addByCrm(state, name, values, found);
  }
  for (const id of found) if (!state.chats.has(id)) found.delete(id);
  return found;
}

/** The calls in a request: itself, or the commands of a batch. */
function callsOf(method: string, params: unknown): [method: string, params: unknown][] {
  if (method.toLowerCase() !== "batch") return [[method, params]];
  const given = typeof params === "object" && params !== null && "cmd" in params ? params.cmd : params;
  return Object.values(given ?? {}).map((command): [string, unknown] => {
    if (typeof command !== "string") return ["", command];
    const [name = "", query = ""] = command.split("?", 2);
    return [name, Object.fromEntries(new URLSearchParams(query))];
  });
}

/** Every single value with the name it stands under, without the names around it: `fields[chatId]` is `chatid`. */
function leavesOf(value: unknown, key = ""): [key: string, value: string][] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, /^\d+$/.test(name) ? key : name));
  }
  const last = /([^[\]]+)\]?$/.exec(key)?.[1] ?? key;
  return [[last.toLowerCase().replaceAll("_", ""), String(value)]];
}

function addByAddress(state: State, address: string, found: Set<number>): void {
  for (const chat of state.chats.values()) {
    if (chat.entityId !== "" && address.endsWith(chat.entityId)) found.add(chat.id);
  }
}

function addByKey(state: State, key: string, value: string, found: Set<number>): void {
  const number = Number(value);
  if (!Number.isInteger(number) || number <= 0) return;
  if (key === "chatid") found.add(number);
  const chatId =
    key === "messageid"
      ? state.messages.get(number)?.chatId
      : key === "fileid" || key === "diskid"
        ? state.files.get(number)?.chatId
        : key === "sessionid"
          ? state.sessions.get(number)?.chatId
          : undefined;
  if (chatId !== undefined) found.add(chatId);
}

/** A lead or contact leads to the dialog that it is bound to. */
function addByCrm(state: State, method: string, values: [key: string, value: string][], found: Set<number>): void {
  const valueOf = (...keys: string[]): string | undefined => values.find(([key]) => keys.includes(key))?.[1];
  const [, area = "", kind = ""] = /^(crm)\.([a-z]+)/i.exec(method) ?? [];
  if (area === "") return;
  const type =
    CRM_OF[kind.toLowerCase()] ?? CRM_OF[(valueOf("entitytypeid", "ownertypeid", "entitytype") ?? "").toLowerCase()];
  const id = Number(valueOf("id", "entityid", "ownerid"));
  if (type === undefined || !(id > 0)) return;
  for (const chat of state.chats.values()) {
    if (chat.kind !== "open_line") continue;
    const isBound = bindingsOf(state, chat).some((one) => one.type === type && one.id === id);
    if (isBound) found.add(chat.id);
  }
}
