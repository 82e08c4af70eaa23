import { createFakePortal } from "@botdeck/b24-client/testing";
import { notifyBot } from "@botdeck/bots";
import { createOAuthTokens, inboxEvent, notificationRule, recordPoll } from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { createPortalClients } from "@botdeck/portal-clients";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { unhurried } from "./place.ts";
import { createRecordPoller } from "./poll-records.ts";

type Deal = { id: number; createdTime: string; updatedTime: string };

let world: World;
let deals: Deal[];
let asked: string[];
let isRefusing: boolean;
let now: Date;
let poll: () => Promise<void>;
beforeAll(async () => {
  world = await createWorld(notifyBot);
  await world.portals.setState(world.portal.id, "active");
});
beforeEach(() => newPoller());
beforeEach(async () => {
  for (const table of [inboxEvent, recordPoll, notificationRule]) await world.db.delete(table);
  [deals, asked, isRefusing, now] = [[], [], false, new Date("2026-11-21T09:00:00Z")];
});
afterAll(() => world.close());

/** As a process begins: it remembers nothing. */
function newPoller(): void {
  const { db, box, portals, logger } = world;
  const { transport } = createFakePortal({
    "crm.item.list": ({ entityTypeId, filter }) => {
      asked.push(String(entityTypeId));
      if (isRefusing) throw { error: "ACCESS_DENIED", error_description: "Access denied." };
      const wanted = filter as Record<string, unknown>;
      const since = String(wanted[">=updatedTime"]);
      const after = Number(wanted[">id"] ?? 0);
      return {
        items: entityTypeId === 2 ? deals.filter(({ id, updatedTime }) => id > after && updatedTime >= since) : [],
      };
    },
    "tasks.task.list": () => {
      asked.push("task");
      return { tasks: [] };
    },
  });
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });
  const calls = unhurried(new AbortController().signal);
  const lineBots = new Set<string>();
  const records = ["lead", "deal", "contact", "company", "task"] as const;
  poll = createRecordPoller({
    db,
    portals,
    clients,
    lineBots,
    records,
    answerWithinMs: 0,
    calls,
    logger,
    now: () => now,
  });
}

const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));
const found = async () =>
  (await world.events()).map(({ body }) => body?.kind === "portal.changed" && [body.subject, body.change["change"]]);

test("what changed since the last look is found once, what was before the first one never", async () => {
  deals = [{ id: 1, createdTime: "2026-11-20T09:00:00Z", updatedTime: "2026-11-20T09:00:00Z" }];
  await poll();
  later(2);
  deals.push({ id: 2, createdTime: "2026-11-21T09:01:00Z", updatedTime: "2026-11-21T09:01:00Z" });
  await poll();
  await poll();
  expect(await found()).toEqual([["deal:2", "added"]]);

  // It is looked through again with what overlaps: now it has changed.
  later(1);
  deals[1] = { id: 2, createdTime: "2026-11-21T09:01:00Z", updatedTime: "2026-11-21T09:02:30Z" };
  await poll();
  later(2);
  await poll();
  expect(await found()).toEqual([
    ["deal:2", "added"],
    ["deal:2", "updated"],
  ]);
});

test("after an outage of ours, or a look that the portal refused, it goes on where it stopped", async () => {
  await poll();
  deals = [{ id: 3, createdTime: "2026-11-20T09:00:00Z", updatedTime: "2026-11-21T09:30:00Z" }];
  later(60);
  isRefusing = true;
  await poll();
  newPoller();
  isRefusing = false;
  later(60);
  await poll();
  expect(await found()).toEqual([["deal:3", "updated"]]);
});

test("a portal is looked through once a minute, and only for records that a rule wants to know of", async () => {
  const { id: portalId } = world.portal;
  const isOfDeals = ({ trigger }: (typeof BUILT_IN_RULES)[number]) =>
    trigger.kind === "record" && trigger.record === "deal";
  const rows = BUILT_IN_RULES.filter((rule) => !isOfDeals(rule)).map(({ code, ...rule }) => ({
    id: newId(),
    portalId,
    code,
    rule,
    isEnabled: false,
    updatedBy: "a test",
  }));
  await world.db.insert(notificationRule).values(rows);
  await poll();
  later(2);
  await poll();
  const once = asked.length;
  later(0.9);
  await poll();
  expect(asked).toEqual(Array(once).fill("2"));
  expect(once).toBeGreaterThan(0);
  expect(await world.db.select({ record: recordPoll.record }).from(recordPoll)).toEqual([{ record: "deal" }]);
});
