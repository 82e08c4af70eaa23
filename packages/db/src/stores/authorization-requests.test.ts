import { createHash } from "node:crypto";

import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { authorizationRequest } from "../schema/portal.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createAuthorizationRequests, type AuthorizationRequests } from "./authorization-requests.ts";

const digestOf = (state: string) => createHash("sha256").update(state).digest("base64url");

let world: World;
let requests: AuthorizationRequests;
beforeAll(async () => {
  world = await createWorld();
  requests = createAuthorizationRequests(world.db, world.box);
});
afterAll(() => world.close());

test("a link tells whose it is, once, also when it is opened twice at the same time", async () => {
  const who = { portalId: (await world.newPortal()).id, userId: "27" };
  const state = await requests.open(who);
  const uses = await Promise.all([requests.use(state), requests.use(state), requests.use(state)]);
  expect(uses.filter((use) => use !== null)).toEqual([who]);
  expect(await requests.use(state)).toBeNull();
});

test("a link that was only looked at is still good, and one that was used is not found", async () => {
  const who = { portalId: (await world.newPortal()).id, userId: "27" };
  const state = await requests.open(who);
  expect(await requests.find(state)).toEqual({ ...who, verifier: null });
  expect(await requests.use(state)).toEqual(who);
  expect(await requests.find(state)).toBeNull();
});

test("a link's verifier comes back for its own state alone, and lies sealed", async () => {
  const who = { portalId: (await world.newPortal()).id, userId: "27" };
  const [one, other] = [await requests.open(who, "canary-one"), await requests.open(who, "canary-other")];
  expect(await requests.find(one)).toEqual({ ...who, verifier: "canary-one" });
  const rows = await world.db.select().from(authorizationRequest);
  expect(JSON.stringify(rows)).not.toContain("canary");
  const stolen = rows.find(({ stateDigest }) => stateDigest === digestOf(other))?.verifierSealed ?? "";
  await world.db
    .update(authorizationRequest)
    .set({ verifierSealed: stolen })
    .where(eq(authorizationRequest.stateDigest, digestOf(one)));
  await expect(requests.find(one)).rejects.toMatchObject({ code: "invariant" });
});

test("a link that is too old or was never sent is nobody's", async () => {
  const state = await requests.open({ portalId: (await world.newPortal()).id, userId: "27" });
  await world.db.update(authorizationRequest).set({ expiresAt: sql`now()` });
  expect([await requests.find(state), await requests.use(state)]).toEqual([null, null]);
  expect([await requests.find("guessed"), await requests.use("guessed")]).toEqual([null, null]);
});

test("the table does not hold what opens the door", async () => {
  const state = await requests.open({ portalId: (await world.newPortal()).id, userId: "27" });
  expect(JSON.stringify(await world.db.select().from(authorizationRequest))).not.toContain(state);
});
