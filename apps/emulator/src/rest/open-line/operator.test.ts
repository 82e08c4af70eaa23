import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../../testing/demo-bot.ts";
import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

const OTHER_OPERATOR = { firstName: "Second", lastName: "", role: "operator", language: "en" } as const;

async function setup() {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const other = { ...OTHER_OPERATOR, id: 90, color: "#000000", gender: "F", workPosition: "" } as const;
  world.portal.state.people.set(other.id, other);
  const dialog = await clientWrites(world, PEOPLE.client, "Where is my order?");
  const CHAT_ID = Number(dialog["chatId"]);
  const hooks = { manager: await world.webhook(PEOPLE.manager), operator: await world.webhook(PEOPLE.operator) };
  const employee = await world.webhook(PEOPLE.employee);
  const second = await world.webhook("90");
  const as = async (hook: string, verb: string, more: object = {}): Promise<unknown> => {
    const { body } = await send(`${hook}imopenlines.${verb}`, "POST", { CHAT_ID, ...more });
    return body["error"] ?? body["result"];
  };
  const line = async (): Promise<Json> => {
    const dialogs = await world.control("GET", `/dialogs?as=${PEOPLE.manager}`);
    return dialogs.find(({ chatId }: Json) => chatId === dialog["chatId"]);
  };
  const writes = (text: string): Promise<Json> => clientWrites(world, PEOPLE.client, text);
  return { world, bot, CHAT_ID, as, line, writes, ...hooks, employee, second };
}

test("an operator takes the dialog from the bot, another one cannot close it as theirs, a manager can", async () => {
  const { as, line, operator, second, manager } = await setup();

  expect(await as(operator, "operator.answer")).toBe(true);
  expect(await line()).toMatchObject({ lineOwner: "operator", operatorId: PEOPLE.operator });
  expect(await as(second, "operator.finish")).toBe("ACCESS_DENIED");
  expect(await as(manager, "operator.another.finish")).toBe(true);

  expect((await line())["lineOwner"]).toBe("closed");
});

test("an operator who has closed a dialog begins it anew, and what they write goes to the client in the new session", async () => {
  const { world, CHAT_ID, as, line, operator } = await setup();
  await as(operator, "operator.answer");
  await as(operator, "operator.finish");
  const before = world.portal.state.chats.get(CHAT_ID)?.sessionId;

  expect(await as(operator, "session.start")).toBe(true);

  expect(await line()).toMatchObject({ lineOwner: "operator", operatorId: PEOPLE.operator });
  expect(world.portal.state.chats.get(CHAT_ID)?.sessionId).toBeGreaterThan(before ?? Infinity);
  const words = { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: "One more thing" };
  const { body } = await send(`${operator}im.message.add`, "POST", words);
  const said = world.portal.state.messages.get(Number(body["result"]));
  expect(said).toMatchObject({ text: "One more thing", chatId: CHAT_ID, authorId: Number(PEOPLE.operator) });
  expect(await line()).toMatchObject({ lineOwner: "operator" });
});

test("who does not serve the line is refused with 400, and so are chats that are no dialogs", async () => {
  const { as, employee, manager, world } = await setup();
  const group = await world.control("POST", "/dialogs", { as: PEOPLE.manager, title: "Team", memberIds: ["3"] });

  expect(await as(employee, "operator.answer")).toBe("ACCESS_DENIED");
  expect(await as(manager, "operator.answer", { CHAT_ID: 12345 })).toBe("CHAT_ID");
  expect(await as(manager, "operator.answer", { CHAT_ID: Number(group.chatId) })).toBe("CHAT_TYPE");
});

test("a dialog that one operator passes on is offered to the next one of the queue", async () => {
  const { as, line, operator } = await setup();
  await as(operator, "operator.answer");

  expect(await as(operator, "operator.skip")).toBe(true);

  expect(await line()).toMatchObject({ lineOwner: "queue", operatorId: "90" });
  await as(operator, "operator.another.finish");
  expect(await as(operator, "operator.skip")).toBe("ACCESS_DENIED_KICK");
});

test("a transfer goes to a person or to another line, whose queue takes the dialog", async () => {
  const { world, as, line, manager, second } = await setup();
  const queue = [{ ENTITY_TYPE: "user", ENTITY_ID: "90" }];
  const added = await world.rest("imopenlines.config.add", { PARAMS: { LINE_NAME: "Returns", QUEUE: queue } });
  await as(manager, "operator.answer");

  expect(await as(manager, "operator.transfer", { TRANSFER_ID: `queue${added.body["result"]}` })).toBe(true);
  expect(await line()).toMatchObject({ lineOwner: "queue", operatorId: "90" });
  expect(await as(second, "operator.answer")).toBe(true);
  expect(await as(second, "operator.transfer", { USER_ID: Number(PEOPLE.client) })).toBe("OPERATOR_WRONG");
  expect(await as(second, "operator.transfer", { USER_ID: Number(PEOPLE.operator) })).toBe(true);

  expect(await line()).toMatchObject({ lineOwner: "queue", operatorId: PEOPLE.operator });
});

test("spam ends the session; the client's next message starts another with the bot", async () => {
  const { as, line, manager, writes, world, CHAT_ID } = await setup();
  const first = world.portal.state.chats.get(CHAT_ID)?.sessionId;

  await as(manager, "operator.spam");
  await writes("Buy my carpets");

  expect(world.portal.state.sessions.get(first ?? 0)).toMatchObject({ owner: "closed", isSpam: true });
  expect((await line())["lineOwner"]).toBe("bot");
});

test("what an operator writes in silence stays among operators", async () => {
  const { world, as, manager, CHAT_ID } = await setup();
  await as(manager, "operator.answer");
  await as(manager, "session.mode.silent", { ACTIVATE: "Y" });

  await world.control("POST", `/dialogs/chat${CHAT_ID}/messages`, { as: PEOPLE.manager, text: "He is angry" });

  const shown = await world.control("GET", `/dialogs/chat${CHAT_ID}/messages?as=${PEOPLE.client}`);
  expect(shown.map(({ text }: Json) => text)).toEqual(["Where is my order?"]);
});

test("a message can be made the start of a session of its own, and a manager marks the one before", async () => {
  const { world, as, manager, operator, CHAT_ID } = await setup();
  const first = world.portal.state.chats.get(CHAT_ID)?.sessionId;
  world.pass(60);
  const words = { as: PEOPLE.client, text: "And another thing" };
  const { id } = await world.control("POST", `/dialogs/chat${CHAT_ID}/messages`, words);

  expect(await as(operator, "message.session.start", { MESSAGE_ID: Number(id) })).toBe(true);
  expect(await as(operator, "session.head.vote", { SESSION_ID: first, RATING: 5 })).toBe("ACCESS_DENIED");
  expect(await as(manager, "session.head.vote", { SESSION_ID: first, RATING: 5, COMMENT: "Good" })).toBe(true);

  const latest = await world.rest("imopenlines.session.history.get", { CHAT_ID });
  const before = await world.rest("imopenlines.session.history.get", { SESSION_ID: first });
  expect(Object.keys(latest.body["result"].message)).toContain(id);
  expect(before.body["result"]).toMatchObject({ sessionVoteHead: 5, sessionCommentHead: "Good" });
});
