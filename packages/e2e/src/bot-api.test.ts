import {
  type B24Client,
  type BotApi,
  createB24Client,
  createBotApi,
  createFileTransport,
  createLocalBudget,
  createUndiciTransport,
  detectBotApi,
  downloadFile,
  uploadFile,
} from "@botdeck/b24-client";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { startEmulator } from "./system/emulator.ts";

const SCOPES = ["imbot", "im", "disk"];
const EMPLOYEE = "3";
const BOT_TOKEN = "demo-bot-token";
/** The limits are not what is tested here. */
const UNLIMITED = { limits: { requests: "off" } };

let portal: Awaited<ReturnType<typeof startEmulator>>;
let webhook: string;

beforeAll(async () => {
  portal = await startEmulator();
  await control("/faults", UNLIMITED, "PUT");
  ({ url: webhook } = await control<{ url: string }>("/webhooks", { userId: "1", scopes: SCOPES }));
  return async () => void (await portal.interrupt());
});

/** The emulator's own control API. */
async function control<Answer>(
  path: string,
  body?: unknown,
  method = body === undefined ? "GET" : "POST",
): Promise<Answer> {
  const response = await fetch(new URL(`/emulator/api${path}`, portal.url), {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer; // safe: both sides are in this repository
}

function connect(): { client: B24Client; reach: Parameters<typeof uploadFile>[0]["target"] } {
  const [transport, files] = [createUndiciTransport(), createFileTransport()];
  onTestFinished(async () => {
    await Promise.all([transport.close(), files.close()]);
  });
  const reach = { portal: { kind: "webhook", url: webhook } as const, budget: createLocalBudget() };
  return { client: createB24Client({ ...reach, transport }), reach: { ...reach, files } };
}

test("a portal with an old revision is told apart", async () => {
  expect((await detectBotApi(connect().client)).version).toBe("v2");
  await control("/faults", { ...UNLIMITED, portal: { isOldRevision: true } }, "PUT");
  onTestFinished(async () => void (await control("/faults", UNLIMITED, "PUT")));
  expect((await detectBotApi(connect().client)).version).toBe("v1");
});

describe.each(["v1", "v2"] as const)("the same bot by %s", (version) => {
  async function createBot() {
    const { client, reach } = connect();
    const api: BotApi = createBotApi(client, version);
    const registration = { code: `demo_${version}`, name: "Demo", type: "bot", botToken: BOT_TOKEN } as const;
    const events = { eventMode: "webhook", webhookUrl: `${portal.url}/nowhere` } as const;
    const register = () => api.register({ ...registration, ...events });
    const { bitrixBotId } = await register();
    const bot = { botId: bitrixBotId, botToken: BOT_TOKEN };
    const { id } = await control<{ id: string }>("/dialogs", { as: EMPLOYEE, botId: bitrixBotId });
    type Shown = { id: string; authorId: string; text: string; keyboard: { TEXT?: string }[] };
    const messages = () => control<Shown[]>(`/dialogs/${id}/messages?as=${EMPLOYEE}`);
    return { api, client, reach, register, bot, dialog: { ...bot, dialogId: EMPLOYEE }, messages };
  }

  test("is registered once and kept in step", async () => {
    const { api, register, bot } = await createBot();
    expect(await register()).toEqual({ bitrixBotId: bot.botId });
    const help = { name: "help", title: { en: "Help" } };
    const known = await api.syncCommands(bot, { commands: [help], handlerUrl: portal.url });
    const again = await api.syncCommands(bot, { commands: [help], handlerUrl: portal.url, known });
    expect(again).toEqual(known);
    expect(await api.syncCommands(bot, { commands: [], known })).toEqual({});
    await api.update(bot, { name: "Renamed" });
    expect(await api.list(bot)).toContainEqual(expect.objectContaining({ botId: bot.botId, name: "Renamed" }));
  });

  test("writes, changes and deletes what it wrote", async () => {
    const { api, bot, dialog, messages } = await createBot();
    const { messageId } = await api.sendMessage({
      ...dialog,
      text: "[b]Sure?[/b]",
      buttons: [[{ kind: "say", text: "Yes" }], [{ kind: "link", text: "Site", url: "https://demo.example/" }]],
      attach: { blocks: [{ kind: "message", text: "card" }] },
    });
    const shown = async () => (await messages()).find(({ id }) => id === messageId);
    expect(await shown()).toMatchObject({ authorId: bot.botId, text: "[b]Sure?[/b]", keyboard: { length: 3 } });
    await api.updateMessage({ ...bot, messageId, text: "Done", buttons: null });
    expect(await shown()).toMatchObject({ text: "Done", keyboard: [] });
    await api.react({ ...bot, messageId, reaction: "like", isSet: true });
    await api.react({ ...bot, messageId, reaction: "like", isSet: true });
    await api.deleteMessage({ ...bot, messageId, isComplete: true });
    expect(await shown()).toBeUndefined();
    await api.showTyping(dialog);
  });

  test("has a chat of its own", async () => {
    const { api, bot } = await createBot();
    // In v1 the token's person reads the chat, so they are in it.
    const { dialogId } = await api.createChat(bot, { title: "Team", userIds: [EMPLOYEE, "1"], color: "lightBlue" });
    const chat = { ...bot, dialogId };
    await api.addChatMembers({ ...chat, userIds: ["2"] });
    expect((await api.listChatMembers(chat)).toSorted()).toEqual(["1", "2", EMPLOYEE, bot.botId].toSorted());
    await api.updateChat(chat, { title: "Renamed" });
    expect(await api.getChat(chat)).toMatchObject({ dialogId, title: "Renamed" });
    await api.setChatManagers({ ...chat, userIds: ["2"], isManager: true });
    await api.removeChatMember({ ...chat, userId: "2" });
    await api.setChatOwner({ ...chat, userId: EMPLOYEE });
    await api.leaveChat(chat);
  });

  test("sends a file and gets it back, whole", async () => {
    const { api, client, reach, bot, dialog } = await createBot();
    const content = "Some words.\n".repeat(10_000);
    const open = async function* () {
      yield Buffer.from(content);
    };
    // In v1 the token's person sends it, so it goes to a chat that both are in.
    const { dialogId } = await api.createChat(bot, { title: "Files", userIds: ["1"] });
    const file = { name: "words.txt", sizeBytes: content.length, open };
    const sent = await uploadFile({ version, client, target: reach }, { ...dialog, dialogId, file, text: "See" });
    expect(sent.sentAs).toBe(version === "v2" ? "bot" : "user");
    const download = () =>
      downloadFile(
        { files: reach.files, portalOrigin: new URL(portal.url).origin },
        {
          askLink: (signal) => api.fileLink({ ...bot, fileId: sent.fileId }, { signal }),
          maxBytes: 1_000_000,
          allowedTypes: ["text/plain"],
          store: async (chunks) => {
            const read: Uint8Array[] = [];
            for await (const chunk of chunks) read.push(chunk);
            return Buffer.concat(read).toString();
          },
        },
      );
    expect(await download()).toBe(content);
    onTestFinished(async () => void (await control("/faults", UNLIMITED, "PUT")));
    await control("/faults", { ...UNLIMITED, downloads: { mode: "dead", times: 1 } }, "PUT");
    expect(await download()).toBe(content);
    await control("/faults", { ...UNLIMITED, downloads: { mode: "truncated", times: 1 } }, "PUT");
    await expect(download()).rejects.toMatchObject({ code: "unreachable" });
  });
});
