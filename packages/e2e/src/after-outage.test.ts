import { conversation, inboxEvent, listOutages, type Outage } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { expect, test } from "vitest";

import { clientAt } from "./emulator-api.ts";
import { type Deployment, startDeployment } from "./system/deployment.ts";
import { OTHERS_PHONE } from "./system/people.ts";

const SOON_MS = 90_000;

/** The emulator's own control API. */
async function control<Answer>({ portalUrl }: Deployment, path: string, body?: object): Promise<Answer> {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(new URL(`/emulator/api${path}`, portalUrl), body === undefined ? {} : post);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer; // safe: both sides are in this repository
}

/** An operator takes a dialog, writes in it, and closes it. */
async function operatorServes(deployment: Deployment, chatId: string, text: string): Promise<void> {
  const people = await control<{ id: string; role: string }[]>(deployment, "/people");
  const operator = people.find(({ role }) => role === "operator")?.id ?? "";
  await control(deployment, `/dialogs/${chatId}/answer`, { as: operator });
  await control(deployment, `/dialogs/${chatId}/messages`, { as: operator, text });
  await control(deployment, `/dialogs/${chatId}/close`, { as: operator });
}

/** People of the portal work on it, by an administrator's webhook. */
async function changeRecords(deployment: Deployment): Promise<void> {
  const webhook = await deployment.emulator.makeWebhook(["crm", "task"]);
  const call = async (method: string, params: object) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${webhook}${method}`, { method: "POST", headers, body: JSON.stringify(params) });
    expect([method, response.status]).toEqual([method, 200]);
  };
  await call("crm.deal.add", { fields: { TITLE: "While nobody listened" } });
  await call("tasks.task.add", { fields: { TITLE: "While nobody listened", RESPONSIBLE_ID: 1 } });
}

async function outageWhen(deployment: Deployment, state: Outage["state"]): Promise<Outage> {
  let last: Outage | undefined;
  const isThere = async () => {
    [last] = await listOutages(deployment.db, { withinHours: 1, limit: 1 });
    return last?.state === state;
  };
  if ((await waitUntil(isThere, { timeoutMs: SOON_MS })) && last !== undefined) return last;
  throw new Error(`no outage is ${state}: ${JSON.stringify(last)}`);
}

test("what happened while no gateway was there is taken in afterwards, once and in order, and answered", async () => {
  const options = { scopes: ["crm"], roles: ["recovery"] };
  const deployment = await startDeployment(undefined, options);
  const { emulator, db, gateway } = deployment;
  // Nothing is known of who asks, and nothing was told to the other: the bot makes no lead of them before the outage.
  const [served, asking] = [clientAt(await emulator.clients(), 0), clientAt(await emulator.clients(), 1)];
  await asking.write("where is my order?");
  await asking.hears(/What is your order number/);
  await served.write("hello");
  await served.hears(/What do you need/);
  type Platform = { apps: { events: string[] }[] };
  const isQueued = async () =>
    (await control<Platform>(deployment, "/platform")).apps.some(({ events }) => events.includes("ONCRMDEALDELETE"));
  expect(await waitUntil(isQueued, { timeoutMs: SOON_MS })).toBe(true);

  await gateway.kill();
  await asking.write(`It is A-1043, and my phone is ${OTHERS_PHONE}`);
  await served.write("hello?");
  const dialogs = await db.select().from(conversation);
  const [, last] = dialogs.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const servedChat = last?.chatId ?? "";
  await operatorServes(deployment, servedChat, "Ask again when you know the number.");
  await served.write("and now? where is my order?");
  await changeRecords(deployment);
  expect(await outageWhen(deployment, "open")).toMatchObject({ kind: "gateway", endedAt: null });
  await gateway.start();

  await asking.hears(/Order A-1043 is being packed/);
  const outage = await outageWhen(deployment, "closed");
  expect(outage.findings.filter(({ problem }) => problem !== null)).toEqual([]);
  const limits = outage.findings.filter(({ limit }) => limit !== undefined).map(({ where }) => where);
  expect(limits).toEqual(["sales", "report"].map((bot) => expect.stringContaining(`${bot} new private dialogs`)));
  const events = (await db.select().from(inboxEvent)).toSorted((one, other) => one.seq - other.seq);
  const missed = events.filter(({ outageId }) => outageId === outage.id);
  expect(outage.recovered).toBe(missed.length);
  const told = (lane: string) => missed.filter((each) => each.lane.endsWith(lane)).map(({ body }) => body);
  expect(told(`chat${servedChat}`)).toMatchObject([
    { message: { text: "hello?" }, isPast: true },
    { message: { text: "Ask again when you know the number." } },
    { kind: "bot.joined" },
    { message: { text: "and now? where is my order?" } },
  ]);
  // The worker may have read the portal's queue of changes before the gateway was back: then they were never missed.
  const changes = events.filter(({ kind }) => kind === "portal.changed");
  const [deals, tasks] = ["deal:", "task:"].map((type) => changes.filter(({ lane }) => lane.includes(`:${type}`)));
  expect(
    [deals, tasks].map((each) => each?.map(({ body }) => body !== null && "change" in body && body.change)),
  ).toEqual([
    [expect.objectContaining({ record: "deal", change: "added" })],
    [expect.objectContaining({ kind: "task.changed", change: "added" })],
  ]);
  expect(missed.filter(({ kind }) => kind !== "portal.changed")).toHaveLength(5);
  // What the bot itself leaves in the CRM, once it is back, is no work of the portal's people.
  const ownRecords = missed.filter(({ lane }) => /:(?:lead|contact):/.test(lane));
  expect(outage.takenIn + outage.recovered).toBe(5 + 2 + ownRecords.length);
  const isServedByBot = async () =>
    (await db.select().from(conversation)).every(
      ({ owner, lastMessageBy }) => owner === "bot" && lastMessageBy === "bot",
    );
  expect(await waitUntil(isServedByBot, { timeoutMs: SOON_MS })).toBe(true);
});
