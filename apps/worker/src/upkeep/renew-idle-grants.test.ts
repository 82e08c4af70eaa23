import { randomBytes } from "node:crypto";

import { createScriptedTransport } from "@botdeck/b24-client/testing";
import { connect, createOAuthTokens, createPortals, createSecretBox, INSTALLER, oauthToken } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";

import { renewIdleGrants } from "./renew-idle-grants.ts";

const DAY_MS = 24 * 3_600_000;
const RENEWED = {
  access_token: "renewed-access",
  refresh_token: "renewed-refresh",
  expires_in: 3600,
  client_endpoint: "https://portal.example/rest/",
  server_endpoint: "https://oauth.bitrix24.tech/rest/",
  member_id: "member",
};

test("a grant that nobody has used for 170 days is renewed once; a dead one is left to its person", async () => {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 2 });
  onTestFinished(() => handle.close().then(() => database.drop()));
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const [portals, tokens] = [createPortals(db, box), createOAuthTokens(db, box)];
  const portal = await portals.keepInstall({
    memberId: "member",
    domain: "portal.example",
    clientEndpoint: "https://portal.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken: "application",
  });
  const now = new Date();
  for (const [userId, idleDays] of [
    ["27", 171],
    [INSTALLER, 172],
    ["28", 169],
  ] as const) {
    await tokens.put(portal.id, userId, { accessToken: userId, refreshToken: `${userId}-refresh`, expiresAt: now });
    const updatedAt = new Date(now.getTime() - idleDays * DAY_MS);
    await db.update(oauthToken).set({ updatedAt }).where(eq(oauthToken.userId, userId));
  }
  const { transport, calls } = createScriptedTransport([
    { body: RENEWED },
    { status: 400, body: { error: "invalid_grant", error_description: "The grant is dead" } },
  ]);
  const logger = createLogger({ name: "test", level: "silent" });
  const app = { clientId: "local.app", clientSecret: "s3cret" };
  const run = () => renewIdleGrants(now, { portals, tokens, transport, app, logger });
  await run();
  await run();

  const asked = calls.map(({ url }) => new URL(url).searchParams.get("refresh_token"));
  expect(asked).toEqual([`${INSTALLER}-refresh`, "27-refresh"]);
  expect(await tokens.get(portal.id, INSTALLER)).toMatchObject({ accessToken: "renewed-access" });
  expect(await tokens.needsReauth(portal.id, "27")).toBe(true);
  expect(await tokens.get(portal.id, "28")).toMatchObject({ accessToken: "28" });
});
