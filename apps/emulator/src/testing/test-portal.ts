import { onTestFinished } from "vitest";

import { buildEmulator } from "../app.ts";
import { createPortal } from "../create-portal.ts";
import type { Portal } from "../portal.ts";
import { bucketText } from "../rest/bucket-limits.ts";
import type { BucketLimits } from "../rest/bucket-limits.ts";
import { FIRST_PEOPLE, seedState } from "../seed.ts";
import { type Json, type Reply, send } from "./send.ts";

/** The demo people, by the part they play. */
export const PEOPLE = { manager: "1", operator: "2", employee: "3", client: "5", otherClient: "6" };
export const ALL_SCOPES = ["imbot", "imopenlines", "im", "task", "user"];
export const CLIENT_ID = "local.demo";
export const CLIENT_SECRET = "demo-secret";

/** A portal on a port of its own, with the doors that its users have. It is gone when the test ends. */
export type TestPortal = {
  portal: Portal;
  origin: string;
  /** Moves the portal's clock. */
  pass(seconds: number): void;
  /** A call of the control API; fails on anything but success. */
  control(method: "GET" | "POST" | "PUT", path: string, body?: object): Promise<Json[string]>;
  /** A webhook call, by the manager unless `as` says otherwise. */
  rest(method: string, params?: object): Promise<Reply>;
  /** A call with an application's token. */
  restAs(token: string, method: string, params?: object): Promise<Reply>;
  webhook(userId: string, scopes?: string[]): Promise<string>;
  /** Installs the demo application. */
  install(handlerUrl: string, scopes?: string[]): Promise<{ applicationToken: string; memberId: string }>;
};

type Options = { limits?: BucketLimits | null; recordFile?: string };

export async function startTestPortal({ limits = null, recordFile }: Options = {}): Promise<TestPortal> {
  let shiftMs = 0;
  let origin = "";
  const portal = createPortal({
    state: seedState({ people: FIRST_PEOPLE }),
    now: () => new Date(Date.UTC(2026, 4, 14, 10, 26, 32) + shiftMs),
    origin: () => origin,
    faults: { limits: { requests: bucketText(limits) } },
    recordFile: recordFile ?? null,
  });
  const app = buildEmulator({ portal, pageFolder: "/nonexistent" });
  origin = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    await app.close();
    await portal.events.close();
  });

  const control: TestPortal["control"] = async (method, path, body) => {
    const reply = await send(`${origin}/emulator/api${path}`, method, body);
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const webhook: TestPortal["webhook"] = async (userId, scopes = ALL_SCOPES) => {
    const { url } = await control("POST", "/webhooks", { userId, scopes });
    return url;
  };
  const own = await webhook(PEOPLE.manager);

  return {
    portal,
    origin,
    pass: (seconds) => void (shiftMs += seconds * 1000),
    control,
    webhook,
    rest: (method, params = {}) => send(own + method, "POST", params),
    restAs: (auth, method, params = {}) => send(`${origin}/rest/${method}`, "POST", { auth, ...params }),
    install: (handlerUrl, scopes = ALL_SCOPES) =>
      control("POST", "/apps", { name: "Demo", clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, handlerUrl, scopes }),
  };
}
