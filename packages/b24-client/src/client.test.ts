import { describe, expect, test } from "vitest";

import { createB24Client, type B24ClientOptions } from "./client.ts";
import { createLocalBudget, type RateBudget, type Reservation } from "./rate-budget.ts";
import { createScriptedTransport, type Reply } from "./testing/scripted-transport.ts";
import type { Token, TokenStore } from "./token-store.ts";
import { TransportError } from "./transport.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
const APP = { kind: "oauth", clientEndpoint: "https://demo.bitrix24.example/rest/" } as const;
const NOW = Date.parse("2026-03-01T00:00:00Z");
const SENT = { body: { result: { id: 7, uuidMap: [] } } };
const MESSAGE = { botId: "456", dialogId: "chat5", fields: { message: "Hi" } };

function setup(replies: Reply[], options: Partial<B24ClientOptions> = {}) {
  const { transport, calls } = createScriptedTransport(replies);
  const client = createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget(), ...options });
  return { calls, send: () => client.call("imbot.v2.Chat.Message.send", MESSAGE), client };
}

/** Tokens `a1`, `a2`, …; every rotation gives the next. */
function countingTokens(): TokenStore & { rotated: string[] } {
  const rotated: string[] = [];
  const token = (): Token => ({ accessToken: `a${rotated.length + 1}`, refreshToken: "r", expiresAt: new Date(NOW) });
  return {
    rotated,
    get: async () => token(),
    rotate: async (failed) => {
      rotated.push(failed.accessToken);
      return token();
    },
  };
}

const expired = { status: 401, body: { error: "expired_token", error_description: "expired" } };

test("a webhook is called at its own address, and the result is what its type says", async () => {
  const { send, calls } = setup([SENT]);
  expect(await send()).toEqual({ id: "7", uuidMap: {} });
  expect(calls).toEqual([
    {
      url: "https://demo.bitrix24.example/rest/1/democode/imbot.v2.Chat.Message.send",
      method: "imbot.v2.Chat.Message.send",
      params: MESSAGE,
    },
  ]);
});

test("half of a cut character leaves as the sign for an unknown one, which PHP can read", async () => {
  const { client, calls } = setup([{ body: { result: 7 } }]);
  await client.call("crm.lead.add", { fields: { TITLE: "cut \uD83D" } });
  expect(calls[0]?.params).toEqual({ fields: { TITLE: "cut \uFFFD" } });
});

test("an app sends its token in the body", async () => {
  const { send, calls } = setup([SENT], { portal: APP, tokens: countingTokens() });
  await send();
  expect(calls[0]).toMatchObject({
    url: "https://demo.bitrix24.example/rest/imbot.v2.Chat.Message.send",
    params: { ...MESSAGE, auth: "a1" },
  });
});

describe("an expired token", () => {
  test("is replaced, and the call is made once more", async () => {
    const tokens = countingTokens();
    const { send, calls } = setup([expired, SENT], { portal: APP, tokens });
    expect(await send()).toMatchObject({ id: "7" });
    expect(tokens.rotated).toEqual(["a1"]);
    expect(calls.map((call) => (call.params as { auth: string }).auth)).toEqual(["a1", "a2"]);
  });

  test("is replaced only once a call", async () => {
    const { send, calls } = setup([expired, expired], { portal: APP, tokens: countingTokens() });
    await expect(send()).rejects.toMatchObject({ code: "unauthorized", outcome: "not_applied" });
    expect(calls).toHaveLength(2);
  });

  test("of a webhook cannot be replaced", async () => {
    const { send, calls } = setup([expired]);
    await expect(send()).rejects.toMatchObject({ code: "unauthorized" });
    expect(calls).toHaveLength(1);
  });
});

describe("a token that the portal does not know", () => {
  const unknown = { status: 401, body: { error: "NO_AUTH_FOUND", error_description: "Wrong authorization data" } };

  test("is replaced, which tells whether the app is still on the portal", async () => {
    const { send, calls } = setup([unknown, SENT], { portal: APP, tokens: countingTokens() });
    expect(await send()).toMatchObject({ id: "7" });
    expect(calls).toHaveLength(2);
  });

  test("is not replaced again when the new one is not known either", async () => {
    const tokens = countingTokens();
    const { send } = setup([unknown, unknown, unknown, SENT], { portal: APP, tokens });
    await expect(send()).rejects.toMatchObject({ code: "unauthorized", outcome: "not_applied" });
    await expect(send()).rejects.toMatchObject({ code: "unauthorized" });
    expect(tokens.rotated).toEqual(["a1"]);
    expect(await send()).toMatchObject({ id: "7" });
  });
});

test.each<[string, Reply, object]>([
  [
    "a cut connection",
    new TransportError("the connection failed (ECONNRESET)", "unknown"),
    { code: "unreachable", outcome: "unknown" },
  ],
  [
    "a refused connection",
    new TransportError("the connection failed (ECONNREFUSED)", "not_applied"),
    { code: "unreachable", outcome: "not_applied" },
  ],
  ["a bad gateway", { status: 502, body: "<html>" }, { code: "unreachable", outcome: "unknown", status: 502 }],
  ["an answer of an unknown form", { body: { result: { id: null } } }, { code: "unreachable", outcome: "unknown" }],
  [
    "a refusal",
    { status: 400, body: { error: "EMPTY_MESSAGE" } },
    { code: "rejected", outcome: "not_applied", portalCode: "EMPTY_MESSAGE" },
  ],
])("%s is told once and never sent again", async (_name, reply, expected) => {
  const { send, calls } = setup([reply]);
  const error: unknown = await send().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "B24Error", method: "imbot.v2.Chat.Message.send", ...expected });
  expect(JSON.stringify(error) + String(error)).not.toContain("democode");
  expect(calls).toHaveLength(1);
});

describe("a portal that moved", () => {
  const movedTo = (location: string) => ({ status: 302, body: "", location });
  const path = "/rest/1/democode/imbot.v2.Chat.Message.send";

  test("gets the same POST at its new address, and so do later calls", async () => {
    const moves: unknown[] = [];
    const { send, calls } = setup([movedTo(`https://new.bitrix24.example${path}`), SENT, SENT], {
      onMoved: (endpoint) => moves.push(endpoint),
    });
    await send();
    await send();
    expect(calls.map((call) => new URL(call.url).host)).toEqual([
      "demo.bitrix24.example",
      "new.bitrix24.example",
      "new.bitrix24.example",
    ]);
    expect(calls[1]?.params).toEqual(MESSAGE);
    expect(moves).toEqual([{ kind: "webhook", url: "https://new.bitrix24.example/rest/1/democode/" }]);
  });

  /** A portal whose old address redirects, and the number of its proofs. */
  function movedPortal(answer: { status: number; body: string }) {
    const state = { proofs: 0, oldCalls: 0 };
    const client = createB24Client({
      portal: APP,
      budget: createLocalBudget(),
      tokens: countingTokens(),
      proveMove: async () => {
        state.proofs += 1;
        return true;
      },
      transport: {
        async send(url) {
          if (!url.includes("//demo.")) return answer;
          state.oldCalls += 1;
          return { status: 302, body: "", location: url.replace("//demo.", "//new.") };
        },
      },
    });
    return { client, state };
  }

  test("is proved once for all the calls that are redirected together", async () => {
    const { client, state } = movedPortal({ status: 200, body: '{"result":["im"]}' });
    await Promise.all(Array.from({ length: 20 }, () => client.call("scope", {}, { lane: "reply" })));
    expect(state.proofs).toBe(1);
  });

  test("is kept to also when what it says at its new address is a refusal", async () => {
    const { client, state } = movedPortal({ status: 400, body: '{"error":"NOT_FOUND"}' });
    for (let calls = 0; calls < 3; calls++) {
      await expect(client.call("crm.lead.get", { id: 1 })).rejects.toMatchObject({ portalCode: "NOT_FOUND" });
    }
    expect(state).toEqual({ proofs: 1, oldCalls: 1 });
  });

  test("is not kept to while its new address answers nothing of a portal", async () => {
    const { client, state } = movedPortal({ status: 502, body: "<html>" });
    for (let calls = 0; calls < 3; calls++) await expect(client.call("scope", {})).rejects.toThrow("scope");
    expect(state).toEqual({ proofs: 1, oldCalls: 3 });
  });

  test.each([
    ["without TLS", `http://new.bitrix24.example${path}`],
    ["to another path", "https://new.bitrix24.example/login"],
    ["to itself", `https://demo.bitrix24.example${path}`],
    ["to nowhere", "::"],
    ["to this machine", `http://127.0.0.1:9${path}`],
    ["into a private network", `https://10.0.0.5${path}`],
  ])("is not followed %s: our secrets stay here", async (_name, location) => {
    const { send, calls } = setup([movedTo(location)]);
    await expect(send()).rejects.toMatchObject({ code: "rejected", outcome: "not_applied", status: 302 });
    expect(calls).toHaveLength(1);
  });

  test("is followed without TLS only on this machine", async () => {
    const portal = { kind: "webhook", url: "http://127.0.0.1:8/rest/1/democode/" } as const;
    const { send } = setup([movedTo(`http://127.0.0.1:9${path}`), SENT], { portal });
    expect(await send()).toMatchObject({ id: "7" });
  });
});

describe("the budget", () => {
  const GRANTED: Reservation = { granted: 1, retryAfterMs: 0, pauses: {} };
  const budgetOf = (reserve: RateBudget["reserve"]) => {
    const penalties: number[] = [];
    const closed: [string, number][] = [];
    return {
      reserve,
      penalize: async (pauseMs: number) => void penalties.push(pauseMs),
      pause: async (method: string, pauseMs: number) => void closed.push([method, pauseMs]),
      penalties,
      closed,
    };
  };

  test("refuses a call that would wait too long, before anything is sent", async () => {
    const budget = budgetOf(async () => ({ granted: 0, retryAfterMs: 17_000, pauses: {} }));
    const { send, calls } = setup([], { budget });
    await expect(send()).rejects.toMatchObject({ code: "rate_limited", outcome: "not_applied", retryAfterMs: 17_000 });
    expect(calls).toHaveLength(0);
  });

  test("is asked with the lane of the call", async () => {
    const asked: unknown[] = [];
    const budget = budgetOf(async (request) => (asked.push(request), GRANTED));
    const { client } = setup([SENT, SENT], { budget });
    await client.call("imbot.v2.Chat.Message.send", MESSAGE);
    await client.call("imbot.v2.Chat.Message.send", MESSAGE, { lane: "digest" });
    expect(asked).toEqual([
      { lane: "command", count: 1 },
      { lane: "digest", count: 1 },
    ]);
  });

  test("is asked once for a call that was expected, and anew when the call comes too late or not alone", async () => {
    let nowMs = 0;
    const asked: number[] = [];
    const budget = budgetOf(async ({ count }) => (asked.push(count), { ...GRANTED, granted: 1 }));
    const { client, calls } = setup([SENT, SENT, SENT, SENT], { budget, now: () => nowMs });
    const send = () => client.call("imbot.v2.Chat.Message.send", MESSAGE, { lane: "reply" });
    client.askAhead("reply");
    client.askAhead("reply");
    await send();
    expect(asked).toEqual([1]);

    client.askAhead("reply");
    nowMs += 1_000;
    await send();
    expect(asked).toEqual([1, 1, 1]);

    client.askAhead("reply");
    await Promise.all([send(), send()]);
    expect(asked).toEqual([1, 1, 1, 1, 1]);
    expect(calls).toHaveLength(4);
  });

  test.each([
    { what: "had no room", first: () => Promise.resolve({ granted: 0, retryAfterMs: 600, pauses: {} }) },
    { what: "could not be asked", first: () => Promise.reject(new Error("the database is away")) },
  ])("that $what for an expected call is asked again when the call is made", async ({ first }) => {
    const answers = [first, () => Promise.resolve(GRANTED)];
    const { client, calls } = setup([SENT], { budget: budgetOf(async () => (answers.shift() ?? first)()) });
    client.askAhead("reply");
    await new Promise((resolve) => void setImmediate(resolve));
    await client.call("imbot.v2.Chat.Message.send", MESSAGE, { lane: "reply", maxWaitMs: 500 });
    expect(calls).toHaveLength(1);
  });

  test("is held for all when the portal says it had enough", async () => {
    const budget = budgetOf(async () => GRANTED);
    const { send } = setup([{ status: 503, body: { error: "QUERY_LIMIT_EXCEEDED" } }], { budget });
    await expect(send()).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 2_000 });
    expect(budget.penalties).toEqual([2_000]);
  });

  test("can be waited for no longer than the caller wants: cancelling ends the wait unsent", async () => {
    const controller = new AbortController();
    const budget = budgetOf(async () => {
      queueMicrotask(() => controller.abort());
      return { granted: 0, retryAfterMs: 5_000, pauses: {} };
    });
    const { client, calls } = setup([], { budget });
    const call = client.call("imbot.v2.Chat.Message.send", MESSAGE, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ code: "unreachable", outcome: "not_applied" });
    expect(calls).toHaveLength(0);
  });

  test("is waited for before the token is read, so that no old token leaves", async () => {
    const order: string[] = [];
    const tokens: TokenStore = { ...countingTokens(), get: async () => (order.push("token"), countingTokens().get()) };
    const budget = budgetOf(async () => (order.push("budget"), GRANTED));
    const { send } = setup([SENT], { portal: APP, tokens, budget });
    await send();
    expect(order).toEqual(["budget", "token"]);
  });

  test("that cannot be asked lets nothing leave, and the next call asks it again", async () => {
    let isDown = true;
    const budget = budgetOf(async () => {
      if (isDown) throw new Error("the database is away");
      return GRANTED;
    });
    const { send, calls } = setup([SENT], { budget });
    await expect(send()).rejects.toThrow("the database is away");
    isDown = false;
    await send();
    expect(calls).toHaveLength(1);
  });
});

describe("a method that was kept busy for too long", () => {
  const blocked = { status: 429, body: { error: "OPERATION_TIME_LIMIT" } };
  const busy = (operating: number) => ({
    body: { ...SENT.body, time: { finish: 1_000, operating, operating_reset_at: 1_300 } },
  });

  test("is closed for every process until its own time, and the budget is left alone", async () => {
    const budget = createLocalBudget({ now: () => NOW });
    const { send, client, calls } = setup([busy(470), blocked, { body: { result: ["imbot"] } }], {
      budget,
      now: () => NOW,
    });
    await send();
    await expect(send()).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 300_000 });
    await expect(send()).rejects.toMatchObject({ outcome: "not_applied", retryAfterMs: 300_000 });
    expect(await client.call("scope", {})).toEqual(["imbot"]);
    expect(calls).toHaveLength(3);

    const other = setup([], { budget, now: () => NOW });
    await expect(other.send()).rejects.toMatchObject({ code: "rate_limited", outcome: "not_applied" });
  });

  test("is kept from patient lanes before that, so that the others still find it open", async () => {
    const { client, calls } = setup([busy(440), SENT], { now: () => NOW });
    const send = (lane: "crm" | "reply") => client.call("imbot.v2.Chat.Message.send", MESSAGE, { lane });
    await send("crm");
    await expect(send("crm")).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 300_000 });
    await send("reply");
    expect(calls).toHaveLength(2);
  });
});
