import { inspect } from "node:util";

import { AppError } from "@botdeck/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { type B24ClientOptions, createB24Client } from "../client.ts";
import { B24Error } from "../error.ts";
import { createLocalBudget, type RateBudget } from "../rate-budget.ts";
import { createFakePortal, type Ending, type FakeRequest } from "../testing/fake-portal.ts";
import type { Token } from "../token-store.ts";

const APP = { kind: "oauth", clientEndpoint: "https://demo.bitrix24.example/rest/" } as const;
const EXPIRED = { status: 401, body: JSON.stringify({ error: "expired_token" }) };
const OLD: Token = { accessToken: "old-access", refreshToken: "old-refresh", expiresAt: new Date(0) };
const FRESH: Token = { accessToken: "new-access", refreshToken: "new-refresh", expiresAt: new Date(0) };
const never = () => new Promise<never>(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A portal to which the old token has expired, and the renewal of it in the test's hand. */
function setup(more: Partial<B24ClientOptions> = {}, ending?: (request: FakeRequest) => Ending | undefined) {
  const renewal = Promise.withResolvers<Token>();
  const onExpired = ({ params }: FakeRequest) => (params["auth"] === OLD.accessToken ? EXPIRED : undefined);
  const { transport, requests } = createFakePortal({ "crm.lead.add": () => 7 }, ending ?? onExpired);
  const client = createB24Client({
    portal: APP,
    transport,
    budget: createLocalBudget(),
    tokens: { get: async () => OLD, rotate: () => renewal.promise },
    ...more,
  });
  const add = (signal?: AbortSignal, maxWaitMs = 10_000) =>
    client.call("crm.lead.add", { fields: { TITLE: "t" } }, { lane: "crm", signal, maxWaitMs }).then(
      (id) => id,
      (error: unknown) => error,
    );
  return { add, requests, renew: () => renewal.resolve(FRESH), settled: () => vi.advanceTimersByTimeAsync(0) };
}

const unsent = { name: "B24Error", method: "crm.lead.add", outcome: "not_applied" };

describe("a call that is cancelled", () => {
  test("while its token is renewed is told so at once, and its batch does not leave", async () => {
    const { add, requests, renew, settled } = setup();
    const controller = new AbortController();
    const calls = Promise.all([add(controller.signal), add(controller.signal)]);
    await settled();
    controller.abort();
    expect(await calls).toMatchObject([unsent, unsent]);
    renew();
    await settled();
    expect(requests.map(({ commands }) => commands.length)).toEqual([2]);
  });

  test("while its token is renewed is missing in the batch that leaves for the others", async () => {
    const { add, requests, renew, settled } = setup();
    const controller = new AbortController();
    const calls = Promise.all([add(), add(controller.signal), add()]);
    await settled();
    controller.abort();
    renew();
    expect(await calls).toMatchObject(["7", unsent, "7"]);
    expect(requests.map(({ commands }) => commands.length)).toEqual([3, 2]);
  });

  test("while its batch is under way is in doubt, and is not sent again when the batch was refused", async () => {
    const controller = new AbortController();
    const { add, requests, renew } = setup({}, ({ params }) => {
      if (params["auth"] !== OLD.accessToken) return undefined;
      controller.abort();
      return EXPIRED;
    });
    renew();
    expect(await Promise.all([add(controller.signal), add()])).toMatchObject([{ outcome: "unknown" }, "7"]);
    expect(requests.map(({ method }) => method)).toEqual(["batch", "crm.lead.add"]);
  });

  test.each([
    ["read", { get: never, rotate: never }],
    ["renewed", { get: async () => OLD, rotate: never }],
  ])("while its token is being %s, which never ends, is told so", async (_name, tokens) => {
    const { add, settled } = setup({ tokens });
    const controller = new AbortController();
    const call = add(controller.signal);
    await settled();
    controller.abort();
    expect(await call).toMatchObject(unsent);
  });
});

describe("a call's patience", () => {
  test.each<[string, Partial<B24ClientOptions>]>([
    ["the budget", { budget: { ...createLocalBudget(), reserve: never } }],
    ["its token", { tokens: { get: never, rotate: never } }],
    ["the renewal of its token", { tokens: { get: async () => OLD, rotate: never } }],
  ])("ends also when %s never comes", async (_name, more) => {
    const { add } = setup(more);
    const call = add(undefined, 200);
    await vi.advanceTimersByTimeAsync(1_200);
    expect(await call).toMatchObject({ ...unsent, code: "unreachable" });
  });

  test("that has ended while the budget was asked lets nothing leave, and the next call asks anew", async () => {
    const local = createLocalBudget();
    const late = Promise.withResolvers<Awaited<ReturnType<RateBudget["reserve"]>>>();
    let asked = 0;
    const reserve: RateBudget["reserve"] = (request) => (asked++ === 0 ? late.promise : local.reserve(request));
    const { add, requests, settled } = setup({ budget: { ...local, reserve } }, () => undefined);
    const call = add(undefined, 200);
    await vi.advanceTimersByTimeAsync(1_200);
    expect(await call).toMatchObject(unsent);
    late.resolve({ granted: 1, retryAfterMs: 0, pauses: {} });
    await settled();
    expect(requests).toHaveLength(0);
    expect(await add()).toBe("7");
  });
});

describe("a call whose token cannot be had", () => {
  const facts = { method: "oauth/token", outcome: "unknown", retryAfterMs: 5_000 } as const;
  const unanswered = new B24Error("unreachable", "The authorization server could not be asked", facts);
  const dead = new AppError("unauthorized", "The grant is dead");

  test.each<[string, Partial<B24ClientOptions>, object]>([
    [
      "because its renewal got no answer",
      { tokens: { get: async () => OLD, rotate: () => Promise.reject(unanswered) } },
      { code: "unreachable", retryAfterMs: 5_000, cause: unanswered },
    ],
    [
      "because the grant is dead",
      { tokens: { get: () => Promise.reject(dead), rotate: never } },
      { code: "unauthorized", cause: dead },
    ],
    [
      "because the portal's move cannot be proved",
      { proveMove: () => Promise.reject(unanswered), tokens: { get: async () => FRESH, rotate: never } },
      { code: "unreachable", retryAfterMs: 5_000 },
    ],
  ])("%s was not done, and says so of itself", async (_name, more, expected) => {
    const moved = { status: 302, body: "", location: "https://new.bitrix24.example/rest/crm.lead.add" };
    const { add } = setup(more, more.proveMove === undefined ? () => EXPIRED : () => moved);
    expect(await add()).toMatchObject({ ...unsent, ...expected });
  });

  test("because the database failed does not tell what that was asked", async () => {
    const cause = new Error("connect ECONNREFUSED");
    const failed = new Error(`Failed query: update oauth_token params: ${OLD.refreshToken}`, { cause });
    const { add } = setup({ tokens: { get: () => Promise.reject(failed), rotate: never } });
    const error = await add();
    expect(error).toMatchObject({ ...unsent, code: "unreachable" });
    expect(inspect(error, { depth: 10 })).toContain("ECONNREFUSED");
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(OLD.refreshToken);
  });
});
