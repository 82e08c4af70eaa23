import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { ORIGIN, setupConsole } from "./test-console.ts";

test("an unknown error's text does not leave the process; its id leads to the log", async () => {
  const { cookieOf, database, query, logLines } = await setupConsole();
  const cookie = await cookieOf("viewer");
  await database.db.execute(sql`alter table conversation rename to hidden_away`);

  const { response, error } = await query("conversation.list", { queue: "all", portalId: null }, cookie);

  expect(response.statusCode).toBe(500);
  expect(error?.message).toBe("The console made an error.");
  expect(response.body).not.toMatch(/relation|select|conversation"|\.ts/);
  const line = logLines.find((one) => one.includes(error?.data.requestId ?? "no id"));
  expect(line).toMatch(/relation .*conversation.* does not exist/);
});

test("what is wrong with an input is not explained to the outside", async () => {
  const { cookieOf, query } = await setupConsole();
  const { error } = await query("conversation.list", { queue: "'; drop table message" }, await cookieOf("viewer"));
  expect(error).toMatchObject({
    message: "The request has a form that the console does not know.",
    data: { code: "BAD_REQUEST" },
  });
});

test("every answer carries the security headers, and none may be stored", async () => {
  const { app } = await setupConsole();
  for (const url of ["/health", "/trpc/session.me", "/no-such-page"]) {
    const { headers } = await app.inject({ url });
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
  }
});

test.each([
  ["another site's page", { origin: "https://elsewhere.example", "content-type": "application/json" }],
  ["no origin", { "content-type": "application/json" }],
  ["a plain form", { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" }],
  ["a form dressed up as text", { origin: ORIGIN, "content-type": "text/plain" }],
])("a write from %s is refused", async (_name, headers) => {
  const { app } = await setupConsole();
  for (const url of ["/api/auth/sign-out", "/trpc/session.me"]) {
    expect((await app.inject({ method: "POST", url, headers, payload: "{}" })).statusCode).toBe(403);
  }
});

test("another site's script cannot read even with the cookie", async () => {
  const { app, cookieOf } = await setupConsole();
  const headers = { cookie: await cookieOf("viewer"), "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
  expect((await app.inject({ url: "/trpc/session.me", headers })).statusCode).toBe(403);
});

test("health says when Postgres is away", async () => {
  const { app, database } = await setupConsole();
  expect((await app.inject({ url: "/health" })).statusCode).toBe(200);
  await database.sql.end();
  expect((await app.inject({ url: "/health" })).statusCode).toBe(503);
});
