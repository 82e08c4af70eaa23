import { auditLog, authSession, authUser } from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { cookiesAfter } from "../test-cookies.ts";
import { deviceOf } from "./device-of.ts";

type Page = {
  rows: { id: string; userEmail: string; address: string | null }[];
  nextCursor: { id: string; lastSeenAt: string } | null;
};

test("an admin sees where everybody is signed in, and what they revoke is out at once and written down", async () => {
  const { cookieOf, signIn, query, mutate, database } = await setupConsole();
  const lead = await cookieOf("lead");
  await cookieOf("admin");
  const admin = cookiesAfter(await signIn("admin@console.test"));
  const { rows } = (await query("session.list", {}, admin)).data as Page; // safe: what it answers
  expect(rows.map(({ userEmail }) => userEmail)).toEqual(
    ["admin", "admin", "lead"].map((name) => `${name}@console.test`),
  );
  expect(rows[0]?.address).toMatch(/^10\./);

  await mutate("session.end", { sessionId: rows[2]?.id }, admin);
  expect((await query("session.me", undefined, lead)).error?.data.code).toBe("UNAUTHORIZED");
  expect((await mutate("session.end", { sessionId: rows[2]?.id }, admin)).error?.data.code).toBe("NOT_FOUND");
  expect(await database.db.$count(auditLog, eq(auditLog.action, "session.end"))).toBe(1);
});

test("a list tells no token, and nothing of sessions that open nothing any more", async () => {
  const { cookieOf, query, database } = await setupConsole();
  await cookieOf("lead");
  const admin = await cookieOf("admin");
  const sessions = await database.db.select().from(authSession);
  const [old] = sessions;
  await database.db
    .update(authSession)
    .set({ createdAt: new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000) })
    .where(eq(authSession.id, old?.id ?? ""));
  const { data } = await query("session.list", {}, admin);
  expect((data as Page).rows).toHaveLength(1); // safe: what it answers
  for (const { token } of sessions) expect(JSON.stringify(data)).not.toContain(token);
});

test("page follows page without a gap or a repetition, also among sessions seen at the same instant", async () => {
  const { cookieOf, query, database } = await setupConsole();
  const admin = await cookieOf("admin");
  const [user] = await database.db.select().from(authUser);
  const expiresAt = new Date(Date.now() + 60_000);
  await database.db
    .insert(authSession)
    .values(Array.from({ length: 120 }, () => ({ id: newId(), token: newId(), userId: user?.id ?? "", expiresAt })));
  const seen: string[] = [];
  let cursor: Page["nextCursor"] = null;
  do {
    const page = (await query("session.list", { cursor }, admin)).data as Page; // safe: what it answers
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect([seen.length, new Set(seen).size]).toEqual([121, 121]);
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.8 Safari/537.36",
    "Yandex Browser",
    "Windows",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
    "Chrome",
    "Android",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox", "Linux"],
  ["something of one's own", null, null],
])("a device is told from %j", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});
