import { afterAll, beforeAll, expect, test } from "vitest";

import { createDesk } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { countCauses } from "./count-causes.ts";
import { ALL_DEAD } from "./dead-letter.ts";
import { type LetterCursor, listDeadLetters } from "./list-dead-letters.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test("paging shows each letter once in order of death, those of one instant too", async () => {
  const desk = await createDesk(world);
  const at = new Date("2026-11-20T10:00:00Z");
  const made: string[] = [];
  for (let index = 0; index < 12; index++) {
    const death = { at: new Date(at.getTime() + (index % 4) * 1000) };
    made.push(index % 2 === 0 ? await desk.deadEvent(death) : await desk.deadEffect(death));
  }
  await desk.addEvent();

  for (const order of ["newest", "oldest"] as const) {
    const seen: { id: string; at: number }[] = [];
    for (let after: LetterCursor | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
      const page = await listDeadLetters(
        world.db,
        { ...ALL_DEAD, portalId: desk.portalId },
        { order, after, limit: 5 },
      );
      seen.push(...page.rows.map(({ id, settledAt }) => ({ id, at: settledAt.getTime() })));
      after = page.next;
    }
    expect(seen.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
    const times = seen.map((letter) => letter.at);
    expect(times).toEqual(times.toSorted((one, other) => (order === "oldest" ? one - other : other - one)));
  }
});

test("letters with one cause are counted together, whatever ids and numbers stand in the error", async () => {
  const desk = await createDesk(world);
  const other = await createDesk(world);
  for (const chat of ["17", "18", "19"]) await desk.deadEffect({ error: `ACCESS_DENIED: no chat ${chat}` });
  await other.deadEffect({ error: "ACCESS_DENIED: no chat 20" });
  await desk.deadEvent({ error: "failed at https://portal.example/rest/1/secret7code/im" });

  const causes = await countCauses(world.db, { ...ALL_DEAD, portalId: desk.portalId });

  expect(causes.map(({ cause, what, kind, count }) => [cause, what, kind, count])).toEqual([
    ["ACCESS_DENIED: no chat #", "effect", "chat.send", 3],
    ["failed at …", "event", "message.added", 1],
  ]);
  const causeId = causes[0]?.causeId ?? "";
  const page = { order: "newest", after: null, limit: 10 } as const;
  const { rows } = await listDeadLetters(world.db, { ...ALL_DEAD, portalId: desk.portalId, causeId }, page);
  expect(new Set(rows.map(({ reason }) => reason))).toEqual(
    new Set(["17", "18", "19"].map((chat) => `ACCESS_DENIED: no chat ${chat}`)),
  );
});

test("the filter keeps what it names", async () => {
  const desk = await createDesk(world);
  const old = await desk.deadEvent({ at: new Date("2026-11-01T00:00:00Z") });
  const fresh = await desk.deadEffect({ at: new Date("2026-11-02T00:00:00Z") });
  const ids = async (filter: Partial<typeof ALL_DEAD>) => {
    const page = { order: "oldest", after: null, limit: 10 } as const;
    const { rows } = await listDeadLetters(world.db, { ...ALL_DEAD, portalId: desk.portalId, ...filter }, page);
    return rows.map(({ id }) => id);
  };

  expect(await ids({})).toEqual([old, fresh]);
  expect(await ids({ what: "effect" })).toEqual([fresh]);
  expect(await ids({ kind: "message.added" })).toEqual([old]);
  expect(await ids({ botId: desk.botId, from: new Date("2026-11-02T00:00:00Z") })).toEqual([fresh]);
  expect(await ids({ to: new Date("2026-11-02T00:00:00Z") })).toEqual([old]);
  expect(await ids({ state: "discarded" })).toEqual([]);
});
