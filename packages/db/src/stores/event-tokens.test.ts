import { afterAll, beforeAll, expect, test } from "vitest";

import { eventToken } from "../schema/event-token.ts";
import { messageEvent } from "../testing/events.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createEventTokens, type EventTokens, sealEventToken } from "./event-tokens.ts";
import { keepEvents } from "./inbox.ts";

let world: World;
let tokens: EventTokens;
beforeAll(async () => {
  world = await createWorld();
  tokens = createEventTokens(world.db, world.box);
});
afterAll(() => world.close());

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));
const sealed = (portalId: string, userId: string, accessToken: string, endsAt: Date) =>
  sealEventToken(world.box, portalId, { userId, accessToken, expiresAt: endsAt });
let count = 0;
const keep = (...kept: ReturnType<typeof sealed>[]) =>
  keepEvents(world.db, [messageEvent(`token-${++count}`)], { source: "webhook", tokens: kept });

test.each([{ tells: false }, { tells: true }])(
  "a batch keeps of each person the token that ends last: %o",
  async ({ tells }) => {
    const { id } = await world.newPortal();
    const kept = [
      sealed(id, "27", "early", at(10)),
      sealed(id, "28", "boris", at(10)),
      sealed(id, "27", "late", at(30)),
      sealed(id, "27", "middle", at(20)),
    ];
    const event = messageEvent(`batch-${tells}`);
    expect(await keepEvents(world.db, [event], { source: "webhook", tells, tokens: kept })).toEqual([event.dedupeKey]);
    // A second delivery is no new event, and may bring a newer token.
    const again = { source: "webhook" as const, tells, tokens: [sealed(id, "28", "newer", at(40))] };
    expect(await keepEvents(world.db, [event], again)).toEqual([]);

    expect(await tokens.get(id, "27")).toEqual({ accessToken: "late", expiresAt: at(30) });
    expect(await tokens.get(id, "28")).toEqual({ accessToken: "newer", expiresAt: at(40) });
  },
);

test("batches of many at once, in any order, wait for each other and lose none", async () => {
  const { id } = await world.newPortal();
  const people = Array.from({ length: 40 }, (_, index) => String(100 + index));
  const rounds = Array.from({ length: 12 }, (_, round) => {
    const batch = people.map((userId) => sealed(id, userId, `${userId}-${round}`, at(round)));
    return keep(...(round % 2 === 0 ? batch : batch.toReversed()));
  });
  await Promise.all(rounds);
  for (const userId of people) expect((await tokens.get(id, userId))?.accessToken).toBe(`${userId}-11`);
});

test("a refused token is forgotten, unless a newer one has come", async () => {
  const { id } = await world.newPortal();
  await keep(sealed(id, "27", "first", at(10)));
  await keep(sealed(id, "27", "second", at(20)));
  await tokens.forget(id, "27", { accessToken: "first", expiresAt: at(10) });
  expect(await tokens.get(id, "27")).toMatchObject({ accessToken: "second" });
  await tokens.forget(id, "27", { accessToken: "second", expiresAt: at(20) });
  expect(await tokens.get(id, "27")).toBeNull();
});

test("the table tells nobody a token", async () => {
  const { id } = await world.newPortal();
  await keep(sealed(id, "27", "canary", at(10)));
  expect(JSON.stringify(await world.db.select().from(eventToken))).not.toContain("canary");
});
