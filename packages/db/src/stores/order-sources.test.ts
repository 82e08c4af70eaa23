import { randomBytes } from "node:crypto";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createSecretBox } from "../secret-box.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createOrderSources } from "./order-sources.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const config = { kind: "odata", url: "https://1c.example/odata/" };

test("a portal's order source comes back with its secret, which stands in no table in the clear", async () => {
  const [{ id: portalId }, { id: otherId }] = await Promise.all([world.newPortal(), world.newPortal()]);
  const sources = createOrderSources(world.db, world.box);
  expect(await sources.get(portalId)).toBeNull();

  await sources.put(portalId, { config, secret: "first" });
  await sources.put(portalId, { config, secret: "robot:pa$$word" });
  await sources.put(otherId, { config: { kind: "sale" }, secret: null });

  expect(await sources.get(portalId)).toMatchObject({ config, secret: "robot:pa$$word" });
  expect(await sources.get(otherId)).toMatchObject({ config: { kind: "sale" }, secret: null });
  const [row] = await world.db.execute<{ text: string }>(
    sql`select string_agg(row::text, '') as text from order_source as row`,
  );
  expect(row?.text).not.toContain("pa$$word");
  // A sealed secret does not open at another portal's row.
  await world.db.execute(sql`
    update order_source set secret_sealed = (select secret_sealed from order_source where portal_id = ${portalId}::uuid)
    where portal_id = ${otherId}::uuid`);
  await expect(sources.get(otherId)).rejects.toMatchObject({ code: "invariant" });
  expect([await sources.remove(portalId), await sources.remove(portalId)]).toEqual([true, false]);
  expect(await sources.get(portalId)).toBeNull();
});

test("a secret that was sealed with another key is as if there were none, stays when left out, and is replaced by the next", async () => {
  const { id: portalId } = await world.newPortal();
  const sealedBy = createOrderSources(world.db, createSecretBox(randomBytes(32).toString("base64")));
  await sealedBy.put(portalId, { config, secret: "lost" });
  const sources = createOrderSources(world.db, world.box);
  expect(await sources.get(portalId)).toMatchObject({ config, secret: null });
  await sources.put(portalId, { config: { ...config, url: "https://1c.example/v2/" } });
  expect(await sealedBy.get(portalId)).toMatchObject({ config: { url: "https://1c.example/v2/" }, secret: "lost" });
  await sources.put(portalId, { config, secret: "anew" });
  expect(await sources.get(portalId)).toMatchObject({ secret: "anew" });
});
