import type { Dialog, Person } from "@botdeck/core";
import { expect, test } from "vitest";

import { toMissedJoin, toMissedMessage } from "./missed-events.ts";
import { parseFetchedEvent, parseWebhookEvent } from "./parse-bot-event.ts";
import { toKeyedBotEvent } from "./parsed-bot-event.ts";
import { readEnvelope } from "./read-envelope.ts";
import { toWireMap } from "./to-wire-map.ts";

const OWNER = { portalId: "0198a3a0-0000-7000-8000-000000000001", botId: "0198a3a0-0000-7000-8000-000000000002" };
const BOT = { bitrixBotId: "456", api: "v2", commandIds: { help: "103" } } as const;
const NOW = new Date("2026-11-21T14:30:00Z");
const AT = "2026-11-21T14:05:00+00:00";
const LINE: Dialog = { id: "chat5", chatId: "5", type: "open_line", title: "Anna", entityId: "livechat|1|5|7" };
const ANNA: Person = { id: "7", name: "Anna", kind: "client" };

const written = (text: string, dialog: Dialog = LINE, person = ANNA, api: "v1" | "v2" = "v2") => {
  const message = { id: "789", authorId: person.id, text, at: new Date(AT), fileIds: [] };
  return toMissedMessage({ ...BOT, api }, { dialog, person, message }, NOW);
};

/** The same message as the portal would have told of it in time. */
const posted = (event: string, more: object, text: string) => {
  const data = {
    bot: { id: "456" },
    message: { id: "789", chatId: "5", authorId: "7", date: AT, text, isSystem: false },
    chat: { id: "5", dialogId: "chat5", type: "lines", name: "Anna", entityType: "LINES", entityId: "livechat|1|5|7" },
    user: { id: "7", name: "Anna", connector: true },
    ...more,
  };
  const webhook = parseWebhookEvent(readEnvelope(toWireMap({ event, data, ts: "1795269900" })), NOW);
  const fetched = parseFetchedEvent({ eventId: 1, type: event, date: AT, data }, NOW);
  return [webhook, fetched].flatMap((parsed) => (parsed.ok ? parsed.events : []));
};

test.each([
  ["a message", "ONIMBOTV2MESSAGEADD", {}, "Where is my order?"],
  [
    "a typed command",
    "ONIMBOTV2COMMANDADD",
    { command: { id: "103", command: "/help", params: "me", context: "textarea" } },
    "/help me",
  ],
])("%s that was missed is the event that would have come, under the same key", (_, event, more, text) => {
  const missed = written(text);
  expect(missed).not.toBeNull();
  // Recovery has the whole bot at hand; an event names it and keeps nothing more of it.
  const keyed = missed && toKeyedBotEvent(missed, { ...BOT, ...OWNER });
  const told = posted(event, more, text).map((parsed) => toKeyedBotEvent(parsed, OWNER));
  expect(told).toHaveLength(2);
  for (const other of told) expect(other).toEqual(keyed);
});

test("a slash and a word that is no command of the bot is a message", () => {
  expect(written("/constructor me")?.draft.kind).toBe("message.added");
  expect(written("/dev/null is full")?.draft.kind).toBe("message.added");
});

test.each<[string, Person]>([
  ["another bot", { id: "99", name: "Other", kind: "bot" }],
  ["the portal", { id: "0", name: "", kind: "system" }],
])("the words of %s are no event", (_, person) => {
  expect(written("Hello", LINE, person)).toBeNull();
});

test("in a group a bot hears what mentions it, in the old API without the mention", () => {
  const group: Dialog = { id: "chat9", chatId: "9", type: "group", title: "Team", entityId: null };
  const person: Person = { id: "27", name: "Ivan", kind: "employee" };
  const textIn = (text: string, api?: "v1") => {
    const draft = written(text, group, person, api)?.draft;
    return draft?.kind === "message.added" ? draft.message.text : null;
  };
  expect(textIn("Who is in today?")).toBeNull();
  expect(textIn("[USER=27]Ivan[/USER] hello")).toBeNull();
  expect(textIn("[USER=456]Bot[/USER] hello")).toBe("[USER=456]Bot[/USER] hello");
  expect(textIn("[USER=456]Bot[/USER] hello", "v1")).toBe("hello");
});

test("being put into a dialog is the event that would have come in that second", () => {
  const [webhook] = posted("ONIMBOTV2JOINCHAT", { dialogId: "chat5" }, "");
  const joined = toMissedJoin(BOT, { dialog: LINE, person: ANNA, at: new Date("2026-11-21T14:05:00.400Z") });
  const keyOf = (parsed: typeof joined | undefined) => parsed && toKeyedBotEvent(parsed, OWNER).dedupeKey;
  expect(keyOf(joined)).toBe(keyOf(webhook));
});
