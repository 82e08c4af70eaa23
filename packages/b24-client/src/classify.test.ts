import { describe, expect, test } from "vitest";

import { classify } from "./classify.ts";
import { toB24Error } from "./describe-failure.ts";

const refusal = (error: unknown, error_description = "") => JSON.stringify({ error, error_description });
const METHOD = "imbot.v2.Chat.Message.send";

test.each([
  [503, refusal("QUERY_LIMIT_EXCEEDED", "Too many requests"), "rate_limited", "not_applied", "QUERY_LIMIT_EXCEEDED"],
  [429, refusal("QUERY_LIMIT_EXCEEDED"), "rate_limited", "not_applied", "QUERY_LIMIT_EXCEEDED"],
  [429, refusal("OPERATION_TIME_LIMIT"), "rate_limited", "not_applied", "OPERATION_TIME_LIMIT"],
  [429, "<html>", "rate_limited", "not_applied", null],
  [503, refusal("OVERLOAD_LIMIT"), "rate_limited", "not_applied", "OVERLOAD_LIMIT"],
  [401, refusal("expired_token"), "unauthorized", "not_applied", "expired_token"],
  [401, refusal("NO_AUTH_FOUND"), "unauthorized", "not_applied", "NO_AUTH_FOUND"],
  [400, refusal("invalid_grant"), "unauthorized", "not_applied", "invalid_grant"],
  [403, refusal("insufficient_scope"), "forbidden", "not_applied", "insufficient_scope"],
  [400, refusal("ACCESS_DENIED"), "forbidden", "not_applied", "ACCESS_DENIED"],
  [403, refusal("SOMETHING_NEW"), "forbidden", "not_applied", "SOMETHING_NEW"],
  [404, refusal("ERROR_METHOD_NOT_FOUND"), "rejected", "not_applied", "ERROR_METHOD_NOT_FOUND"],
  [400, refusal("BOT_NOT_FOUND"), "not_found", "not_applied", "BOT_NOT_FOUND"],
  [400, refusal("EMPTY_MESSAGE"), "rejected", "not_applied", "EMPTY_MESSAGE"],
  [400, refusal(""), "rejected", "not_applied", null],
  [400, refusal(0, "wrong task id"), "rejected", "not_applied", "0"],
  [400, refusal("100", "missing parameter"), "rejected", "not_applied", "100"],
  [200, refusal("ERROR_CORE"), "rejected", "not_applied", "ERROR_CORE"],
  [404, "<html>not found</html>", "rejected", "not_applied", null],
  [302, "", "rejected", "not_applied", null],
  [500, refusal("INTERNAL_SERVER_ERROR"), "unreachable", "unknown", "INTERNAL_SERVER_ERROR"],
  [500, refusal("PORTAL_DELETED"), "rejected", "not_applied", "PORTAL_DELETED"],
  // The portal's own fault says nothing of what it did before, whatever the status and the code beside it.
  [200, refusal("ERROR_UNEXPECTED_ANSWER"), "unreachable", "unknown", "ERROR_UNEXPECTED_ANSWER"],
  [500, refusal("CRM_ITEM_NOT_FOUND"), "unreachable", "unknown", "CRM_ITEM_NOT_FOUND"],
  [408, "<html>", "unreachable", "unknown", null],
  [502, "<html>Bad gateway</html>", "unreachable", "unknown", null],
  [503, "<html>", "unreachable", "unknown", null],
  [504, "", "unreachable", "unknown", null],
  [200, "<html>", "unreachable", "unknown", null],
  [200, '{"result":{"id":7', "unreachable", "unknown", null],
  [200, "{}", "unreachable", "unknown", null],
  [200, "null", "unreachable", "unknown", null],
])("HTTP %i with %s is %s, %s", (status, body, code, outcome, portalCode) => {
  expect(classify(status, body, METHOD)).toMatchObject({ ok: false, failure: { code, outcome, portalCode } });
});

test.each([
  ['{"result":{"id":7}}', { id: 7 }],
  ['{"result":[]}', []],
  ['{"result":false}', false],
  ['{"result":null}', null],
  ['{"result":7,"error":null}', 7],
])("200 with %s is an answer", (body, result) => {
  expect(classify(200, body, METHOD)).toMatchObject({ ok: true, answer: { result } });
});

test("an error inside a result counts only where the docs say so", () => {
  const body = '{"result":{"error":"X"}}';
  expect(classify(200, body, "imconnector.register")).toMatchObject({ ok: false, failure: { code: "rejected" } });
  expect(classify(200, body, METHOD)).toMatchObject({ ok: true });
});

test("the nested errors of REST 3.0 are understood", () => {
  const body = '{"error":{"code":"BITRIX_REST_V3_EXCEPTION_X","message":"no"}}';
  expect(classify(400, body, METHOD)).toMatchObject({
    failure: { code: "rejected", portalCode: "BITRIX_REST_V3_EXCEPTION_X", description: "no" },
  });
});

test("a limit tells how long to wait", () => {
  const waitOf = (code: string) => {
    const result = classify(503, refusal(code), METHOD);
    return result.ok ? null : result.failure.retryAfterMs;
  };
  expect(waitOf("QUERY_LIMIT_EXCEEDED")).toBe(2_000);
  expect(waitOf("OPERATION_TIME_LIMIT")).toBe(60_000);
  expect(waitOf("operation_time_limit")).toBe(60_000);
});

describe("the message for people", () => {
  const messageOf = (status: number, body: string) => {
    const result = classify(status, body, METHOD);
    if (result.ok) throw new Error("expected a failure");
    return toB24Error(METHOD, status, result.failure, []).message;
  };

  test("names the call, the portal's code and what to do", () => {
    expect(messageOf(403, refusal("insufficient_scope", "The request requires higher privileges"))).toBe(
      "The portal refused imbot.v2.Chat.Message.send (insufficient_scope: The request requires higher privileges). Add the missing scope to the webhook or the app.",
    );
    expect(messageOf(502, "<html>")).toBe("The portal gave no clear answer to imbot.v2.Chat.Message.send (HTTP 502)");
  });

  test("holds neither markup nor secrets, and ends somewhere", () => {
    const message = messageOf(
      400,
      refusal("0", `Wrong<br>id&nbsp;at https://x/rest/1/topsecret/y?auth=topsecret ${"z".repeat(9_999)}`),
    );
    expect(message).toContain("Wrong id at");
    expect(message).not.toContain("topsecret");
    expect(message.length).toBeLessThan(500);
  });
});

test("a tariff without REST is a matter for a person and no refusal of the call: what waits goes on when it is paid", () => {
  const body = JSON.stringify({
    error: "ACCESS_DENIED",
    error_description: "REST API is available only on commercial plans",
  });
  expect(classify(403, body, "scope")).toMatchObject({ failure: { code: "unauthorized", outcome: "not_applied" } });
});
