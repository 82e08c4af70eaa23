import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import { storeBot } from "@botdeck/bots";
import type { Effect } from "@botdeck/core";
import {
  createEventTokens,
  createOAuthTokens,
  ensureConversation,
  INSTALLER,
  keepFile,
  outboxEffect,
  putEffects,
} from "@botdeck/db";
import { createActAs, createPortalClients } from "@botdeck/portal-clients";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createKnownRows } from "../known-rows.ts";
import { createWorld, textsOf, type World } from "../testing/world.ts";
import { createPortalCarriers } from "./portal-carriers.ts";

const ANNA = "27";
const APP = { clientId: "app.demo", clientSecret: "demo-secret" };

let world: World;
let portalId: string;
let botId: string;
beforeEach(async () => {
  world = await createWorld(storeBot);
  const { db, box, portals } = world;
  const portal = await portals.keepInstall({
    memberId: "member",
    domain: "app.portal.example",
    clientEndpoint: "https://app.portal.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken: "application",
  });
  const bot = await portals.ensureBot({
    portalId: portal.id,
    code: storeBot.code,
    name: "The bot",
    eventMode: "webhook",
    newBotToken: null,
  });
  await portals.markRegistered(bot.id, "7002");
  for (const userId of [INSTALLER, ANNA]) {
    const expiresAt = new Date(Date.now() + 3_600_000);
    const token = { accessToken: `token of ${userId}`, refreshToken: `refresh of ${userId}`, expiresAt };
    await createOAuthTokens(db, box).put(portal.id, userId, token);
  }
  [portalId, botId] = [portal.id, bot.id];
});
afterEach(() => world.close());

/** Who was asked for their permission. */
const asked = new Set<string>();

/** Puts an effect and delivers it to a portal that answers by script; a doubt is settled as soon as it may be. */
async function deliver(effect: Effect, ...script: Reply[]) {
  const { db, box, portals } = world;
  await putEffects(db, [{ key: "effect", portalId, botId, conversationId: null, lane: "A", effect }]);
  const { transport, calls } = createScriptedTransport(script);
  const tokens = createOAuthTokens(db, box);
  const deps = { db, portals, tokens, eventTokens: createEventTokens(db, box), transport, app: APP };
  const clients = createPortalClients(deps);
  const carriers = createPortalCarriers({
    db,
    known: createKnownRows(portals),
    portals,
    clients,
    actAs: createActAs({ ...deps, clients }),
    onReauth: ({ userId }) => asked.add(userId),
    rules: world.deps.notifying.rules,
  });
  // More tries than replies: what is tried once more has nothing to be answered with.
  for (let tries = 0; tries <= script.length; tries++) {
    await db.update(outboxEffect).set({ runAt: sql`now()` });
    await world.deliverOnce(carriers);
  }
  return calls.map(({ method, params }) => ({ method, params: params as Record<string, unknown> | null }));
}

const done = (result: unknown): Reply => ({ body: { result } });
const LOST: Reply = { status: 502, body: "<html>" };
const tokensOf = (calls: Awaited<ReturnType<typeof deliver>>) => calls.map(({ params }) => params?.["auth"]);

const complete = { kind: "task.change", taskId: "9", change: { kind: "complete" }, byId: ANNA } as const;
const words = { kind: "comment", text: "It is done" } as const;
const todo = {
  kind: "activity.add",
  ownerType: "deal",
  ownerId: "12",
  title: "Call back",
  deadlineAt: "2026-05-20T12:00:00+03:00",
  byId: ANNA,
} as const;
const call = { kind: "call.start", phone: "+12025550101", byId: ANNA } as const;

test("a task is changed with the rights of the person, or with the app's own", async () => {
  const calls = await deliver(complete, done({ task: { id: "9" } }));
  expect(calls).toMatchObject([{ method: "tasks.task.complete", params: { taskId: "9" } }]);
  expect(tokensOf(calls)).toEqual(["token of 27"]);
  expect(await world.effects()).toMatchObject([{ status: "sent" }]);

  await world.db.delete(outboxEffect);
  expect(tokensOf(await deliver({ ...complete, byId: null }, done({ task: { id: "9" } })))).toEqual([
    `token of ${INSTALLER}`,
  ]);
});

test("nobody else's rights stand in for those of a person who gave none: they are asked, and the change waits", async () => {
  expect(await deliver({ ...complete, byId: "28" })).toEqual([]);
  expect(await world.effects()).toMatchObject([{ status: "ready", lastError: expect.stringMatching(/rights first/) }]);
  expect([...asked]).toEqual(["28"]);
});

test("a change whose answer was lost is made again; words are looked for first", async () => {
  expect(await deliver(complete, LOST, done({ task: { id: "9" } }))).toHaveLength(2);
  expect(await world.effects()).toMatchObject([{ status: "sent" }]);

  await world.db.delete(outboxEffect);
  const date = new Date().toISOString();
  const calls = await deliver(
    { ...complete, change: words },
    LOST,
    done({ task: { id: "9", chatId: "31" } }),
    done({ ID: ANNA, ADMIN: false }),
    done({ chat_id: 31, users: [], messages: [{ id: 71, author_id: 27, date, text: "It is done" }] }),
  );
  expect(calls.filter(({ method }) => method === "task.commentitem.add")).toHaveLength(1);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "71" }]);
});

const NOT_ALLOWED: Reply = {
  status: 400,
  body: { error: "1048582", error_description: "Action on the task is not allowed" },
};

test("what the portal refuses a person is told to them once, in private and in their language", async () => {
  const moved = { kind: "deadline", at: "2026-05-20T12:00:00+03:00" } as const;
  const later: Effect = { kind: "task.change", taskId: "9", change: moved, byId: ANNA, title: "Call [b]back" };
  const open = done({ task: { id: "9", status: "2", deadline: null } });
  const dialog = { id: ANNA, chatId: null, type: "private", title: "Anna", entityId: null } as const;
  const person = { id: ANNA, name: "Anna" };
  await world.db.transaction((tx) => ensureConversation(tx, { portalId, botId, dialog, person, language: "ru" }));
  await deliver(later, NOT_ALLOWED, open, done({ id: 5001 }));
  const isLetter = eq(outboxEffect.status, "dead");
  await world.db.update(outboxEffect).set({ status: "ready", settledAt: null }).where(isLetter);
  await deliver(later, NOT_ALLOWED, open);

  const told = (await world.effects()).filter(({ kind }) => kind === "chat.send");
  const text = expect.stringMatching(
    /^Не удалось перенести срок задачи «Call .*back»\. Причина: «Action on the task is not allowed»/,
  );
  expect(told).toMatchObject([{ body: { dialogId: ANNA, text } }]);
  expect((await world.messages()).at(-1)).toMatchObject({ author: "bot", authorName: "The bot", text });
});

test("who asked for what is left in doubt is sent to look, and what the app did for nobody is told to nobody", async () => {
  await deliver(call, lines({ sip1: "Office", reg1: "SIP" }, []), LOST);
  expect(textsOf(await world.effects())).toEqual([
    expect.stringMatching(/cannot tell whether I managed to call \+1202/),
  ]);

  await world.db.delete(outboxEffect);
  await deliver({ ...complete, byId: null }, NOT_ALLOWED, done({ task: { id: "9", status: "2" } }));
  expect(await world.effects()).toMatchObject([{ kind: "task.change", status: "dead" }]);
});

test("a thing to do is made for the person, and found again when its answer was lost", async () => {
  const CREATED = new Date().toISOString();
  const row = { ID: "40", SUBJECT: "Call back", DEADLINE: "2026-05-20T09:00:00Z", CREATED, RESPONSIBLE_ID: ANNA };
  const calls = await deliver(todo, LOST, done([{ ...row, ID: "41", SUBJECT: "Another" }, row]));
  expect(calls).toMatchObject([
    { method: "crm.activity.todo.add", params: { ownerTypeId: 2, ownerId: "12", responsibleId: ANNA } },
    { method: "crm.activity.list" },
  ]);
  expect(tokensOf(calls)).toEqual(["token of 27", "token of 27"]);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "40" }]);
});

const lines = (own: object, external: object[]): Reply => done({ result: { outgoing: "reg1", lines: own, external } });

test("a call is the person's own, by the line that an administrator sees; in doubt it does not ring twice", async () => {
  const calls = await deliver(call, lines({ sip1: "Office", reg1: "SIP" }, []), LOST);
  expect(calls.slice(0, 2)).toMatchObject([
    { method: "batch" },
    { method: "voximplant.callback.start", params: { FROM_LINE: "reg1", TO_NUMBER: "+12025550101" } },
  ]);
  expect(tokensOf(calls.slice(0, 2))).toEqual([`token of ${INSTALLER}`, "token of 27"]);
  expect((await world.effects())[0]).toMatchObject({
    status: "dead",
    lastError: expect.stringMatching(/look at the portal/),
  });
});

test("a call by an application's line is registered once, however often it is tried", async () => {
  const registered = done({ CALL_ID: "externalCall.1" });
  const calls = await deliver(call, lines([], [{ NUMBER: "74951234567" }]), LOST, registered);
  expect(calls.slice(1).map(({ params }) => params?.["EXTERNAL_CALL_ID"])).toEqual(
    Array(2).fill((await world.effects())[0]?.id),
  );
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "externalCall.1" }]);
});

test("a portal without telephony says so", async () => {
  await deliver(call, lines([], []));
  const [start] = await world.effects();
  expect(start).toMatchObject({ status: "dead", lastError: expect.stringMatching(/no telephony/) });
});

const saidAs = {
  kind: "chat.say_as",
  dialogId: "chat31",
  chatId: "31",
  text: "I am looking",
  takes: true,
  byId: ANNA,
} as const;

test("an operator's words from the console leave with their own rights; those whose answer was lost are looked for", async () => {
  const date = new Date().toISOString();
  const said = { 71: { id: "71", senderid: "27", date, text: "I am looking", params: [] } };
  const session = { chatId: 31, sessionId: 3, userId: "chat31", message: said, users: {}, chat: {} };
  const calls = await deliver(saidAs, done(true), LOST, done(session));
  expect(calls.map(({ method }) => method)).toEqual([
    "imopenlines.operator.answer",
    "im.message.add",
    "imopenlines.session.history.get",
  ]);
  expect(tokensOf(calls)).toEqual(["token of 27", "token of 27", "token of 27"]);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "71" }]);
});

test("words of an operator who gave no permission wait for it, and what the portal refuses is told at the console alone", async () => {
  expect(await deliver({ ...saidAs, byId: "28" })).toEqual([]);
  expect(await world.effects()).toMatchObject([{ status: "ready", lastError: expect.stringMatching(/rights first/) }]);
  await world.db.delete(outboxEffect);
  const refused: Reply = { status: 400, body: { error: "ACCESS_DENIED", error_description: "No access" } };
  await deliver(saidAs, refused);
  expect(await world.effects()).toMatchObject([{ kind: "chat.say_as", status: "dead" }]);
});

async function aFile() {
  await world.write("hello");
  await world.runAll();
  const { id: conversationId } = await world.conversation();
  await world.db.delete(outboxEffect);
  return keepFile(world.db, {
    portalId,
    botId,
    conversationId,
    sourceFileId: "report",
    name: "report.csv",
    contentType: "text/csv",
    content: Buffer.from("Deal;Sum"),
  });
}

test("a kept file leaves as the bot's, and by the chat's folder where bots cannot send any", async () => {
  const { id: keptFileId } = await aFile();
  const effect = { kind: "chat.file", dialogId: "27", keptFileId, name: "June.csv", text: "June" } as const;
  const content = Buffer.from("Deal;Sum").toString("base64");
  expect(await deliver(effect, done({ file: { id: 5 }, messageId: 91 }))).toMatchObject([
    {
      method: "imbot.v2.File.upload",
      params: { botId: "7002", dialogId: "27", fields: { name: "June.csv", content, message: "June" } },
    },
  ]);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "91" }]);

  await world.db.delete(outboxEffect);
  await world.portals.markRegistered(botId, "7002", "v1");
  const old = await deliver(effect, done({ ID: 3 }), done({ ID: 55 }), done({ MESSAGE_ID: 92 }));
  expect(old).toMatchObject([
    { method: "im.disk.folder.get", params: { DIALOG_ID: "27" } },
    { method: "disk.folder.uploadFile", params: { id: "3", fileContent: ["June.csv", content] } },
    { method: "im.disk.file.commit", params: { DIALOG_ID: "27", UPLOAD_ID: "55", MESSAGE: "June" } },
  ]);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "92" }]);
});

test("a file in doubt is not sent again, and one that was erased never leaves", async () => {
  const { id: keptFileId } = await aFile();
  const effect = { kind: "chat.file", dialogId: "27", keptFileId, name: "June.csv", text: "" } as const;
  expect(await deliver(effect, LOST)).toHaveLength(1);
  expect(await world.effects()).toMatchObject([{ status: "dead", lastError: expect.stringMatching(/not sent again/) }]);

  await world.db.delete(outboxEffect);
  expect(await deliver({ ...effect, keptFileId: "019f8a3e-0000-7000-8000-000000000000" })).toEqual([]);
  expect(await world.effects()).toMatchObject([{ status: "dead", lastError: expect.stringMatching(/not kept/) }]);
});

test("whether a word has arrived in a private dialog is looked up as its person, who alone sees that dialog", async () => {
  const message = { id: 5001, chat_id: 3, author_id: 7002, text: "Approved", date: new Date().toISOString() };
  const word = { kind: "chat.send", dialogId: ANNA, text: "Approved" } as const;
  const calls = await deliver(word, LOST, done({ chat_id: 3, messages: [message], users: [], files: [] }));
  expect(calls.map(({ method }) => method)).toEqual(["imbot.v2.Chat.Message.send", "im.dialog.messages.get"]);
  expect(calls[1]?.params).toMatchObject({ DIALOG_ID: "7002", auth: `token of ${ANNA}` });
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "5001", resends: 0 }]);
});
