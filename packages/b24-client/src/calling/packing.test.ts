import { type Lane, LANES, type RateLimits } from "@botdeck/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type B24ClientOptions, createB24Client } from "../client.ts";
import { createLocalBudget } from "../rate-budget.ts";
import { createFakePortal, type Ending, type FakeMethod, type FakeRequest } from "../testing/fake-portal.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
/** A portal that gives a place every few milliseconds, so that calls have to wait and a test does not. */
const BRISK: RateLimits = { burst: 4, perSecond: 400 };
const refuse = (error: string): never => {
  throw { error, error_description: "No" };
};

/** Says what it was asked, or refuses with the code that it was asked for. */
const echo: FakeMethod = ({ filter }) => {
  const { refusal, text } = filter as { refusal?: string; text: string };
  return refusal === undefined ? [{ text }] : refuse(refusal);
};

function setup(
  ending?: (request: FakeRequest, index: number) => Ending | undefined,
  more: Partial<B24ClientOptions> = {},
) {
  const portal = createFakePortal({ "crm.lead.list": echo, "imbot.v2.Event.get": () => ({ events: [] }) }, ending);
  const budget = createLocalBudget({ limits: BRISK });
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget, ...more });
  const say = (text: string, options: { lane?: Lane; signal?: AbortSignal; refusal?: string } = {}) => {
    const { refusal, ...rest } = options;
    const filter = refusal === undefined ? { text } : { text, refusal };
    return client.call("crm.lead.list", { filter }, { maxWaitMs: 60_000, ...rest });
  };
  return { ...portal, client, budget, say };
}

describe("packing", () => {
  test("gives every call its own answer or refusal, whatever waits together, and never more than 50 in one batch", async () => {
    const aCall = fc.record({
      text: fc.oneof(fc.string(), fc.constant("$result[c0]"), fc.string({ unit: "grapheme" })),
      lane: fc.constantFrom(...LANES),
      refusal: fc.option(fc.constantFrom("ACCESS_DENIED", "EMPTY", "LEAD_NOT_FOUND"), { nil: undefined, freq: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aCall, { minLength: 1, maxLength: 120 }), async (calls) => {
        const { say, requests } = setup();
        const answers = await Promise.allSettled(
          calls.map(({ text, lane, refusal }, index) =>
            say(`${index}:${text}`, { lane, ...(refusal !== undefined && { refusal }) }),
          ),
        );
        for (const [index, answer] of answers.entries()) {
          const { text, refusal } = calls[index] ?? { text: "", refusal: undefined };
          if (answer.status === "fulfilled") expect(answer.value).toEqual([{ text: `${index}:${text}` }]);
          else expect(answer.reason).toMatchObject({ name: "B24Error", method: "crm.lead.list", portalCode: refusal });
          expect(answer.status).toBe(refusal === undefined ? "fulfilled" : "rejected");
        }
        expect(Math.max(...requests.map(({ commands }) => commands.length))).toBeLessThanOrEqual(50);
        expect(requests.flatMap(({ commands }) => commands).filter((line) => line.includes("%24result"))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("makes of 200 waiting calls a handful of requests", async () => {
    const { say, requests } = setup();
    await Promise.all(Array.from({ length: 200 }, (_, index) => say(String(index), { lane: "crm" })));
    expect(requests.length).toBeLessThanOrEqual(5);
  });

  test("leaves a call alone that finds room at once, unless nobody waits for it", async () => {
    const { say, requests } = setup();
    await Promise.all([say("a", { lane: "reply" }), say("b", { lane: "reply" })]);
    expect(requests.map(({ method }) => method)).toEqual(["crm.lead.list", "crm.lead.list"]);
    await Promise.all([say("c", { lane: "digest" }), say("d", { lane: "digest" })]);
    expect(requests.slice(2).map(({ commands }) => commands.length)).toEqual([2]);
  });

  test("never takes in what a batch may not carry", async () => {
    const { client, say, requests } = setup();
    const poll = () => client.call("imbot.v2.Event.get", { botId: "1" }, { lane: "digest", maxWaitMs: 60_000 });
    await Promise.allSettled([poll(), say("a", { lane: "digest" }), poll(), say("b", { lane: "digest" })]);
    const packed = requests.flatMap(({ commands }) => commands.map((line) => line.split("?", 1)[0]));
    expect(packed).toEqual(["crm.lead.list", "crm.lead.list"]);
    expect(requests.filter(({ method }) => method === "imbot.v2.Event.get")).toHaveLength(2);
  });
});

test.each([true, false])(
  "a call with %s in it leaves alone: in a batch PHP would take either for true",
  async (flag) => {
    const { client, say, requests } = setup();
    const asked = client.call("crm.lead.list", { filter: { text: "a", flag } }, { lane: "crm" });
    await Promise.all([asked, say("b", { lane: "crm" })]);
    expect(requests.map(({ method }) => method)).toEqual(["crm.lead.list", "crm.lead.list"]);
    expect(requests[0]?.params).toEqual({ filter: { text: "a", flag } });
  },
);

describe("a batch", () => {
  const three = (say: ReturnType<typeof setup>["say"]) =>
    Promise.allSettled(["a", "b", "c"].map((text) => say(text, { lane: "crm" })));

  test("that is cut leaves each of its calls in doubt, and is not sent again", async () => {
    const { say, requests } = setup(() => "cut");
    const doubt = { status: "rejected", reason: expect.objectContaining({ code: "unreachable", outcome: "unknown" }) };
    expect(await three(say)).toMatchObject([doubt, doubt, doubt]);
    expect(requests).toHaveLength(1);
  });

  test("that says nothing of a call leaves that one in doubt", async () => {
    const body = JSON.stringify({ result: { result: { c0: [], c2: [] }, result_error: [] } });
    const { say } = setup(() => ({ status: 200, body }));
    const [first, second, third] = await three(say);
    expect([first?.status, third?.status]).toEqual(["fulfilled", "fulfilled"]);
    expect(second).toMatchObject({ reason: { outcome: "unknown", method: "crm.lead.list" } });
  });

  test("with an expired token goes once more with one new token, and its calls know nothing of it", async () => {
    const expired = { status: 401, body: JSON.stringify({ error: "expired_token" }) };
    const rotated: string[] = [];
    const token = () => ({ accessToken: `a${rotated.length}`, refreshToken: "r", expiresAt: new Date(0) });
    const tokens = {
      get: async () => token(),
      rotate: async (failed: { accessToken: string }) => (rotated.push(failed.accessToken), token()),
    };
    const portal = { kind: "oauth", clientEndpoint: "https://demo.bitrix24.example/rest/" } as const;
    const { say, requests } = setup((_request, index) => (index === 0 ? expired : undefined), { portal, tokens });
    expect((await three(say)).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(rotated).toEqual(["a0"]);
    expect(requests.map(({ params, commands }) => [params["auth"], commands.length])).toEqual([
      ["a0", 3],
      ["a1", 3],
    ]);
  });

  test("of which one call is cancelled while it waits goes without it", async () => {
    const { say, requests, budget } = setup();
    await budget.penalize(30);
    const controller = new AbortController();
    const cancelled = say("cancelled", { lane: "crm", signal: controller.signal });
    const others = [say("a", { lane: "crm" }), say("b", { lane: "crm" })];
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ outcome: "not_applied" });
    await Promise.all(others);
    expect(requests.map(({ commands }) => commands.length)).toEqual([2]);
  });

  test("tells every call how it ended, also when the budget cannot be told that the portal had enough", async () => {
    const budget = { ...createLocalBudget(), penalize: () => Promise.reject(new Error("the database is away")) };
    const { say } = setup(undefined, { budget });
    const calls = [say("a", { lane: "crm", refusal: "QUERY_LIMIT_EXCEEDED" }), say("b", { lane: "crm" })];
    const [first, second] = await Promise.allSettled(calls);
    expect(first).toMatchObject({ reason: { code: "rate_limited", outcome: "not_applied", status: 503 } });
    expect(second).toMatchObject({ value: [{ text: "b" }] });
  });

  test("hides in the words of one refusal the secrets of every call and of the request", async () => {
    const tell: FakeMethod = () => refuse("ACCESS_DENIED");
    const words = "democode and client-of-another were refused";
    const error = { error: "ACCESS_DENIED", error_description: words };
    const body = JSON.stringify({ result: { result: [], result_error: { c0: error, c1: error, p0: error } } });
    const portal = createFakePortal({ "imbot.unregister": tell }, () => ({ status: 200, body }));
    const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
    const ended = await Promise.allSettled([
      client.call("imbot.unregister", { BOT_ID: 1, CLIENT_ID: "client-of-another" }, { lane: "crm" }),
      client.call("imbot.unregister", { BOT_ID: 2 }, { lane: "crm" }),
    ]);
    for (const { reason } of ended as PromiseRejectedResult[]) {
      expect(String(reason)).toContain("were refused");
      expect(String(reason)).not.toMatch(/democode|client-of-another/);
    }
    const own = await client.call("batch", { halt: 0, cmd: { p0: "imbot.unregister" } } as never);
    expect(JSON.stringify(own)).toContain("were refused");
    expect(JSON.stringify(own)).not.toContain("democode");
  });

  test("that bars a method lets its call go alone", async () => {
    let isInBatch = true;
    const barred: FakeMethod = () => (isInBatch ? refuse("ERROR_BATCH_METHOD_NOT_ALLOWED") : [{ text: "alone" }]);
    const portal = createFakePortal({ "crm.lead.list": barred, "crm.deal.list": () => [] }, ({ method }) => {
      isInBatch = method === "batch";
      return undefined;
    });
    const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
    const [leads] = await Promise.all([
      client.call("crm.lead.list", {}, { lane: "crm" }),
      client.call("crm.deal.list", {}, { lane: "crm" }),
    ]);
    expect(leads).toEqual([{ text: "alone" }]);
    expect(portal.requests.map(({ method }) => method)).toEqual(["batch", "crm.lead.list"]);
  });

  test("is not longer than can be done in time", async () => {
    const time = { duration: 2, operating: 2, operating_reset_at: 600 };
    const slow = { status: 200, body: JSON.stringify({ result: [], time }) };
    const { say, requests } = setup(({ method }) => (method === "batch" ? undefined : slow), { timeoutMs: 10_000 });
    await say("how slow?", { lane: "crm" });
    await three(say);
    expect(requests.slice(1).map(({ commands }) => Math.max(1, commands.length))).toEqual([2, 1]);
  });
});

describe("a lane", () => {
  test("of replies does not wait for 2,000 digest calls that are queued", async () => {
    const { transport } = createFakePortal({ "crm.lead.list": echo });
    const client = createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget(), packing: false });
    const stop = new AbortController();
    const digests = Array.from({ length: 2_000 }, (_, index) =>
      client.call(
        "crm.lead.list",
        { filter: { text: String(index) } },
        {
          lane: "digest",
          maxWaitMs: 3_600_000,
          signal: stop.signal,
        },
      ),
    );
    const ended = Promise.allSettled(digests);
    await Promise.race(digests);
    const startedAt = performance.now();
    for (const text of ["1", "2", "3"]) await client.call("crm.lead.list", { filter: { text } }, { lane: "reply" });
    // Behind them it would be a quarter of an hour.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    stop.abort();
    const left = (await ended).filter(({ status }) => status === "fulfilled").length;
    // The room of a digest, and what drained meanwhile.
    expect(left).toBeLessThan(40);
  });

  test("that is full refuses, and says when to come again", async () => {
    const { transport } = createFakePortal({ "crm.lead.list": echo });
    const budget = createLocalBudget();
    await budget.penalize(60_000);
    const client = createB24Client({ portal: WEBHOOK, transport, budget });
    const stop = new AbortController();
    const options = { lane: "digest", maxWaitMs: 3_600_000, signal: stop.signal } as const;
    const calls = Array.from({ length: 5_001 }, () => client.call("crm.lead.list", {}, options));
    const last = calls.pop();
    const ended = Promise.allSettled(calls);
    await expect(last).rejects.toMatchObject({ code: "rate_limited", outcome: "not_applied" });
    stop.abort();
    await ended;
  });
});
