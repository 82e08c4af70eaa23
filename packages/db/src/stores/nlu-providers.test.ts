import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { createNluProviders } from "./nlu-providers.ts";
import { createNluUsage } from "./nlu-usage.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const config = { kind: "openai", baseUrl: "https://llm.example/v1", model: "small" };

test("a portal's provider comes back with its secret, which stands in no table in the clear", async () => {
  const [{ id: portalId }, { id: otherId }] = await Promise.all([world.newPortal(), world.newPortal()]);
  const providers = createNluProviders(world.db, world.box);
  expect(await providers.get(portalId)).toBeNull();

  await providers.put(portalId, { config, secret: "first" });
  await providers.put(portalId, { config, secret: "sk-s3cret" });
  await providers.put(otherId, { config: { kind: "transformers" }, secret: null });

  expect(await providers.get(portalId)).toMatchObject({ config, secret: "sk-s3cret" });
  expect(await providers.get(otherId)).toMatchObject({ config: { kind: "transformers" }, secret: null });
  const [row] = await world.db.execute<{ text: string }>(
    sql`select string_agg(row::text, '') as text from nlu_provider as row`,
  );
  expect(row?.text).not.toContain("sk-s3cret");
  // A sealed secret does not open at another portal's row.
  await world.db.execute(sql`
    update nlu_provider set secret_sealed = (select secret_sealed from nlu_provider where portal_id = ${portalId}::uuid)
    where portal_id = ${otherId}::uuid`);
  await expect(providers.get(otherId)).rejects.toMatchObject({ code: "invariant" });
  expect([await providers.remove(portalId), await providers.remove(portalId)]).toEqual([true, false]);
});

test("however many processes ask at once, a day's budget is not passed, and the next day begins anew", async () => {
  const [{ id: portalId }, { id: otherId }] = await Promise.all([world.newPortal(), world.newPortal()]);
  const usage = createNluUsage(world.db);
  const budget = { requests: 5, tokens: 10_000 };
  const taken = await Promise.all(Array.from({ length: 12 }, () => usage.take(portalId, 10, budget)));
  expect(taken.filter(Boolean)).toHaveLength(5);
  expect(await usage.take(otherId, 10, budget)).toBe(true);

  await world.db.execute(sql`update nlu_usage set day = day - 1 where portal_id = ${portalId}::uuid`);
  expect(await usage.take(portalId, 10, budget)).toBe(true);
});

test("what a request used beyond what was taken for it counts", async () => {
  const { id: portalId } = await world.newPortal();
  const usage = createNluUsage(world.db);
  const budget = { requests: 100, tokens: 1_000 };
  expect(await usage.take(portalId, 1_001, budget)).toBe(false);
  expect(await usage.take(portalId, 400, budget)).toBe(true);
  await usage.correct(portalId, 300);
  expect(await usage.take(portalId, 301, budget)).toBe(false);
  await usage.correct(portalId, -600);
  expect(await usage.take(portalId, 900, budget)).toBe(true);
});
