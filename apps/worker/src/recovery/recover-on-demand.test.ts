import { createPollerLocks, inboxEvent, outage } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import { CLIENT_ID, createMissedWorld, type MissedWorld } from "../testing/missed-world.ts";
import { describeFindings, unseenOf } from "./describe-findings.ts";
import { recoverOnDemand } from "./recover-on-demand.ts";
import { RECOVERY_LOCK } from "./start-recovery.ts";

let world: MissedWorld;
let locks: ReturnType<typeof createPollerLocks>;
beforeEach(async () => {
  world = await createMissedWorld();
  locks = createPollerLocks(world.url);
  world.scopes.push("crm");
  const words = [90, 50].map((minutesAgo, index) => ({ id: 10 + index, by: CLIENT_ID, minutesAgo }));
  await world.know("chat5", "open_line", words.slice(0, 1));
  world.sessions.push({ id: 3, chatId: 5, words });
  const times = [
    [90, 80],
    [90, 50],
    [40, 30],
  ] as const;
  for (const [index, [createdAgo, updatedAgo]] of times.entries()) {
    const [createdTime, updatedTime] = [world.ago(createdAgo).toISOString(), world.ago(updatedAgo).toISOString()];
    world.deals.push({ id: index + 1, createdTime, updatedTime });
  }
});
afterEach(async () => {
  await locks.close();
  await world.close();
});

const ask = (isDryRun: boolean) =>
  recoverOnDemand({ since: world.ago(60), onlyPortalId: null, isDryRun }, { ...world.deps, locks });

test("a dry run says what is missing, and changes nothing here nor on the portal", async () => {
  const findings = await ask(true);
  expect(describeFindings(findings, true).split("\n")).toEqual([
    "portal.example store chat5: 1",
    "portal.example deals: 2",
    "4 places looked through, 3 events are missing",
    "",
  ]);
  expect(await world.db.$count(inboxEvent)).toBe(0);
  expect(await world.db.$count(outage)).toBe(0);
});

test("a dry run names the portal that it could not see, and promises nothing", async () => {
  world.state.ending = () => ({ status: 502, body: "" });
  const findings = await ask(true);
  expect(unseenOf(findings)).toHaveLength(1);
  const [line, sum] = describeFindings(findings, true).split("\n");
  expect(line).toMatch(/^portal\.example: 0; not seen: /);
  expect(sum).toBe("0 of 1 places looked through, 0 events are missing");
});

test("what is missing comes when a person asks for it, and is there when they ask again", async () => {
  await ask(false);
  expect((await world.taken()).toSorted()).toEqual(["chat5 #11", "deal:2", "deal:3"]);
  const changes = (await world.rows()).flatMap(({ body }) => (body !== null && "change" in body ? [body.change] : []));
  expect(changes).toMatchObject([{ change: "updated" }, { change: "added" }]);
  const again = await ask(false);
  expect(again.reduce((sum, { recovered }) => sum + recovered, 0)).toBe(0);
  expect(await world.taken()).toHaveLength(3);
});

test("while a worker looks into an outage, nobody else does", async () => {
  const theirs = createPollerLocks(world.url);
  await theirs.run(RECOVERY_LOCK, async () => {
    await expect(ask(false)).rejects.toMatchObject({ code: "conflict" });
  });
  await theirs.close();
  await expect(
    recoverOnDemand(
      { since: new Date(Date.now() + 60_000), onlyPortalId: null, isDryRun: true },
      { ...world.deps, locks },
    ),
  ).rejects.toMatchObject({ code: "invalid" });
});
