import { expect, test } from "vitest";

import fetched from "./__fixtures__/v2-message-fetched.json" with { type: "json" };
import { parseFetchedUserEvent } from "./parse-user-event.ts";

const ARRIVED = new Date("2026-05-14T10:00:00Z");

test("what a person sees in a chat is read like a bot's event, without a bot", () => {
  const { bot: _bot, ...data } = fetched.data;
  const parsed = parseFetchedUserEvent({ ...fetched, type: "ONIMV2MESSAGEADD", data }, ARRIVED);
  expect(parsed?.draft).toMatchObject({ kind: "message.added", message: { id: String(data.message.id) } });
});

test("a bot's own event, or one we do not know, is none of a person's", () => {
  expect(parseFetchedUserEvent({ eventId: 1, type: "ONIMBOTV2DELETE", date: null, data: {} }, ARRIVED)).toBeNull();
  expect(parseFetchedUserEvent({ eventId: 1, type: "ONIMV2SOMETHING", date: null, data: {} }, ARRIVED)).toBeNull();
});
