import { type ParsedBotEvent, toKeyedBotEvent } from "@botdeck/b24-client";
import { conversation, inboxEvent, keepEvents, outage, rateBudget } from "@botdeck/db";
import { afterAll, beforeAll, expect, test } from "vitest";

import { CLIENT_ID, createMissedWorld, type MissedWorld, OPERATOR_ID, type Word } from "../testing/missed-world.ts";

let world: MissedWorld;
beforeAll(async () => {
  world = await createMissedWorld();
  world.scopes.push("crm");
  world.sessions.push(
    { id: 3, chatId: 5, words: [said(10, 90), said(12, 50), said(13, 45, OPERATOR_ID), said(16, 40)] },
    { id: 4, chatId: 6, words: [said(20, 50), said(21, 49)] },
  );
});
afterAll(() => world.close());

const said = (id: number, minutesAgo: number, by = CLIENT_ID): Word => ({ id, by, minutesAgo });
/** What has to be in the inbox in the end, whatever happened. */
const MISSED = ["chat5 #12", "chat5 #13", "chat5 #16", "chat6 #20", "chat6 #21", "deal:1", "deal:2"];

/** The webhook of a word that comes late, in the middle of the search for it. */
async function postLate({ id, by, minutesAgo }: Word): Promise<void> {
  const parsed: ParsedBotEvent = {
    bitrixBotId: "7001",
    identity: [String(id)],
    draft: {
      kind: "message.added",
      dialog: { id: "chat5", chatId: "5", type: "open_line", title: "", entityId: null },
      person: { id: by, name: "", kind: "client" },
      language: null,
      occurredAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      message: { id: String(id), text: `word ${id}`, files: [] },
    },
  };
  const owner = { portalId: world.portal.id, botId: world.bot.id };
  await keepEvents(world.db, [toKeyedBotEvent(parsed, owner)], { source: "webhook" });
}

async function begin(): Promise<string> {
  await world.db.delete(inboxEvent);
  await world.db.delete(outage);
  await world.db.delete(conversation);
  // Each round begins with a full bucket: else the rounds would wait for it.
  await world.db.delete(rateBudget);
  await world.know("chat5", "open_line", [said(10, 90)]);
  world.queue.length = 0;
  for (const deal of [1, 2]) world.queueDeal(deal);
  return (await world.missSince()).id;
}

/** Lets the process die at its nth request; false when it made fewer. */
async function dieAt(nth: number, outageId: string, meanwhile: () => Promise<void>): Promise<boolean> {
  const dying = new AbortController();
  let requests = 0;
  const late: Promise<void>[] = [];
  world.state.ending = () => {
    requests += 1;
    if (requests === 1) late.push(meanwhile());
    if (requests < nth) return undefined;
    dying.abort();
    return { status: 502, body: "" };
  };
  await world.recover(outageId, dying.signal).catch(() => {});
  await Promise.all(late);
  world.state.ending = () => undefined;
  return requests >= nth;
}

test("wherever the process dies, and whatever comes late meanwhile, everything is in the inbox once and counted", async () => {
  let deaths = 0;
  for (let nth = 1; ; nth += 1) {
    const id = await begin();
    const died = await dieAt(nth, id, () => (nth % 2 === 0 ? postLate(said(12, 50)) : Promise.resolve()));
    if (died) await world.recover(id);
    const taken = (await world.taken())
      .filter((each) => !each.includes("bot.joined"))
      .map((each) => each.replace(" past", ""));
    expect(taken.toSorted()).toEqual(MISSED);
    expect(taken.filter((each) => each.startsWith("chat5"))).toEqual(MISSED.slice(0, 3));
    const recovered = (await world.rows()).filter(({ source }) => source === "recovery").length;
    expect(await world.outageOf(id)).toMatchObject({ state: "closed", recovered });
    if (!died) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(5);
}, 60_000);
