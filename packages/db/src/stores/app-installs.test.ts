import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { appInstall } from "../schema/app-install.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createAppInstalls } from "./app-installs.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
beforeEach(() => world.db.delete(appInstall));
afterAll(() => world.close());

const installs = () => createAppInstalls(world.db, world.box);
const GRANT = { memberId: "m", token: { accessToken: "canary-access" } };

test("a grant waits sealed and comes out whole", async () => {
  await installs().keep("m", GRANT);
  expect(JSON.stringify(await world.db.select().from(appInstall))).not.toContain("canary");
  expect((await installs().nextWaiting())?.openGrant()).toEqual(GRANT);
});

test.each(["applied", "refused"] as const)("what was %s waits no more, and its tokens are gone", async (state) => {
  await installs().keep("m", GRANT);
  const waiting = await installs().nextWaiting();
  await installs().settle(waiting?.id ?? "", state, "because");
  expect(await installs().nextWaiting()).toBeNull();
  const [row] = await world.db.select().from(appInstall);
  expect(row).toMatchObject({ state, grantSealed: null, reason: "because", settledAt: expect.any(Date) });
});

test("what was postponed comes later, and others before it", async () => {
  await installs().keep("first", GRANT);
  const first = (await installs().nextWaiting())?.id ?? "";
  await installs().postpone(first, "no answer", 60_000);
  expect(await installs().nextWaiting()).toBeNull();
  await installs().keep("second", GRANT);
  expect((await installs().nextWaiting())?.id).not.toBe(first);
  await world.db
    .update(appInstall)
    .set({ runAt: sql`now() - interval '1 minute'` })
    .where(eq(appInstall.id, first));
  expect((await installs().nextWaiting())?.id).toBe(first);
});

test("an installation is one worker's at a time: its refresh token works once", async () => {
  await installs().keep("once", {});
  const taken = await Promise.all([installs().nextWaiting(), installs().nextWaiting(), installs().nextWaiting()]);
  expect(taken.filter((each) => each !== null)).toHaveLength(1);
});

test("what waits of a portal whose turn it is not lets those of others pass, and comes afterwards", async () => {
  await installs().keep("busy", {});
  await installs().keep("other", {});
  expect(await installs().nextWaiting(["busy"])).toMatchObject({ memberId: "other" });
  expect(await installs().nextWaiting(["busy"])).toBeNull();
  expect(await installs().nextWaiting()).toMatchObject({ memberId: "busy" });
});

test("no more than a thousand wait: anybody may post one", async () => {
  await world.db.execute(sql`
    insert into app_install (id, member_id, grant_sealed)
    select gen_random_uuid(), 'stranger', 'x' from generate_series(1, 1000)`);
  await expect(installs().keep("m", GRANT)).rejects.toMatchObject({ code: "rate_limited" });
});
