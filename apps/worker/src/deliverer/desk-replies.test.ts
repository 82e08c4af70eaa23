import { createB24Client, createBotApi, createLocalBudget, createUndiciTransport } from "@botdeck/b24-client";
import { storeBot } from "@botdeck/bots";
import { outboxEffect } from "@botdeck/db";
import { close, passOn, type PassTarget } from "@botdeck/desk";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { sitAtDesk } from "../testing/at-the-desk.ts";
import { startEmulator } from "../testing/start-emulator.ts";
import { webhookCarriers } from "../testing/webhook-carriers.ts";
import { createWorld, type World } from "../testing/world.ts";

/** People of the demo portal: who runs it, an operator of its open line. */
const [MANAGER, OPERATOR] = ["1", "2"];
const SCOPES = ["imbot", "imopenlines", "im"];
const BOT_TOKEN = "token";

const transport = createUndiciTransport();
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let clientId: string;
beforeAll(async () => {
  emulator = await startEmulator();
  const people = await emulator.control<{ id: string; role: string }[]>("/people");
  clientId = people.find(({ role }) => role === "client")?.id ?? "";
});
afterAll(async () => {
  await emulator.stop();
  await transport.close();
});

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

type Dialog = { id: string; chatId: string; lineOwner: string | null; operatorId: string | null };
type Shown = { text: string; authorId: string };

const clientOf = async (userId: string) => {
  const { url } = await emulator.control<{ url: string }>("/webhooks", { userId, scopes: SCOPES });
  return { url, client: createB24Client({ portal: { kind: "webhook", url }, transport, budget: createLocalBudget() }) };
};

/** The dialog as the portal has it. */
const latestOf = async (id: string) =>
  (await emulator.control<Dialog[]>(`/dialogs?as=${MANAGER}`)).find((one) => one.id === id);

/** A client who talks with the bot in an open line of the emulated portal, and the carriers that reach it. */
async function setup() {
  const { url, client } = await clientOf(MANAGER);
  const code = `desk-${crypto.randomUUID().slice(0, 8)}`;
  const api = createBotApi(client, "v2");
  const bot = { code, name: "The bot", type: "openline" as const, botToken: BOT_TOKEN, eventMode: "fetch" as const };
  const { bitrixBotId } = await api.register(bot);
  await world.portals.markRegistered(world.bot.id, bitrixBotId, "v2");
  const portal = await world.portals.keepWebhook({ domain: "portal.example", url });
  const { id, chatId: CHAT_ID } = await emulator.control<Dialog>("/dialogs", { as: clientId });
  // The client's next message begins a session with the line's bot, which is the one that was registered last.
  const finish = { as: MANAGER, method: "imopenlines.operator.another.finish", params: { CHAT_ID } };
  if ((await latestOf(id))?.lineOwner != null) await emulator.control("/act", finish);
  await emulator.control(`/dialogs/${id}/messages`, { as: clientId, text: "where is my order?" });
  const shown = () => latestOf(id);
  const dialog = await shown();
  const chatId = dialog?.chatId ?? "";
  await world.write("where is my order?", {
    in: { id, chatId, type: "open_line", title: "", entityId: `livechat|1|${chatId}|5` },
  });
  await world.runAll();
  const said = async () =>
    (await emulator.control<Shown[]>(`/dialogs/${id}/messages?as=${clientId}`)).map(({ text, authorId }) => ({
      text,
      authorId,
    }));
  const carriers = webhookCarriers(world, transport, () => async (_portal, userId) => ({
    client: (await clientOf(userId)).client,
    by: "grant",
  }));
  const deliver = async () => {
    await world.db.update(outboxEffect).set({ runAt: sql`now()`, portalId: portal.id });
    await world.deliverAll(carriers);
  };
  return { id, bitrixBotId, shown, said, deliver };
}

const latest = <Value>(values: readonly Value[]) => values.at(-1);

test("while the bot is in the session it carries what somebody at the console writes, as they wrote it", async () => {
  const { id, bitrixBotId, said, deliver, shown } = await setup();
  const olga = await sitAtDesk(world);
  await olga.takeOver(id);
  await olga.reply("Hello, [b]Olga[/b] here", id);
  await deliver();
  expect(latest(await said())).toEqual({ text: "Hello, [\u200bb]Olga[\u200b/b] here", authorId: bitrixBotId });
  expect(await shown()).toMatchObject({ lineOwner: "bot" });
  expect((await world.messages()).at(-1)).toMatchObject({ author: "operator", portalMessageId: expect.any(String) });
});

test("when people have the dialog on the portal, who proved to be one of them takes it there and writes as themselves", async () => {
  const { id, said, deliver, shown } = await setup();
  const olga = await sitAtDesk(world);
  await olga.on(id, (seen) => (tx) => passOn(tx, olga.by, { ...seen, to: { kind: "queue" }, reason: null }));
  await deliver();
  expect(await shown()).toMatchObject({ lineOwner: "queue" });

  const stranger = await sitAtDesk(world, { name: "Nobody" });
  await expect(stranger.takeOver(id)).rejects.toMatchObject({ code: "conflict", context: { why: "not_linked" } });

  const lena = await sitAtDesk(world, { name: "Lena", isLead: true });
  await lena.link(OPERATOR);
  await lena.takeOver(id);
  await lena.reply("Lena is here", id);
  await lena.reply("and looks", id);
  await deliver();

  expect((await said()).slice(-2)).toEqual([
    { text: "Lena is here", authorId: OPERATOR },
    { text: "and looks", authorId: OPERATOR },
  ]);
  expect(await shown()).toMatchObject({ lineOwner: "operator", operatorId: OPERATOR });
  expect(await world.conversation(id)).toMatchObject({ owner: `operator:${OPERATOR}` });
  await expect(lena.giveBack(null, id)).rejects.toMatchObject({ code: "conflict" });

  await lena.on(id, (seen) => (tx) => close(tx, lena.by, { ...seen, reason: null }));
  await deliver();
  expect(await shown()).toMatchObject({ lineOwner: "closed" });
  expect((await world.effects()).every(({ status }) => status === "sent" || status === "cancelled")).toBe(true);
});

test.each([
  ["one operator", { kind: "person", id: OPERATOR }, { lineOwner: "queue", operatorId: OPERATOR }],
  ["the queue of a line", { kind: "line", id: "1" }, { lineOwner: "queue" }],
] as const satisfies (readonly [string, PassTarget, object])[])(
  "the bot gives a client of the console to %s",
  async (_name, to, expected) => {
    const { id, deliver, shown } = await setup();
    const olga = await sitAtDesk(world);
    await olga.takeOver(id);
    await olga.on(id, (seen) => (tx) => passOn(tx, olga.by, { ...seen, to, reason: "knows returns" }));
    await deliver();
    expect(await shown()).toMatchObject(expected);
  },
);

test("the bot closes the session of a client whom nobody else has", async () => {
  const { id, deliver, shown } = await setup();
  const olga = await sitAtDesk(world);
  await olga.takeOver(id);
  const closed = await olga.on(id, (seen) => (tx) => close(tx, olga.by, { ...seen, reason: null }));
  await deliver();
  expect(closed).toEqual({ where: "everywhere" });
  expect(await shown()).toMatchObject({ lineOwner: "closed" });
  expect(await world.conversation(id)).toMatchObject({ owner: "closed" });
});

test("a client who begins anew after the answer to the end of their session was lost keeps the new session", async () => {
  const { id, deliver, shown } = await setup();
  const olga = await sitAtDesk(world);
  await olga.takeOver(id);
  await olga.on(id, (seen) => (tx) => close(tx, olga.by, { ...seen, reason: null }));
  await deliver();
  expect(await shown()).toMatchObject({ lineOwner: "closed" });
  // As after a lost answer; what the client writes next is not with us yet.
  await world.db.update(outboxEffect).set({ status: "uncertain" }).where(eq(outboxEffect.kind, "chat.finish"));
  await emulator.control(`/dialogs/${id}/messages`, { as: clientId, text: "one more thing" });

  await deliver();

  expect(await shown()).toMatchObject({ lineOwner: "bot" });
  expect((await world.effects()).at(-1)).toMatchObject({ kind: "chat.finish", status: "sent" });
});
