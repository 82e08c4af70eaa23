import { expect, test } from "vitest";

import { httpBuildQuery } from "./__fixtures__/http-build-query.ts";
import v1Command from "./__fixtures__/v1-command-added.json" with { type: "json" };
import v1Message from "./__fixtures__/v1-message-added.json" with { type: "json" };
import v2Message from "./__fixtures__/v2-message-added.json" with { type: "json" };
import { parseForm } from "./parse-form.ts";
import { parseWebhookEvent } from "./parse-bot-event.ts";
import { readAuthorToken } from "./read-author-token.ts";
import { readEnvelope } from "./read-envelope.ts";

const ARRIVED_AT = new Date("2026-02-24T10:29:47Z");
const AUTHOR = { access_token: "demo-author-access", expires: "1771932585", expires_in: "3600" };

/** Reads a post as the gateway does: the person is the event's own. */
function read(post: Record<string, unknown>, arrivedAt = ARRIVED_AT) {
  const body = parseForm(httpBuildQuery(post));
  const parsed = parseWebhookEvent(readEnvelope(body), arrivedAt);
  if (!parsed.ok) throw new Error("the event was ignored");
  const [event] = parsed.events;
  return readAuthorToken(body, event?.draft.person.id ?? "", arrivedAt);
}

const withAuth = <Post extends { auth: object }>(post: Post, auth: object) => ({
  ...post,
  auth: { ...post.auth, ...auth },
});

test("a v1 event brings its author's token, and none of the bot's", () => {
  expect(read(v1Message)).toEqual({
    userId: "27",
    accessToken: "demo-author-access",
    expiresAt: new Date(1_771_932_585_000),
  });
});

test("a v2 event brings its author's token, and none of the bot's", () => {
  const post = withAuth(v2Message, { ...AUTHOR, expires: String(ARRIVED_AT.getTime() / 1000 + 1800), user_id: "1" });
  expect(read(post)).toEqual({
    userId: "1",
    accessToken: "demo-author-access",
    expiresAt: new Date(ARRIVED_AT.getTime() + 1_800_000),
  });
});

test.each([
  ["no token but the bot's stands in it", v2Message],
  ["a robot caused it", v1Command],
  ["the token is another person's than the event's", withAuth(v1Message, { user_id: "28" })],
  ["the token is the bot's own", withAuth(v1Message, { user_id: "567" })],
  ["nobody says whose the token is", withAuth(v1Message, { user_id: "" })],
  ["the token is a list", withAuth(v1Message, { access_token: ["demo-author-access"] })],
  [
    "nobody is named as its author",
    withAuth({ ...v1Message, data: { ...v1Message.data, USER: { ID: "0" } } }, { user_id: "0" }),
  ],
])("there is no token where %s", (_, post) => {
  expect(read(post)).toBeNull();
});

test("who presses a button brings their own token, not that of the message's author", () => {
  const pressed = {
    ...v1Command,
    data: { ...v1Command.data, PARAMS: { ...v1Command.data.PARAMS, AUTHOR_ID: "1291", FROM_USER_ID: "1291" } },
  };
  expect(read(withAuth(pressed, { ...AUTHOR, user_id: "1269" }))).toMatchObject({ userId: "1269" });
  expect(read(withAuth(pressed, { ...AUTHOR, user_id: "1291" }))).toBeNull();
});

test.each([
  ["counts from the sending where no instant is given", { expires: "" }, 1_771_928_985_000 + 3_600_000],
  ["is an hour where nothing is told", { expires: "", expires_in: "" }, ARRIVED_AT.getTime() + 3_600_000],
  ["is an hour at most", { expires: "1999999999" }, ARRIVED_AT.getTime() + 3_600_000],
])("its life %s", (_, auth, expiresAt) => {
  expect(read(withAuth(v1Message, auth))?.expiresAt).toEqual(new Date(expiresAt));
});
