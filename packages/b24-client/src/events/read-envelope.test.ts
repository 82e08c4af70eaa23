import { expect, test } from "vitest";

import { httpBuildQuery } from "./__fixtures__/http-build-query.ts";
import v1Message from "./__fixtures__/v1-message-added.json" with { type: "json" };
import v2Message from "./__fixtures__/v2-message-added.json" with { type: "json" };
import { parseForm } from "./parse-form.ts";
import { readEnvelope } from "./read-envelope.ts";

test("no token of a person or a bot gets past the envelope", () => {
  for (const fixture of [v1Message, v2Message]) {
    const { applicationToken, ...rest } = readEnvelope(parseForm(httpBuildQuery(fixture)));
    expect(applicationToken).toBe("demo-application");
    expect(JSON.stringify(rest)).not.toMatch(/demo-(?:bot|author)-/);
  }
});

test("tells when the event was sent and by which portal", () => {
  const envelope = readEnvelope(parseForm(httpBuildQuery(v1Message)));
  expect(envelope).toMatchObject({
    event: "ONIMBOTMESSAGEADD",
    sentAt: new Date("2026-02-24T10:29:45Z"),
    memberId: "demo-member",
    domain: "demo.bitrix24.example",
  });
});

test.each([
  ["missing", "event=X"],
  ["a list", "event=X&auth[application_token][]=secret"],
  ["only the bot's", "event=X&data[bot][auth][application_token]=secret"],
])("an application token that is %s counts as none", (_name, body) => {
  expect(readEnvelope(parseForm(body)).applicationToken).toBeNull();
});

test("a time that is no unix time counts as none", () => {
  expect(readEnvelope(parseForm("event=X&ts=yesterday")).sentAt).toBeNull();
});

test("a body without an event name is invalid", () => {
  expect(() => readEnvelope(parseForm("data[a]=1"))).toThrow("no event");
});
