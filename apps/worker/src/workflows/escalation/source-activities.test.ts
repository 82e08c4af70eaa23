import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { type Alert, AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { addHook, type AlertGroup, alertGroup, inboxEvent, timelineOf } from "@botdeck/db";
import { HookOptions, readHookPost } from "@botdeck/notifications";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createFlowWorld, type FlowWorld } from "../../testing/flow-world.ts";
import { createSourceActivities } from "./source-activities.ts";

const NOW = new Date("2027-03-01T09:00:00Z");
/** When the source told of the group. */
const TOLD = new Date("2027-03-01T08:30:00Z");
const LABELS = { alertname: 'Site "down"', service: "shop" };
/** What the group's alerts have in common just now, beside what makes them a group. */
const COMMON = { ...LABELS, instance: "one" };
const ALERT: Alert = {
  fingerprint: "f1",
  name: "Site down",
  status: "firing",
  severity: "critical",
  summary: "No answer",
  labels: { ...COMMON, event_id: "77" },
  startsAt: NOW.toISOString(),
  endsAt: null,
  url: null,
};
const TOKEN = "a-token-of-the-source";

let world: FlowWorld;
let server: Server;
let url: string;
/** What the server was asked, and what it answers to a path. */
let asked: { method: string; path: string; body: unknown; authorization: string | undefined }[];
let answers: Record<string, () => { status: number; body?: unknown }>;
let attempt: number;

beforeEach(async () => {
  [asked, answers, attempt] = [[], {}, 1];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const [method, path] = [request.method ?? "", request.url ?? ""];
      const { authorization } = request.headers;
      asked.push({ method, path, authorization, body: text === "" ? null : JSON.parse(text) });
      const { status, body } = answers[`${method} ${path.split("?")[0]}`]?.() ?? { status: 404 };
      response.writeHead(status, { "content-type": "application/json" });
      response.end(body === undefined ? "" : JSON.stringify(body));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = await createFlowWorld();
});
afterEach(async () => {
  server.close();
  await world.close();
});

async function open(
  kind: "alertmanager" | "zabbix" | "grafana",
  { groupLabels = LABELS as Record<string, string> | null, labels = COMMON, isTold = true, path = "" } = {},
) {
  const { portalId, botId } = world.origin;
  const options = HookOptions.parse({ api: { url: `${url}${path}`, isTold } });
  const made = await addHook(world.db, { botId, name: "Monitoring", kind, options, apiToken: TOKEN }, world.box);
  const groupId = newId();
  const about = { key: "{}:{shop}", title: "Site down", severity: "critical", state: "acknowledged" } as const;
  const counts = { alerts: [ALERT], labels, groupLabels, firing: 1, total: 1, firstAt: TOLD, lastAt: TOLD };
  await world.db.insert(alertGroup).values({ id: groupId, portalId, botId, hookId: made.id, ...about, ...counts });
  const { db, box } = world;
  const deps = {
    currentWorkflowId: () => `escalation:${groupId}`,
    currentActivity: () => ({ attempt }),
    now: () => NOW,
  };
  const { tellSource, lookAtSource, lookForReturn } = createSourceActivities({ db, box, ...deps });
  const episode = { portalId, botId, groupId, episode: 1 };
  return {
    tell: (
      what: "acknowledged" | "silenced" | "ended" | "recovered",
      until: string | null = null,
      of: "acknowledged" | "silenced" = "acknowledged",
    ) => tellSource(episode, { key: "k", kind: what, byName: "Anna", until, of }),
    look: (key = "1") => lookAtSource(episode, { key }),
    lookForReturn: () => lookForReturn(episode),
    change: (values: Partial<AlertGroup>) => world.db.update(alertGroup).set(values).where(eq(alertGroup.id, groupId)),
    hookId: made.id,
    groupId,
    timeline: async () =>
      (await timelineOf(db, episode)).map(({ kind: event, facts }) => [event, facts["refusal"] ?? ""]),
    mark: `[${groupId}:1]`,
  };
}

describe("Alertmanager", () => {
  test("gets a silence of the group's labels and of nothing else, which is the same one when it is told again", async () => {
    const { tell, timeline, mark } = await open("alertmanager", { path: "/alerts/" });
    const silences: object[] = [];
    answers["GET /alerts/api/v2/silences"] = () => ({ status: 200, body: silences });
    answers["POST /alerts/api/v2/silences"] = () => ({ status: 200, body: { silenceID: "s1" } });
    expect(await tell("acknowledged")).toEqual({ isMuted: true });
    const others = { id: "s0", status: { state: "active" }, comment: "by hand", startsAt: NOW.toISOString() };
    silences.push(
      others,
      { ...others, id: "s1", comment: `x ${mark}` },
      { ...others, id: "s2", status: { state: "expired" }, comment: mark },
    );
    await tell("silenced", "2027-03-01T13:00:00.000Z");
    const matchers = Object.entries(LABELS).map(([name, value]) => ({ name, value, isRegex: false, isEqual: true }));
    const posts = asked.filter(({ method }) => method === "POST");
    expect(posts.map(({ body }) => body)).toEqual([
      {
        matchers,
        startsAt: NOW.toISOString(),
        endsAt: "2027-03-02T09:00:00.000Z",
        createdBy: "Anna",
        comment: `Acknowledged by Anna in the chat ${mark}`,
      },
      {
        id: "s1",
        matchers,
        startsAt: NOW.toISOString(),
        endsAt: "2027-03-01T13:00:00.000Z",
        createdBy: "Anna",
        comment: `Silenced by Anna in the chat ${mark}`,
      },
    ]);
    expect(posts.map(({ authorization }) => authorization)).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
    expect(await timeline()).toEqual([["told_source", ""]]);
  });

  test("is told by the labels that make the group, and by those it has not where others have them", async () => {
    const { tell, hookId } = await open("alertmanager", { groupLabels: { alertname: "Site" } });
    const { portalId, botId } = world.origin;
    const about = { portalId, botId, hookId, title: "Site", severity: "critical", state: "firing" } as const;
    const counts = { alerts: [], firing: 1, total: 1, firstAt: TOLD, lastAt: TOLD };
    for (const [key, groupLabels] of Object.entries({
      a: { alertname: "Site", cluster: "east" },
      // Of another route: the group's own alerts have that label.
      b: { alertname: "Site", instance: "one" },
      c: { alertname: "Disk", machine: "7" },
    })) {
      await world.db.insert(alertGroup).values({ id: newId(), key, groupLabels, ...about, ...counts });
    }
    answers["GET /api/v2/silences"] = () => ({ status: 200, body: [] });
    answers["POST /api/v2/silences"] = () => ({ status: 200, body: { silenceID: "s1" } });
    await tell("acknowledged");
    const body = asked.at(-1)?.body as { matchers: { name: string; value: string }[] };
    expect(body.matchers.map(({ name, value }) => `${name}=${value}`)).toEqual(["alertname=Site", "cluster="]);
  });

  test("keeps what is silenced until a time when it recovers before, and nothing that nobody has any more", async () => {
    const { tell, change, mark } = await open("alertmanager");
    const silence = { id: "s1", status: { state: "active" }, comment: `x ${mark}`, startsAt: NOW.toISOString() };
    answers["GET /api/v2/silences"] = () => ({ status: 200, body: [silence] });
    await change({ silencedUntil: new Date(NOW.getTime() + 1_000) });
    await tell("recovered");
    expect(asked).toEqual([]);
    // Ended by hand meanwhile, which is as good.
    await tell("ended");
    await change({ silencedUntil: NOW });
    await tell("recovered");
    expect(asked.map(({ method }) => method)).toEqual(["GET", "DELETE", "GET", "DELETE"]);
  });

  test("has all silences of a group ended, of an earlier time too, though one refuses", async () => {
    const { tell, change, groupId } = await open("alertmanager");
    const silence = (id: string, episode: number) => ({
      id,
      status: { state: "active" },
      comment: `x [${groupId}:${episode}]`,
      startsAt: NOW.toISOString(),
    });
    // It fires anew by now: that time's own silence is not this one's to end.
    await change({ episode: 2 });
    answers["GET /api/v2/silences"] = () => ({
      status: 200,
      body: [silence("s0", 0), silence("s1", 1), silence("s2", 2)],
    });
    answers["DELETE /api/v2/silence/s0"] = () => ({ status: 500 });
    answers["DELETE /api/v2/silence/s1"] = () => ({ status: 200 });
    await expect(tell("recovered")).rejects.toMatchObject({ code: "unreachable" });
    expect(asked.flatMap(({ method, path }) => (method === "DELETE" ? [path] : []))).toEqual([
      "/api/v2/silence/s0",
      "/api/v2/silence/s1",
    ]);
  });

  test("has a silence without an end made longer before it ends over there", async () => {
    const { look, mark } = await open("alertmanager");
    answers["GET /api/v2/alerts"] = () => ({
      status: 200,
      body: [{ fingerprint: "f1", startsAt: NOW.toISOString() }],
    });
    const silence = {
      id: "s1",
      status: { state: "active" },
      comment: `x ${mark}`,
      createdBy: "Anna",
      startsAt: "then",
    };
    answers["GET /api/v2/silences"] = () => ({ status: 200, body: [{ ...silence, endsAt: "2027-03-01T10:00:00Z" }] });
    answers["POST /api/v2/silences"] = () => ({ status: 200, body: { silenceID: "s1" } });
    await look("1");
    await look("30");
    expect(asked.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "POST"]);
    const { comment, createdBy } = silence;
    expect(asked.at(-1)?.body).toMatchObject({
      id: "s1",
      startsAt: "then",
      endsAt: "2027-03-02T09:00:00.000Z",
      comment,
      createdBy,
    });
  });

  test("is asked for what fires anew, of which it may post nothing, until it posts again", async () => {
    const { lookForReturn, change } = await open("alertmanager");
    await change({ state: "resolved", resolvedAt: NOW, postedAt: TOLD });
    const one = { fingerprint: "f1", labels: COMMON, startsAt: "2027-03-01T09:00:10.000Z" };
    const muted = { ...one, fingerprint: "f2", status: { state: "suppressed" } };
    let alerts: object[] = [];
    answers["GET /api/v2/alerts"] = () => ({ status: 200, body: alerts });
    answers["GET /api/v2/status"] = () => ({ status: 200, body: { uptime: "2027-03-01T08:00:00Z" } });
    const posts = async () => await world.db.select().from(inboxEvent).where(eq(inboxEvent.kind, "hook.received"));
    for (const [next, count] of [
      [[], 0],
      [[muted], 0],
      [[one, muted], 1],
      [[one, muted], 1],
    ] as const) {
      alerts = [...next];
      expect(await lookForReturn()).toEqual({ isMuted: true });
      expect(await posts()).toHaveLength(count);
    }
    const [post] = await posts();
    if (post?.body?.kind !== "hook.received") throw new Error("it is no post");
    const options = HookOptions.parse({});
    const read = readHookPost(post.body.payload, { source: "alertmanager", options, arrivedAt: NOW });
    expect(read).toMatchObject({
      post: {
        groupKey: "{}:{shop}",
        isOver: false,
        labels: COMMON,
        groupLabels: LABELS,
        seenAt: NOW.toISOString(),
        alerts: [{ fingerprint: "f1", status: "firing", startsAt: one.startsAt }],
      },
    });
    await change({ postedAt: new Date(NOW.getTime() + 1) });
    expect(await lookForReturn()).toEqual({ isMuted: false });
    await change({ postedAt: TOLD, episode: 2 });
    expect(await lookForReturn()).toEqual({ isMuted: false });
  });

  test("has its silence ended with the recovery, and no other one", async () => {
    const { tell, mark } = await open("alertmanager");
    const silence = { id: "s1", status: { state: "active" }, comment: `x ${mark}`, startsAt: NOW.toISOString() };
    answers["GET /api/v2/silences"] = () => ({
      status: 200,
      body: [{ ...silence, id: "s0", comment: "by hand" }, silence],
    });
    answers["DELETE /api/v2/silence/s1"] = () => ({ status: 200 });
    expect(await tell("recovered")).toEqual({ isMuted: false });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /api/v2/silences",
      "DELETE /api/v2/silence/s1",
    ]);
  });

  test("has its silence ended by one that is over already, which it would not take", async () => {
    const { tell, mark } = await open("alertmanager");
    const silence = { id: "s1", status: { state: "active" }, comment: `x ${mark}`, startsAt: NOW.toISOString() };
    answers["GET /api/v2/silences"] = () => ({ status: 200, body: [silence] });
    answers["DELETE /api/v2/silence/s1"] = () => ({ status: 200 });
    expect(await tell("silenced", NOW.toISOString())).toEqual({ isMuted: false });
    expect(asked.map(({ method }) => method)).toEqual(["GET", "DELETE"]);
  });

  test("is asked while it is silenced; what has recovered there comes as its own post, once it can know", async () => {
    const { look } = await open("alertmanager");
    const fires = { fingerprint: "f1", startsAt: NOW.toISOString() };
    let [alerts, uptime]: [object[], string] = [[fires], "2027-03-01T08:59:00Z"];
    const original = "route:\n  repeat_interval: 12h\n  routes:\n  - repeat_interval: 1h\n";
    answers["GET /api/v2/alerts"] = () => ({ status: 200, body: alerts });
    answers["GET /api/v2/status"] = () => ({ status: 200, body: { uptime, config: { original } } });
    const posts = async () => await world.db.select().from(inboxEvent).where(eq(inboxEvent.kind, "hook.received"));
    for (const [nextAlerts, nextUptime, count] of [
      [alerts, uptime, 0],
      // It has just started anew, and knows nothing yet.
      [[], uptime, 0],
      [[], "2027-03-01T08:00:00Z", 1],
      [[], "2027-03-01T08:00:00Z", 1],
    ] as const) {
      [alerts, uptime] = [[...nextAlerts], nextUptime];
      expect(await look()).toEqual({ isMuted: true, ...(count > 0 && { forgetsAfterMs: 12 * 3_600_000 }) });
      expect(await posts()).toHaveLength(count);
    }
    const filters = new URL(asked[0]?.path ?? "", url).searchParams.getAll("filter");
    expect(filters).toEqual([String.raw`alertname="Site \"down\""`, 'service="shop"']);
    const [post] = await posts();
    if (post?.body?.kind !== "hook.received") throw new Error("it is no post");
    const options = HookOptions.parse({});
    const read = readHookPost(post.body.payload, { source: "alertmanager", options, arrivedAt: NOW });
    expect(read).toMatchObject({
      kind: "alerts",
      post: {
        groupKey: "{}:{shop}",
        isOver: true,
        labels: COMMON,
        alerts: [],
        seenAt: NOW.toISOString(),
      },
    });
    await world.db.update(alertGroup).set({ state: "resolved" });
    expect(await look()).toEqual({ isMuted: false });
  });

  test("is not silenced as a whole by a group that has no labels", async () => {
    const { tell, timeline } = await open("alertmanager", { groupLabels: {} });
    answers["GET /api/v2/silences"] = () => ({ status: 200, body: [] });
    await expect(tell("acknowledged")).rejects.toMatchObject({ nonRetryable: true });
    expect(asked.some(({ method }) => method === "POST")).toBe(false);
    expect(await timeline()).toEqual([["source_refused", "no_labels"]]);
  });

  test("that is away is tried again, and only the last try is noted; one that refuses is not, and neither tells the token", async () => {
    const { tell, timeline } = await open("alertmanager");
    answers["GET /api/v2/silences"] = () => ({ status: 503 });
    for (const each of [1, 8]) {
      attempt = each;
      const failed = await tell("acknowledged").catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(AppError);
      expect(JSON.stringify([failed, String(failed)])).not.toMatch(new RegExp(`${TOKEN}|127\\.0\\.0\\.1`));
      expect(await timeline()).toHaveLength(each === 1 ? 0 : 1);
    }
    answers["GET /api/v2/silences"] = () => ({ status: 401 });
    await expect(tell("silenced")).rejects.toMatchObject({ nonRetryable: true });
  });
});

describe("Zabbix", () => {
  type Asked = { method: string; params: unknown; auth?: string };
  /** Answers as this version does: it tells its version to nobody who shows a token. */
  const speak = (version: string, answer: object = { result: { eventids: ["77"] } }) => {
    answers["POST /api_jsonrpc.php"] = () => {
      const last = asked.at(-1)?.body as Asked | undefined; // safe: what the client sent
      const isVersion = last?.method === "apiinfo.version";
      return { status: 200, body: { jsonrpc: "2.0", ...(isVersion ? { result: version } : answer), id: 1 } };
    };
  };
  const told = () =>
    asked.flatMap(({ body, authorization }) => {
      const { method, params, auth } = body as Asked; // safe: what the client sent
      if (method !== "apiinfo.version") return [{ method, params, shown: [authorization, auth] }];
      expect([authorization, auth]).toEqual([undefined, undefined]);
      return [];
    });

  test("has its problems acknowledged, or suppressed until their time, with who did it", async () => {
    const { tell, timeline } = await open("zabbix");
    speak("7.4.0rc1");
    expect(await tell("acknowledged")).toEqual({ isMuted: false });
    await tell("silenced", "2027-03-01T13:00:00.000Z");
    await tell("silenced");
    await tell("ended", null, "silenced");
    await tell("ended");
    await tell("recovered");
    expect(told().map(({ params }) => params)).toEqual([
      { eventids: ["77"], action: 6, message: "Acknowledged by Anna in the chat" },
      { eventids: ["77"], action: 36, message: "Silenced by Anna in the chat", suppress_until: 1_803_906_000 },
      { eventids: ["77"], action: 36, message: "Silenced by Anna in the chat", suppress_until: 0 },
      { eventids: ["77"], action: 68, message: "It is silent no longer in the chat" },
      { eventids: ["77"], action: 20, message: "Nobody has it any more in the chat" },
    ]);
    expect(told()[0]).toMatchObject({ method: "event.acknowledge", shown: [`Bearer ${TOKEN}`, undefined] });
    expect(await timeline()).toEqual([["told_source", ""]]);
  });

  test("before 6.4 takes the token in the body alone, and before 6.2 hears of a silence by a message", async () => {
    const { tell, timeline } = await open("zabbix");
    speak("6.0.14");
    await tell("acknowledged");
    await tell("silenced", "2027-03-01T13:00:00.000Z");
    await tell("silenced");
    await tell("ended", null, "silenced");
    expect(told().map(({ params }) => params)).toEqual([
      { eventids: ["77"], action: 6, message: "Acknowledged by Anna in the chat" },
      { eventids: ["77"], action: 4, message: "Silenced by Anna in the chat until 2027-03-01 13:00 UTC" },
      { eventids: ["77"], action: 4, message: "Silenced by Anna in the chat until it recovers" },
      { eventids: ["77"], action: 4, message: "It is silent no longer in the chat" },
    ]);
    expect(new Set(told().flatMap(({ shown }) => shown))).toEqual(new Set([undefined, TOKEN]));
    expect(await timeline()).toEqual([["told_source", ""]]);
  });

  test("says its refusals with status 200, which the timeline has", async () => {
    const { tell, timeline } = await open("zabbix");
    speak("7.0.3", {
      error: {
        code: -32_500,
        message: "Application error.",
        data: "No permissions to referred object or it does not exist!",
      },
    });
    await expect(tell("acknowledged")).rejects.toMatchObject({ nonRetryable: true });
    expect(await timeline()).toEqual([["source_refused", "permission"]]);
  });

  test("is told again what it could not take for a fault of its own", async () => {
    const { tell } = await open("zabbix");
    speak("7.0.3", { error: { code: -32_500, message: "Application error.", data: "DBEXECUTE_ERROR" } });
    await expect(tell("acknowledged")).rejects.not.toMatchObject({ nonRetryable: true });
    speak("7.0.3");
    expect(await tell("acknowledged")).toEqual({ isMuted: false });
  });
});

test.each([
  ["a source without an API that we know", { kind: "grafana" as const, isTold: true }],
  ["a source that is not to be told", { kind: "alertmanager" as const, isTold: false }],
])("%s is asked nothing", async (_, { kind, isTold }) => {
  const { tell, look, timeline } = await open(kind, { isTold });
  expect(await tell("acknowledged")).toEqual({ isMuted: false });
  expect(await look()).toEqual({ isMuted: false });
  expect([asked, await timeline()]).toEqual([[], []]);
});
