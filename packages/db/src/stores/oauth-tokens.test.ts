import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { oauthToken } from "../schema/portal.ts";
import { createSecretBox } from "../secret-box.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createOAuthTokens, INSTALLER, type OAuthTokens } from "./oauth-tokens.ts";

let world: World;
let tokens: OAuthTokens;
beforeAll(async () => {
  world = await createWorld();
  tokens = createOAuthTokens(world.db, world.box);
});
afterAll(() => world.close());

const token = (name: string) => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  expiresAt: new Date("2026-11-21T10:00:00Z"),
});

async function portalWithToken(name: string): Promise<string> {
  const { id } = await world.newPortal();
  await tokens.put(id, INSTALLER, token(name));
  return id;
}

test("a token comes back as it was put, the newest one", async () => {
  const id = await portalWithToken("old");
  await tokens.put(id, INSTALLER, token("new"));
  expect(await tokens.get(id, INSTALLER)).toEqual(token("new"));
});

test("neither token is readable in the table", async () => {
  await portalWithToken("canary");
  const rows = JSON.stringify(await world.db.select().from(oauthToken));
  expect(rows).not.toMatch(/(?:access|refresh)-canary/);
});

test("of ten processes that were refused at once, one refreshes and all get its result", async () => {
  const id = await portalWithToken("expired");
  const refreshed: string[] = [];
  const refresh = async (current: { refreshToken: string }) => {
    refreshed.push(current.refreshToken);
    // As the OAuth server would, it leaves the others time to come.
    for (let round = 0; round < 20; round++) await world.portals.inState("pending");
    return token("renewed");
  };
  const results = await Promise.all(
    Array.from({ length: 10 }, () => tokens.rotate(id, INSTALLER, "access-expired", refresh)),
  );
  expect(refreshed).toEqual(["refresh-expired"]);
  expect(results).toEqual(Array.from({ length: 10 }, () => token("renewed")));
  expect(await tokens.get(id, INSTALLER)).toEqual(token("renewed"));
});

test("a refresh that fails leaves the token there was, for the next try", async () => {
  const id = await portalWithToken("kept");
  const refused = tokens.rotate(id, INSTALLER, "access-kept", async () => {
    throw new AppError("unreachable", "no answer");
  });
  await expect(refused).rejects.toThrow("no answer");
  expect(await tokens.get(id, INSTALLER)).toEqual(token("kept"));
});

test("a portal that gave no token is told apart", async () => {
  const { id } = await world.newPortal();
  await expect(tokens.get(id, INSTALLER)).rejects.toMatchObject({ code: "unauthorized" });
  await expect(tokens.rotate(id, INSTALLER, "x", async () => token("x"))).rejects.toMatchObject({
    code: "unauthorized",
  });
});

test("a dead refresh token is asked for once, and everybody hears that the person has to help", async () => {
  const id = await portalWithToken("dead");
  let asked = 0;
  const rotate = () =>
    tokens.rotate(id, INSTALLER, "access-dead", async () => {
      asked += 1;
      return null;
    });
  const results = await Promise.allSettled([rotate(), rotate(), rotate()]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(asked).toBe(1);
  await expect(tokens.get(id, INSTALLER)).rejects.toMatchObject({ code: "unauthorized" });
  expect(await tokens.needsReauth(id, INSTALLER)).toBe(true);

  await tokens.put(id, INSTALLER, token("anew"));
  expect(await tokens.get(id, INSTALLER)).toEqual(token("anew"));
  expect(await tokens.needsReauth(id, INSTALLER)).toBe(false);
});

test("a person's token of another key is dead without asking the portal; the installer's is left as it is", async () => {
  const id = await portalWithToken("installer");
  await tokens.put(id, "27", token("own"));
  const other = createOAuthTokens(world.db, createSecretBox(randomBytes(32).toString("base64")));
  const rotate = (userId: string) =>
    other.rotate(id, userId, "x", () => Promise.reject(new Error("nothing to ask with")));
  await expect(rotate("27")).rejects.toMatchObject({ name: "TokenMissing" });
  expect(await other.needsReauth(id, "27")).toBe(true);
  await expect(rotate(INSTALLER)).rejects.toMatchObject({ name: "SealedOtherwise" });
  expect(await tokens.get(id, INSTALLER)).toEqual(token("installer"));
});

test("one person's token is never another's", async () => {
  const id = await portalWithToken("installer");
  await tokens.put(id, "27", token("own"));
  expect(await tokens.get(id, "27")).toEqual(token("own"));
  await expect(tokens.get(id, "28")).rejects.toMatchObject({ code: "unauthorized" });
});
