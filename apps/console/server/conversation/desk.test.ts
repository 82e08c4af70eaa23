import { newId } from "@botdeck/core/ids";
import { setBotOn } from "@botdeck/db";
import { INITIAL_STATE } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { setupDesk } from "../test-desk.ts";

test("an operator takes a conversation of the bot, answers, and gives it back with the bot's word", async () => {
  const { desk, act, row, effects } = await setupDesk({ language: "ru" });
  await act("takeOver", {});
  expect(await desk()).toMatchObject({ isMine: true, heldBy: "Test operator", voice: "bot", ownerVersion: 1 });
  await act("reply", { text: "Здравствуйте", replyId: newId() });
  await act("giveBack", { saysWord: true });

  expect(await row()).toMatchObject({ owner: "bot", ownerVersion: 2, lastMessageBy: "bot" });
  expect((await effects()).map(({ body }) => ("text" in body ? body.text : body.kind))).toEqual([
    "Здравствуйте",
    expect.stringMatching(/снова/),
  ]);
});

test("a client is not given back to a bot that is switched off, and whoever tries is told what to do", async () => {
  const { act, db, row, effects } = await setupDesk();
  await act("takeOver", {});
  await setBotOn(db, (await row()).botId, false);
  expect((await act("giveBack", { saysWord: true })).error).toMatchObject({
    data: { code: "NOT_IMPLEMENTED" },
    message: expect.stringMatching(/switched off .* switch the bot on/),
  });
  expect(await row()).toMatchObject({ owner: expect.stringMatching(/^operator:/), ownerVersion: 1 });
  expect(await effects()).toEqual([]);

  await setBotOn(db, (await row()).botId, true);
  expect((await act("giveBack", { saysWord: false })).error).toBeUndefined();
});

test("whoever acts on what has changed hands meanwhile is told so, and nothing is done", async () => {
  const { act, row, effects } = await setupDesk({ owner: "queue:1", ownerVersion: 4 });
  const stale = { expectedVersion: 3 };
  const calls = [
    ["takeOver", stale],
    ["reply", { ...stale, text: "Hello", replyId: newId() }],
    ["giveBack", { ...stale, saysWord: false }],
    ["passOn", { ...stale, to: { kind: "queue" } }],
    ["setTopic", { ...stale, topic: "return" }],
    ["close", stale],
  ] as const;
  for (const [verb, input] of calls) {
    const { error } = await act(verb, input);
    expect([verb, error?.data.code, error?.message]).toEqual([
      verb,
      "CONFLICT",
      expect.stringMatching(/changed hands/),
    ]);
  }
  expect(await row()).toMatchObject({ owner: "queue:1", ownerVersion: 4, topic: null });
  expect(await effects()).toEqual([]);
});

test("of two who take a conversation at the same moment one has it, and the other is told", async () => {
  const { act, row, cookieOf } = await setupDesk();
  const cookies = [await cookieOf("operator"), await cookieOf("lead")];
  const answers = await Promise.all(cookies.map((cookie) => act("takeOver", { expectedVersion: 0 }, cookie)));
  expect(
    answers.map(({ error }) => error?.data.code ?? "done").toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(["CONFLICT", "done"]);
  expect(await row()).toMatchObject({ ownerVersion: 1 });
});

test("another operator's conversation is left alone by operators, and taken by a lead", async () => {
  const { act, desk, row, cookieOf } = await setupDesk({ owner: "operator:12", dialogType: "private" });
  expect((await act("takeOver", {})).error).toMatchObject({ data: { code: "FORBIDDEN" } });
  expect((await act("close", {})).error).toMatchObject({ data: { code: "FORBIDDEN" } });
  expect(await desk()).toMatchObject({ needsLead: true, may: { takeOver: false, close: false } });
  const lead = await cookieOf("lead");
  expect((await act("takeOver", {}, lead)).error).toBeUndefined();
  expect((await row()).owner).toMatch(/^operator:desk:/);
});

test("who proved who they are on the portal leads under that number", async () => {
  const { act, desk, row, link } = await setupDesk({ owner: "queue:1" });
  expect(await desk()).toMatchObject({ voice: "not_linked", may: { passOn: false }, linkedAs: null });
  await link("12");
  await act("takeOver", {});
  expect(await row()).toMatchObject({ owner: "operator:12" });
  expect(await desk()).toMatchObject({ voice: "person", linkedAs: "Nina", may: { reply: true, giveBack: false } });
});

test("who is nobody on the portal takes no client whom people have there, and is shown the way to the chat", async () => {
  const { act, desk, row } = await setupDesk({ owner: "queue:1" });
  const { error } = await act("takeOver", {});
  expect(error).toMatchObject({
    data: { code: "CONFLICT" },
    message: expect.stringMatching(/Link your Bitrix24 account in your profile/),
  });
  expect(await desk()).toMatchObject({
    voice: "not_linked",
    isMute: true,
    canLink: false,
    may: { takeOver: false, reply: false },
    portalChatUrl: "https://demo.example/online/?IM_DIALOG=chat7",
  });
  // Whoever watches over the wait for a person goes on watching.
  expect(await row()).toMatchObject({ owner: "queue:1", ownerVersion: 0 });
});

test("a reply whose answer was lost is said once, though somebody else has taken the conversation since", async () => {
  const { act, effects, messages, cookieOf } = await setupDesk();
  await act("takeOver", {});
  const said = { text: "Hello", replyId: newId() };
  await act("reply", said);
  await act("takeOver", {}, await cookieOf("lead"));
  expect((await act("reply", { ...said, expectedVersion: 1 })).error).toBeUndefined();
  expect(await effects()).toHaveLength(1);
  expect(await messages()).toHaveLength(1);
});

test("nobody answers in a conversation that is not theirs", async () => {
  const { act, effects } = await setupDesk();
  const { error } = await act("reply", { text: "Hello", replyId: newId() });
  expect(error).toMatchObject({
    data: { code: "CONFLICT" },
    message: expect.stringMatching(/Take the conversation over/),
  });
  expect(await effects()).toEqual([]);
});

test("a client is given to another line, its workflow is told to stop, and the hand-over is noted", async () => {
  const { act, row, effects, details } = await setupDesk({
    state: { ...INITIAL_STATE, workflow: { id: "return-1", kind: "productReturn" } },
  });
  await act("passOn", { to: { kind: "line", id: "5" }, reason: "returns" });
  expect(await row()).toMatchObject({ owner: "queue:5", waitingSince: expect.any(Date) });
  expect((await effects()).map(({ body }) => body)).toMatchObject([
    { kind: "chat.transfer", chatId: "7", to: { kind: "line", id: "5" } },
    { kind: "workflow.signal", workflowId: "return-1", signal: "stopped" },
  ]);
  expect(await details()).toMatchObject({ handoff: { state: "queued", trail: [{ kind: "queue", id: "5" }] } });
});

test("a conversation is closed once, and the bot's session with it", async () => {
  const { act, row, effects } = await setupDesk();
  expect((await act("close", { reason: "spam" })).data).toEqual({ where: "everywhere" });
  expect((await act("close", {})).error?.data.code).toBe("CONFLICT");
  expect(await row()).toMatchObject({ owner: "closed" });
  expect((await effects()).map(({ body }) => body)).toMatchObject([{ kind: "chat.finish", byId: null }]);
});

test("what somebody without a link closes while people have it on the portal is closed here alone", async () => {
  const { act, effects } = await setupDesk({ owner: "queue:1" });
  expect((await act("close", {})).data).toEqual({ where: "here" });
  expect(await effects()).toEqual([]);
});

test("who closes a client's dialog on the portal does not take it over again: nothing says that their words would get there", async () => {
  const { act, desk, row, effects, link } = await setupDesk({ owner: "queue:1" });
  await link("12");
  expect((await act("close", {})).data).toEqual({ where: "everywhere" });
  expect(await desk()).toMatchObject({ voice: "over", isMute: true, may: { takeOver: false, reply: false } });
  const { error } = await act("takeOver", {});
  expect(error).toMatchObject({
    data: { code: "CONFLICT" },
    message: expect.stringMatching(/next message opens it again/),
  });
  expect(await row()).toMatchObject({ owner: "closed" });
  expect((await effects()).map(({ body }) => body.kind)).toEqual(["chat.finish"]);
});

test("a closed dialog whose bot has left is offered to nobody, and they are told what to do", async () => {
  const { act, desk } = await setupDesk({ owner: "closed" });
  expect(await desk()).toMatchObject({
    voice: "over",
    isMute: true,
    may: { takeOver: false },
    portalDomain: "demo.example",
  });
  expect((await act("takeOver", {})).error).toMatchObject({ data: { code: "CONFLICT" } });
});

test("a private dialog that was closed is taken over by the bot's voice, with nothing to begin on the portal", async () => {
  const { act, desk, effects } = await setupDesk({ owner: "closed", dialogType: "private" });
  expect(await desk()).toMatchObject({ voice: "bot", may: { takeOver: true } });
  await act("takeOver", {});
  expect(await effects()).toEqual([]);
});
