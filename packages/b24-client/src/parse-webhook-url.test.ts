import { expect, test } from "vitest";

import { parseWebhookUrl } from "./parse-webhook-url.ts";

test.each([
  ["https://demo.bitrix24.example/rest/1/abc123/", "https://demo.bitrix24.example/rest/1/abc123/"],
  ["  https://demo.bitrix24.example/rest/1/abc123\n", "https://demo.bitrix24.example/rest/1/abc123/"],
  ["https://demo.bitrix24.example/rest/1/abc123/profile.json?x=1", "https://demo.bitrix24.example/rest/1/abc123/"],
  ["http://127.0.0.1:8080/rest/1/abc123/", "http://127.0.0.1:8080/rest/1/abc123/"],
  ["http://localhost:8080/rest/1/abc123/", "http://localhost:8080/rest/1/abc123/"],
])("takes %s as a person copies it", (text, url) => {
  expect(parseWebhookUrl(text, { takesPrivate: true })).toEqual({
    ok: true,
    url,
    userId: "1",
    domain: new URL(url).host,
  });
});

test.each([
  ["", "empty"],
  ["my portal", "not a URL"],
  ["ftp://demo.bitrix24.example/rest/1/abc123/", "must begin with https://"],
  ["http://demo.bitrix24.example/rest/1/abc123/", "everybody on the way reads its secret"],
  ["http://127.0.0.1.evil.example/rest/1/abc123/", "everybody on the way reads its secret"],
  ["https://user:abc123@demo.bitrix24.example/rest/1/abc123/", "user name"],
  ["https://demo.bitrix24.example/", "/rest/… is missing"],
  ["https://demo.bitrix24.example/rest/api/1/abc123/", "leave /api out"],
  ["https://demo.bitrix24.example/rest/abc123/", "user's number and a code"],
  ["https://demo.bitrix24.example/rest/1/", "user's number and a code"],
])("says in one sentence what is wrong with %j", (text, sentence) => {
  const result = parseWebhookUrl(text, { takesPrivate: true });
  expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(sentence) });
  // The example has a code of its own.
  const reason = result.ok ? "" : result.reason.replace("https://your-portal.bitrix24.com/rest/1/abc123/", "");
  expect(reason).not.toContain("abc123");
});

test.each([
  "http://localhost:8080/rest/1/abc123/",
  "http://127.0.0.1:8080/rest/1/abc123/",
  "https://10.0.0.5/rest/1/abc123/",
  "https://169.254.169.254/rest/1/abc123/",
  "https://bitrix/rest/1/abc123/",
])("takes %s only where portals of private networks are taken", (text) => {
  const reason = expect.stringContaining("private network");
  expect(parseWebhookUrl(text, { takesPrivate: false })).toMatchObject({ ok: false, reason });
  expect(parseWebhookUrl(text, { takesPrivate: true })).toMatchObject({ ok: true });
});
