import { notifyBot } from "@botdeck/bots";
import type { HookPost } from "@botdeck/core";
import {
  addHook,
  alertEvent,
  alertGroup,
  databaseNow,
  type Hook,
  keepEvents,
  notification,
  type OutboxEffect,
} from "@botdeck/db";
import { explainPath } from "@botdeck/notifications";
import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { createWorld } from "../testing/world.ts";
import { editStaleCards } from "../upkeep/alerts/edit-stale-cards.ts";
import { endSilentGroups } from "../upkeep/alerts/end-silent-groups.ts";
import { tellWaiting } from "../upkeep/alerts/tell-waiting-groups.ts";

let world: Awaited<ReturnType<typeof createWorld>>;
let count = 0;
beforeAll(async () => {
  world = await createWorld(notifyBot);
  await world.portals.setBotState(world.bot.id, "active", null);
});
beforeEach(async () => {
  await world.db.execute(sql`truncate alert_group, notification, hook, outbox_effect, inbox_event cascade`);
});
afterAll(() => world.close());

const upkeep = () => ({ db: world.db, rules: world.deps.notifying.rules });

const newHook = (options: object = {}, kind: Hook["kind"] = "alertmanager") =>
  addHook(world.db, { botId: world.bot.id, name: "Monitoring", kind, options: { dialogId: "chat7", ...options } });

/** A source posts; the runtime takes it. */
async function post(hookId: string, payload: unknown, occurredAt = new Date()): Promise<void> {
  const event: HookPost = {
    kind: "hook.received",
    portalId: world.portal.id,
    botId: world.bot.id,
    hookId,
    subject: "posts",
    payload,
    occurredAt: occurredAt.toISOString(),
  };
  await keepEvents(world.db, [{ dedupeKey: `hook ${++count}`, event }], { source: "hook" });
  await world.runAll();
}

type Said = { name: string; over?: boolean; startsAt?: Date };
const START = new Date(Date.now() - 60_000);

/** As Alertmanager posts it. */
const alerts = (group: string, said: readonly Said[], labels: Record<string, string> = {}) => ({
  version: "4",
  groupKey: `{}:{alertname="${group}"}`,
  status: said.every(({ over }) => over === true) ? "resolved" : "firing",
  groupLabels: { alertname: group },
  commonLabels: { alertname: group, severity: "critical", ...labels },
  commonAnnotations: {},
  alerts: said.map(({ name, over = false, startsAt = START }) => ({
    status: over ? "resolved" : "firing",
    fingerprint: name,
    labels: { alertname: group, instance: name, severity: "critical", ...labels },
    annotations: { summary: `${name} is full` },
    startsAt: startsAt.toISOString(),
    endsAt: over ? new Date().toISOString() : "0001-01-01T00:00:00Z",
  })),
});

const bodies = async (kind: OutboxEffect["kind"]) =>
  (await world.effects()).filter((effect) => effect.kind === kind).map(({ body }) => body);
const groups = () => world.db.select().from(alertGroup).orderBy(asc(alertGroup.createdAt));
const timeline = async () =>
  (await world.db.select().from(alertEvent).orderBy(asc(alertEvent.id))).map(
    ({ kind, episode }) => `${kind} ${episode}`,
  );
/** What was sent is there, as after a delivery. */
const deliver = () =>
  world.db.execute(sql`update outbox_effect set status = 'sent', external_id = '1' where status = 'ready'`);
const later = async (ms: number) => new Date((await databaseNow(world.db)).getTime() + ms);

describe("a group that fires", () => {
  test("is one card in its hook's chat and one escalation, and its recovery is an edit and news", async () => {
    const { id } = await newHook();
    await post(id, alerts("DiskFull", [{ name: "web-1" }]));
    const [group] = await groups();
    expect(await bodies("chat.send")).toMatchObject([
      { dialogId: "chat7", text: expect.stringMatching(/^🔴 \[B\]Critical: DiskFull\[\/B\]\n1 firing/) },
    ]);
    const workflowId = `escalation:${world.portal.id}:${group?.id}:1`;
    expect(await bodies("workflow.start")).toMatchObject([
      { workflow: "escalation", workflowId, input: { groupId: group?.id, episode: 1, delayMs: 0 } },
    ]);
    await deliver();

    await post(id, alerts("DiskFull", [{ name: "web-1", over: true }]));
    expect(await bodies("workflow.signal")).toMatchObject([{ workflowId, payload: { kind: "resolved" } }]);
    expect(await editStaleCards(upkeep(), await later(0))).toBe(1);
    expect(await bodies("chat.edit")).toMatchObject([
      { key: `alert:${group?.id}:1:card`, dialogId: "chat7", text: expect.stringMatching(/^🟢/), buttons: [] },
    ]);
    expect(await timeline()).toEqual(["fired 1", "resolved 1"]);
  });

  test("however many failures it has is one card, edited in place with their number", async () => {
    const { id } = await newHook();
    for (let failures = 1; failures <= 50; failures++) {
      await post(
        id,
        alerts(
          "DiskFull",
          Array.from({ length: failures }, (_, index) => ({ name: `web-${index}` })),
        ),
      );
    }
    await deliver();
    expect(await editStaleCards(upkeep(), await later(0))).toBe(1);
    expect(await editStaleCards(upkeep(), await later(0))).toBe(0);
    expect(await bodies("chat.send")).toHaveLength(1);
    expect(await bodies("workflow.start")).toHaveLength(1);
    expect(await bodies("chat.edit")).toMatchObject([{ text: expect.stringContaining("50 firing") }]);
  });

  test("has no other edit under way while one has not left", async () => {
    const { id } = await newHook();
    await post(id, alerts("DiskFull", [{ name: "a" }]));
    await post(id, alerts("DiskFull", [{ name: "a" }, { name: "b" }]));
    expect(await editStaleCards(upkeep(), await later(0), 0)).toBe(1);
    await post(id, alerts("DiskFull", [{ name: "a" }, { name: "b" }, { name: "c" }]));
    await world.db.execute(sql`update alert_group set card_edited_at = card_edited_at - interval '1 minute'`);
    expect(await editStaleCards(upkeep(), await later(0), 0)).toBe(0);
    await deliver();
    expect(await editStaleCards(upkeep(), await later(0), 0)).toBe(1);
  });

  test("fires again as another episode with another card", async () => {
    const { id } = await newHook();
    await post(id, alerts("DiskFull", [{ name: "a" }]));
    await post(id, alerts("DiskFull", [{ name: "a", over: true }]));
    await post(id, alerts("DiskFull", [{ name: "a", startsAt: new Date(START.getTime() + 30_000) }]));
    expect((await groups()).map(({ episode, state }) => [episode, state])).toEqual([[2, "firing"]]);
    expect(await bodies("chat.send")).toHaveLength(2);
    expect(await bodies("workflow.start")).toHaveLength(2);
  });

  test("that fires again before its card told that it was over has it told there all the same", async () => {
    const { id } = await newHook();
    await post(id, alerts("DiskFull", [{ name: "a" }]));
    await deliver();
    await post(id, alerts("DiskFull", [{ name: "a", over: true }]));
    await post(id, alerts("DiskFull", [{ name: "a", startsAt: new Date(START.getTime() + 30_000) }]));
    const [group] = await groups();
    expect(await bodies("chat.edit")).toMatchObject([
      { key: `alert:${group?.id}:1:card`, dialogId: "chat7", text: expect.stringMatching(/^🟢/), buttons: [] },
    ]);
    expect(group?.cards).toMatchObject([{ key: `alert:${group?.id}:2:card` }]);
    await deliver();
    await post(id, alerts("DiskFull", [{ name: "a", over: true, startsAt: new Date(START.getTime() + 30_000) }]));
    await editStaleCards(upkeep(), await later(0));
    await post(id, alerts("DiskFull", [{ name: "a", startsAt: new Date(START.getTime() + 40_000) }]));
    expect(await bodies("chat.edit")).toHaveLength(2);
  });

  test("of which the same is said again, or that another worker takes at once, is said once", async () => {
    const { id } = await newHook();
    await Promise.all(Array.from({ length: 8 }, () => post(id, alerts("DiskFull", [{ name: "a" }]))));
    expect(await groups()).toHaveLength(1);
    expect([(await bodies("chat.send")).length, (await bodies("workflow.start")).length]).toEqual([1, 1]);
    expect(await timeline()).toEqual(["fired 1"]);
  });
});

describe("an alert that its source keeps silent about", () => {
  const [a, b] = [{ name: "a" }, { name: "b" }];
  const over = { name: "a", over: true };
  const signals = async () => (await bodies("workflow.signal")).map((body) => "payload" in body && body.payload);

  test("is paged anew when it turns out to fire on", async () => {
    const { id } = await newHook();
    await post(id, alerts("DiskFull", [a, b]));
    // The other one is muted over there, and not named.
    await post(id, alerts("DiskFull", [over]));
    await post(id, alerts("DiskFull", [b]));
    expect(await timeline()).toEqual(["fired 1", "resolved 1", "fired 2"]);
    expect(await bodies("workflow.start")).toHaveLength(2);
    expect(await groups()).toMatchObject([{ state: "firing", firing: 1, groupLabels: { alertname: "DiskFull" } }]);
  });

  test("is asked for where the source can be asked, before the group is told to have recovered", async () => {
    const { id } = await newHook({ api: { url: "http://127.0.0.1:9" } });
    await post(id, alerts("DiskFull", [a, b]));
    await post(id, alerts("DiskFull", [over]));
    expect(await signals()).toMatchObject([{ kind: "unsure" }]);
    expect(await groups()).toMatchObject([{ state: "firing", firing: 1 }]);
    // What was seen there is believed.
    await post(id, { ...alerts("DiskFull", []), seenAt: new Date().toISOString() });
    expect(await signals()).toMatchObject([{ kind: "unsure" }, { kind: "resolved" }]);
    expect(await groups()).toMatchObject([{ state: "resolved", firing: 0 }]);
  });
});

test("what was found firing anew at a source that keeps silent is a failure like any other, also when it never ended", async () => {
  const { id } = await newHook();
  const seen = (said: readonly Said[]) => ({ ...alerts("DiskFull", said), seenAt: new Date().toISOString() });
  await post(id, alerts("DiskFull", [{ name: "a" }]));
  await post(id, seen([]));
  await post(id, seen([{ name: "a", startsAt: new Date() }]));
  await post(id, seen([]));
  // It was no recovery: the source had just lost what it knew.
  await post(id, seen([{ name: "a", startsAt: START }, { name: "b" }]));
  expect((await timeline()).filter((what) => !what.startsWith("more"))).toEqual([
    "fired 1",
    "resolved 1",
    "fired 2",
    "resolved 2",
    "fired 3",
  ]);
  expect(await bodies("workflow.start")).toHaveLength(3);
});

test("an escalation hears once that its group got worse", async () => {
  const { id } = await newHook();
  const warning = (name: string) => {
    const said = alerts("DiskFull", [{ name }]);
    for (const each of said.alerts) each.labels.severity = "warning";
    return said;
  };
  await post(id, warning("a"));
  await post(id, warning("b"));
  await post(id, alerts("DiskFull", [{ name: "c" }]));
  await post(id, alerts("DiskFull", [{ name: "d" }]));
  expect(await bodies("workflow.signal")).toMatchObject([{ payload: { kind: "worse" } }]);
});

test("what comes and goes stays in the card that is there, and pages only when it stays", async () => {
  const { id } = await newHook();
  for (let round = 0; round < 5; round++) {
    const startsAt = new Date(START.getTime() + round * 1_000);
    await post(id, alerts("Flaky", [{ name: "a", startsAt }]));
    await post(id, alerts("Flaky", [{ name: "a", startsAt, over: true }]));
  }
  expect(await bodies("chat.send")).toHaveLength(3);
  const delays = (await bodies("workflow.start")).map((body) => "input" in body && body.input);
  expect(delays).toMatchObject([0, 0, 0, 600_000, 600_000].map((delayMs) => ({ delayMs })));
  const words = "fired 1,resolved 1,fired 2,resolved 2,fired 3,resolved 3,flapping 4,resolved 4,flapping 5,resolved 5";
  expect(await timeline()).toEqual(words.split(","));
  await deliver();
  await editStaleCards(upkeep(), await later(0));
  const [group] = await groups();
  expect(await bodies("chat.edit")).toMatchObject([
    { key: `alert:${group?.id}:1:card`, text: expect.stringContaining("Recovered") },
    { key: `alert:${group?.id}:2:card`, text: expect.stringContaining("Recovered") },
    { key: `alert:${group?.id}:3:card`, text: expect.stringContaining("comes and goes: 5 times") },
  ]);
});

test("what passes within the delay is told to nobody, and what lasts is told once", async () => {
  const { id } = await newHook({ delaySeconds: 300 });
  const startsAt = new Date();
  await post(id, alerts("Short", [{ name: "a", startsAt }]));
  await post(id, alerts("Short", [{ name: "a", startsAt, over: true }]));
  await post(id, alerts("Long", [{ name: "b", startsAt }]));
  expect(await tellWaiting(upkeep(), await later(0))).toBe(0);
  expect(await bodies("chat.send")).toEqual([]);
  expect((await bodies("workflow.start")).map((body) => "input" in body && body.input)).toMatchObject([
    { delayMs: expect.closeTo(300_000, -4) },
    { delayMs: expect.closeTo(300_000, -4) },
  ]);
  // Temporal would have told of it by then.
  expect(await tellWaiting(upkeep(), await later(320_000))).toBe(1);
  expect(await tellWaiting(upkeep(), await later(330_000))).toBe(0);
  expect(await bodies("chat.send")).toMatchObject([{ text: expect.stringContaining("Long") }]);
  expect(await bodies("workflow.start")).toHaveLength(2);
});

test("a group is not told while its cause fires, and is told when it outlasts it", async () => {
  const inhibit = [{ source: { tier: "cluster" }, target: { tier: "node" }, equal: ["cluster"] }];
  const { id } = await newHook({ inhibit });
  await post(id, alerts("ClusterDown", [{ name: "c" }], { tier: "cluster", cluster: "one" }));
  await post(id, alerts("NodeDown", [{ name: "n" }], { tier: "node", cluster: "one" }));
  expect(await tellWaiting(upkeep(), await later(60_000))).toBe(0);
  expect([(await bodies("chat.send")).length, (await bodies("workflow.start")).length]).toEqual([1, 1]);
  await post(id, alerts("ClusterDown", [{ name: "c", over: true }], { tier: "cluster", cluster: "one" }));
  expect(await tellWaiting(upkeep(), await later(60_000))).toBe(1);
  expect(await bodies("chat.send")).toMatchObject([{}, { text: expect.stringContaining("NodeDown") }]);
  const told = await world.db.select().from(notification).orderBy(asc(notification.id));
  const options = { language: "en" as const, timeZone: "UTC" };
  expect(told.map(({ outcome, path }) => [outcome, explainPath(path, options).at(-1)])).toEqual([
    ["sent", "The message was handed over to be sent."],
    ["skipped", "A larger failure: ClusterDown."],
    ["sent", "The message was handed over to be sent."],
  ]);
  expect(await bodies("workflow.start")).toHaveLength(2);
});

describe("a group that outlasts its cause", () => {
  const inhibit = [{ source: { tier: "cluster" }, target: { tier: "node" }, equal: [] }];
  const cluster = (over: boolean) => alerts("ClusterDown", [{ name: "c", over }], { tier: "cluster" });
  const node = (said: Partial<Said>) => alerts("NodeDown", [{ name: "n", ...said }], { tier: "node" });
  const begin = (ms: number) => new Date(START.getTime() + ms);
  const startsOfNode = async () => {
    const all = await groups();
    const nodeId = all.find(({ title }) => title === "NodeDown")?.id;
    const inputs = (await bodies("workflow.start")).flatMap((body) => ("input" in body ? [body.input] : []));
    return inputs.filter((input) => JSON.stringify(input).includes(String(nodeId)));
  };

  test("is silent as long as somebody has silenced it", async () => {
    const { id } = await newHook({ inhibit });
    await post(id, node({}));
    await world.db.execute(sql`update alert_group set state = 'silenced', silenced_until = now() + interval '1 hour'`);
    await post(id, node({ over: true }));
    await post(id, cluster(false));
    await post(id, node({ startsAt: begin(1_000) }));
    await post(id, cluster(true));
    expect(await tellWaiting(upkeep(), await later(60_000))).toBe(1);
    expect((await groups())[0]).toMatchObject({ title: "NodeDown", state: "silenced", episode: 2 });
    // Its escalation waits until the silence is over.
    expect(await startsOfNode()).toMatchObject([{ episode: 1 }, { episode: 2 }]);
  });

  test("is paged for after it has fired for long enough, when it comes and goes", async () => {
    const { id } = await newHook({ inhibit });
    for (let round = 0; round < 3; round++) {
      await post(id, node({ startsAt: begin(round * 1_000) }));
      await post(id, node({ startsAt: begin(round * 1_000), over: true }));
    }
    await post(id, cluster(false));
    await post(id, node({ startsAt: begin(30_000) }));
    await post(id, cluster(true));
    expect(await tellWaiting(upkeep(), begin(130_000))).toBe(1);
    expect((await startsOfNode()).at(-1)).toMatchObject({ episode: 4, delayMs: 500_000 });
  });

  test("is not told before, however many others fire that nothing waits for", async () => {
    const { id } = await newHook({ inhibit });
    await post(id, cluster(false));
    await post(id, node({}));
    await world.db.execute(sql`
      insert into alert_group (id, portal_id, bot_id, hook_id, key, title, severity, state, alerts, labels, firing, total, first_at, last_at)
      select gen_random_uuid(), portal_id, bot_id, hook_id, 'other ' || n, title, severity, 'firing', '[]', '{"tier":"disk"}', 1, 1,
             first_at, last_at + interval '1 minute'
      from alert_group, generate_series(1, 501) n where title = 'ClusterDown'`);
    expect(await tellWaiting(upkeep(), await later(60_000))).toBe(0);
  });
});

test("an error of which nothing is heard for a day is over, and the next one is told anew; monitoring says itself what is over", async () => {
  const sentry = await newHook({}, "sentry");
  const body = {
    action: "created",
    data: { issue: { id: "1", title: "TypeError", level: "fatal", project: { slug: "shop" } } },
  };
  await post(sentry.id, body);
  const { id } = await newHook();
  await post(id, alerts("DiskFull", [{ name: "a" }]));
  // It repeats what fires once in hours: that would end while it fires.
  const soon = await newHook({ endsAfterSeconds: 60 });
  await post(soon.id, alerts("Heartbeat", [{ name: "a" }]));
  const script = await newHook({ endsAfterSeconds: 60, fields: { title: "title", severity: "severity" } }, "generic");
  await post(script.id, { title: "Backup", severity: "critical" });
  expect(await endSilentGroups(upkeep(), await later(50_000))).toBe(0);
  expect(await endSilentGroups(upkeep(), await later(70_000))).toBe(1);
  expect(await endSilentGroups(upkeep(), await later(25 * 3_600_000))).toBe(1);
  expect((await groups()).map(({ title, state }) => [title, state])).toEqual([
    ["TypeError · shop", "resolved"],
    ["DiskFull", "firing"],
    ["Heartbeat", "firing"],
    ["Backup", "resolved"],
  ]);
  expect(await bodies("workflow.signal")).toHaveLength(2);
  await post(sentry.id, body, await later(26 * 3_600_000));
  expect((await groups())[0]).toMatchObject({ state: "firing", episode: 2 });
});

test("fifty groups at once have a card each, and are edited one a second", async () => {
  const { id } = await newHook();
  const names = Array.from({ length: 50 }, (_, index) => `Group${index}`);
  for (const name of names) await post(id, alerts(name, [{ name: "a" }]));
  for (const name of names) await post(id, alerts(name, [{ name: "a" }, { name: "b" }]));
  await deliver();
  expect(await bodies("chat.send")).toHaveLength(50);
  expect(await editStaleCards(upkeep(), await later(0))).toBe(1);
  const editedAgo = (seconds: number) =>
    world.db.execute(sql`update alert_group set card_edited_at = now() - ${seconds}::int * interval '1 second'
      where card_edited_at is not null`);
  await editedAgo(-60);
  expect(await editStaleCards(upkeep(), await later(0))).toBe(0);
  await editedAgo(2);
  expect(await editStaleCards(upkeep(), await later(0))).toBe(1);
});

test("what somebody pressed is shown before what only changed", async () => {
  const { id } = await newHook();
  for (const name of ["Older", "Pressed"]) {
    await post(id, alerts(name, [{ name: "a" }]));
    await post(id, alerts(name, [{ name: "a" }, { name: "b" }]));
  }
  const edited = (title: string, seconds: number, state: string) =>
    world.db.execute(sql`update alert_group set state = ${state}, acknowledged_by_name = 'Anna',
      card_edited_at = now() - ${seconds}::int * interval '1 second' where title = ${title}`);
  await edited("Older", 20, "firing");
  await edited("Pressed", 5, "acknowledged");
  expect(await editStaleCards(upkeep(), await later(0))).toBe(1);
  expect(await bodies("chat.edit")).toMatchObject([{ text: expect.stringContaining("Acknowledged by Anna") }]);
});

test("a card that was refused is not edited", async () => {
  const { id } = await newHook();
  await post(id, alerts("DiskFull", [{ name: "a" }]));
  await world.db.execute(sql`update outbox_effect set status = 'dead' where kind = 'chat.send'`);
  await post(id, alerts("DiskFull", [{ name: "a" }, { name: "b" }]));
  expect(await editStaleCards(upkeep(), await later(0))).toBe(0);
  expect((await groups())[0]).toMatchObject({ cards: [], isCardStale: false, firing: 2 });
});

test("a source whose hook is gone, or that is read no more, stops nothing else", async () => {
  const { id } = await newHook();
  await world.db.execute(sql`truncate hook cascade`);
  await post(id, alerts("DiskFull", [{ name: "a" }]));
  expect((await world.events()).map(({ status }) => status)).toEqual(["ignored"]);
});

test("posts for rules share few lanes, and those about one record stay in order", async () => {
  const { id } = await newHook({}, "payment");
  for (let index = 0; index < 24; index++) {
    await post(id, { event: "payment.succeeded", object: { id: `p${index % 12}`, status: "succeeded" } });
  }
  const reads = (await world.effects()).filter(({ kind }) => kind === "record.read");
  expect(reads).toHaveLength(24);
  expect(new Set(reads.map(({ lane }) => lane)).size).toBe(4);
  const laneOf = new Map(reads.map(({ body, lane }) => ["subject" in body ? body.subject : "", lane]));
  for (const { body, lane } of reads) expect(lane).toBe(laneOf.get("subject" in body ? body.subject : ""));
});

test("what a rule wants to know of a payment is looked at with the people that it concerns", async () => {
  const { id } = await newHook({}, "payment");
  await post(id, {
    event: "payment.succeeded",
    object: { id: "2a", status: "succeeded", amount: { value: "1200.50", currency: "RUB" } },
  });
  expect(await bodies("record.read")).toMatchObject([
    {
      subject: "payment:2a",
      posted: { source: "payment", hookId: id, record: { amount: 1200.5, currency: "RUB", title: "Monitoring" } },
    },
  ]);
  expect((await world.events()).map(({ status }) => status)).toEqual(["done"]);
});
