import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { startProcessGroup, waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { callJson } from "../../start/http.ts";

const READY = /^Emulator ready: (\S+)/;
const READY_TIMEOUT_MS = 120_000;
const DAY_MS = 86_400_000;
/** Of a real portal's plan. */
const LIMIT = "50/2";
const FIRST_NAMES = ["Anna", "Boris", "Clara", "Dmitri", "Emma", "Fyodor", "Greta", "Henrik", "Irina", "Jonas"];
const LAST_NAMES = ["Smirnova", "Petersen", "Kuznetsov", "Berg", "Orlova", "Lindqvist"];

const Called = z.object({ method: z.string(), inBatch: z.boolean().optional(), at: z.string() });
const Record = z.object({ calls: z.array(Called), next: z.number() });
const Message = z.object({
  id: z.string(),
  authorId: z.string(),
  text: z.string(),
  at: z.string(),
  editedAt: z.string().nullable(),
  keyboard: z.array(z.looseObject({ TEXT: z.string().optional() })),
  files: z.array(z.looseObject({ name: z.string() })),
});
export type ShownMessage = z.infer<typeof Message>;
const Messages = z.array(Message);
const People = z.array(z.object({ id: z.string(), role: z.string(), name: z.string() }));
const Dialog = z.object({ id: z.string(), chatId: z.string() });

/** Calls of REST methods, and the requests in which they came: a batch is one. */
export type Traffic = { calls: number; requests: number; methods: readonly string[] };

/** A portal of a company that sells, and its people at their chats. */
export type Office = BenchPortalApi & {
  /** Portal user ids of who sells. */
  sellers: readonly string[];
  /** A first and last name that a contact has. */
  clientName: string;
};

/** An emulated portal as its people use it. */
export type BenchPortalApi = {
  url: string;
  installApp(app: { clientId: string; clientSecret: string; gatewayUrl: string }): Promise<void>;
  /** The portal's ids of its bots, by their names. */
  bots(): Promise<ReadonlyMap<string, string>>;
  openDialog(as: string, botId: string): Promise<string>;
  /** A group chat with a bot. @returns Its dialog id. */
  openGroup(as: string, botId: string, title: string): Promise<string>;
  write(as: string, dialogId: string, text: string): Promise<void>;
  press(as: string, messageId: string, index: number): Promise<void>;
  messages(as: string, dialogId: string): Promise<readonly ShownMessage[]>;
  /** Where the record of calls stands now. */
  mark(): Promise<number>;
  /** What came since then. */
  trafficSince(mark: number): Promise<Traffic>;
  stop(): Promise<void>;
};

const SCOPES =
  "imbot im crm task user disk department telephony imopenlines catalog sale calendar lists bizproc sonet_group".split(
    " ",
  );

/** @throws AppError `unreachable` when the portal does not start. */
export async function openOffice(options: {
  folder: string;
  name: string;
  people: number;
  deals: number;
  months: number;
}): Promise<Office> {
  const [first = "", last = ""] = [FIRST_NAMES[3], LAST_NAMES[3]];
  const portal = await openPortal({ ...options, seed: seedOf(options) });
  return {
    ...portal,
    sellers: Array.from({ length: options.people - 1 }, (_, index) => String(index + 2)),
    clientName: `${first} ${last}`,
  };
}

/** @throws AppError `unreachable` when the portal does not start. */
export async function openPortal(options: { folder: string; name: string; seed: object }): Promise<BenchPortalApi> {
  const seedFile = join(options.folder, `${options.name}.json`);
  writeFileSync(seedFile, JSON.stringify(options.seed));
  let origin: string | null = null;
  const lines: string[] = [];
  const script = join(import.meta.dirname, "../../../apps/emulator/src/main.ts");
  const args = [script, "--port", "0", "--seed", seedFile, "--limit", LIMIT];
  const group = await startProcessGroup({ file: process.execPath, args }, (line) => {
    lines.push(line);
    origin ??= READY.exec(line)?.[1] ?? null;
  });
  const gone = new AbortController();
  void group.exited.then(() => gone.abort());
  await waitUntil(async () => origin !== null, { timeoutMs: READY_TIMEOUT_MS, everyMs: 50, signal: gone.signal });
  if (origin === null) {
    await group.stop();
    throw new AppError("unreachable", `The emulated portal did not start:\n${lines.slice(-10).join("\n")}`);
  }
  const url = String(origin);
  const api = `${url}/emulator/api`;
  return {
    url,
    installApp: async ({ gatewayUrl, ...app }) => {
      const handlers = { handlerUrl: `${gatewayUrl}/bitrix/install`, redirectUrl: `${gatewayUrl}/bitrix/app` };
      await callJson(`${api}/apps`, { name: "Botdeck", ...app, ...handlers, scopes: SCOPES });
    },
    async bots() {
      const people = People.parse(await callJson(`${api}/people`));
      return new Map(people.flatMap(({ role, name, id }) => (role === "bot" ? [[name, id] as const] : [])));
    },
    openDialog: async (as, botId) => Dialog.parse(await callJson(`${api}/dialogs`, { as, botId })).id,
    openGroup: async (as, botId, title) =>
      `chat${Dialog.parse(await callJson(`${api}/dialogs`, { as, title, memberIds: [botId] })).chatId}`,
    write: async (as, dialogId, text) => void (await callJson(`${api}/dialogs/${dialogId}/messages`, { as, text })),
    press: async (as, messageId, index) => void (await callJson(`${api}/messages/${messageId}/press`, { as, index })),
    messages: async (as, dialogId) => Messages.parse(await callJson(`${api}/dialogs/${dialogId}/messages?as=${as}`)),
    mark: async () => Record.parse(await callJson(`${api}/record?since=999999999`)).next,
    async trafficSince(mark) {
      const { calls } = Record.parse(await callJson(`${api}/record?since=${mark}`));
      const methods = calls.filter(({ method }) => method !== "batch").map(({ method }) => method);
      return {
        methods,
        calls: methods.length,
        requests: calls.filter(({ inBatch }) => inBatch !== true).length,
      };
    },
    stop: async () => void (await group.stop()),
  };
}

function seedOf({ people, deals, months }: { people: number; deals: number; months: number }): object {
  const [first = "", ...firstNames] = FIRST_NAMES;
  const manager = { firstName: first, lastName: "(manager)", role: "manager", language: "en" };
  const employees = Array.from({ length: people - 1 }, (_, index) => ({
    firstName: firstNames[index % firstNames.length],
    lastName: `Seller${index + 1}`,
    role: "employee",
    language: "en",
  }));
  const owners = employees.map((_, index) => index + 2);
  const contacts = FIRST_NAMES.flatMap((NAME, one) =>
    LAST_NAMES.map((LAST_NAME, other) => ({
      NAME,
      LAST_NAME,
      OPENED: "Y",
      PHONE: [{ VALUE: `+1202555${String(1000 + one * 10 + other)}`, VALUE_TYPE: "WORK" }],
    })),
  );
  const tasks = owners.flatMap((RESPONSIBLE_ID) =>
    [-3, -1, 0.01].map((days, index) => ({
      TITLE: `Task ${index + 1} of ${RESPONSIBLE_ID}`,
      RESPONSIBLE_ID,
      CREATED_BY: RESPONSIBLE_ID,
      DEADLINE: new Date(Date.now() + days * DAY_MS).toISOString(),
    })),
  );
  return {
    people: [manager, ...employees],
    contacts,
    tasks,
    sales: { deals, months, owners, currencies: ["RUB", "USD"] },
  };
}
