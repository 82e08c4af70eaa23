import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { redactText } from "./redact-text.ts";
import { redact } from "./redact.ts";

const SECRET = "s3cretValue";

describe("a secret inside a text is masked, and the text around it stays", () => {
  test.each([
    [
      `POST https://portal.example/rest/1/${SECRET}/profile.json failed`,
      "POST https://portal.example/rest/1/***/profile.json failed",
    ],
    [
      `https://portal.example/rest/api/12/${SECRET}/tasks.task.get`,
      "https://portal.example/rest/api/12/***/tasks.task.get",
    ],
    [`/download/?id=5&auth=${SECRET}&x=1`, "/download/?id=5&auth=***&x=1"],
    [
      `https://oauth.example/oauth/token/?client_secret=${SECRET}&grant_type=refresh_token&refresh_token=${SECRET}`,
      "https://oauth.example/oauth/token/?client_secret=***&grant_type=refresh_token&refresh_token=***",
    ],
    [`event=X&auth[application_token]=${SECRET}&ts=1`, "event=X&auth[application_token]=***&ts=1"],
    [`event=X&auth%5Baccess_token%5D=${SECRET}`, "event=X&auth%5Baccess_token%5D=***"],
    [`{"access_token": "${SECRET}","user_id":1}`, '{"access_token": "***","user_id":1}'],
    [JSON.stringify(JSON.stringify({ botToken: SECRET, id: 1 })), '"{\\"botToken\\":\\"***\\",\\"id\\":1}"'],
    [`postgres://botdeck:${SECRET}@localhost:5432/botdeck`, "postgres://botdeck:***@localhost:5432/botdeck"],
    [`Authorization: Bearer ${SECRET}`, "Authorization: Bearer ***"],
  ])("%s", (text, masked) => {
    expect(redactText(text)).toBe(masked);
  });

  test("and what only looks like one is left", () => {
    for (const text of [
      "https://portal.example/rest/profile.json",
      "exit code=1",
      "GET /rest/ at 12:30@noon",
      "the token is gone",
    ]) {
      expect(redactText(text)).toBe(text);
    }
  });
});

describe("a value for a log", () => {
  test.each([
    "auth",
    "access_token",
    "refreshToken",
    "APPLICATION_TOKEN",
    "botToken",
    "client_secret",
    "password",
    "Authorization",
    "set-cookie",
    "apiKey",
  ])("shows nothing under %s, however deep and whatever it is", (key) => {
    const value = { a: [{ [key]: SECRET }, { [key]: { inner: [SECRET] } }] };
    expect(JSON.stringify(redact(value))).not.toContain(SECRET);
  });

  test("with a cycle ends, and what is only shared is shown twice", () => {
    const shared = { name: "x" };
    const cyclic: Record<string, unknown> = { first: shared, second: shared };
    cyclic["self"] = cyclic;
    expect(redact(cyclic)).toEqual({ first: { name: "x" }, second: { name: "x" }, self: "***" });
  });

  test("keeps dates, and shows of errors what is not secret", () => {
    const at = new Date("2026-11-21T09:00:00Z");
    const error = new TypeError(`no answer from /rest/1/${SECRET}/`);
    expect(redact({ at, error })).toEqual({ at, error: { name: "TypeError", message: "no answer from /rest/1/***/" } });
  });

  test("is a copy: whatever is given is not changed, and masking twice is masking once", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const before = structuredClone(value);
        const once = redact(value);
        expect(value).toEqual(before);
        expect(redact(once)).toEqual(once);
      }),
    );
  });

  test("shows no secret wherever it stands", () => {
    const secretAnywhere = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(`/rest/7/${SECRET}/`, { token: SECRET }, `?auth=${SECRET}`),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(secretAnywhere, (value) => {
        expect(JSON.stringify(redact(value))).not.toContain(SECRET);
      }),
    );
  });
});
