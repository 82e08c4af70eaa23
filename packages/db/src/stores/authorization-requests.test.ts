import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { authorizationRequest } from "../schema/portal.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createAuthorizationRequests, type AuthorizationRequests } from "./authorization-requests.ts";

let world: World;
let requests: AuthorizationRequests;
beforeAll(async () => {
  world = await createWorld();
  requests = createAuthorizationRequests(world.db);
});
afterAll(() => world.close());

test("a link tells whose it is, once, also when it is opened twice at the same time", async () => {
  const who = { portalId: (await world.newPortal()).id, userId: "27" };
  const state = await requests.open(who);
  const uses = await Promise.all([requests.use(state), requests.use(state), requests.use(state)]);
  expect(uses.filter((use) => use !== null)).toEqual([who]);
  expect(await requests.use(state)).toBeNull();
});

test("a link that the wrong person opened is good again for the right one", async () => {
  const who = { portalId: (await world.newPortal()).id, userId: "27" };
  const state = await requests.open(who);
  await requests.use(state);
  await requests.giveBack(state);
  expect(await requests.use(state)).toEqual(who);
  expect(await requests.use(state)).toBeNull();
});

test("a link that is too old or was never sent is nobody's", async () => {
  const state = await requests.open({ portalId: (await world.newPortal()).id, userId: "27" });
  await world.db.update(authorizationRequest).set({ expiresAt: sql`now()` });
  expect(await requests.use(state)).toBeNull();
  expect(await requests.use("guessed")).toBeNull();
});

test("the table does not hold what opens the door", async () => {
  const state = await requests.open({ portalId: (await world.newPortal()).id, userId: "27" });
  expect(JSON.stringify(await world.db.select().from(authorizationRequest))).not.toContain(state);
});
