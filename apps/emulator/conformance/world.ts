import { PLATFORM_METHODS, specOf } from "@botdeck/b24-spec";
import { AppError } from "@botdeck/core";

import { buildEmulator } from "../src/app.ts";
import { createPortal } from "../src/create-portal.ts";
import { issueAccessToken, issueRefreshToken } from "../src/oauth/tokens.ts";
import type { Portal } from "../src/portal.ts";
import { FIRST_PEOPLE, seedState } from "../src/seed.ts";
import { send } from "../src/testing/send.ts";

export type Params = Record<string, unknown>;
export type Answer = { status: number; body: Record<string, unknown> };

// oxlint-disable-next-line typescript/no-explicit-any -- the answer of any method; each case looks at its own
type Result = any;

const CLIENT_ID = "local.conformance";

/** The demo people of the portal, by the part they play. */
export const PEOPLE = { manager: 1, operator: 2, employee: 3, otherEmployee: 4, client: 5, otherClient: 6 };

/** A fresh portal with an administrator's webhook and an installed app, and what cases need to prepare themselves. */
export type World = {
  portal: Portal;
  origin: string;
  /** The administrator's inbound webhook. */
  webhookUrl: string;
  /** A fresh pair of tokens of the installed app, the administrator's. */
  grant(): { accessToken: string; refreshToken: string };
  /** Calls with the right credential and fails on a refusal; gives what stands under `result`. */
  call(method: string, params?: Params): Promise<Result>;
  /** Calls and gives whatever came. */
  ask(method: string, params?: Params): Promise<Answer>;
  /** Makes something at its first use, and gives the same one afterwards. */
  once<Thing>(name: string, make: () => Promise<Thing>): Promise<Thing>;
  /** The emulator's control API: what people do with a mouse. */
  control(method: "GET" | "POST" | "PUT", path: string, body?: object): Promise<Result>;
  close(): Promise<void>;
};

/** What one method is called with so that its documented answer can come. */
export type Cases = Record<string, (world: World) => Params | Promise<Params>>;

/** @param options.requests The request limit as `capacity/leak per second`, such as `50/2`; none unless given. */
export async function startWorld({ requests = "off" }: { requests?: string } = {}): Promise<World> {
  let origin = "";
  const portal = createPortal({
    state: seedState({ people: FIRST_PEOPLE }),
    origin: () => origin,
    faults: { limits: { requests, operatingS: null } },
  });
  const app = buildEmulator({ portal, pageFolder: "/nonexistent" });
  origin = await app.listen({ host: "127.0.0.1", port: 0 });
  const made = new Map<string, Promise<unknown>>();
  const named = PLATFORM_METHODS.flatMap((name) => (specOf(name)?.scope ?? "").split(","));
  const scopes = [...new Set(named)].filter((scope) => scope !== "");

  const control: World["control"] = async (method, path, body) => {
    const { status, body: answer } = await send(`${origin}/emulator/api${path}`, method, body);
    if (status !== 200) throw new AppError("invariant", `${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const { url: webhookUrl } = await control("POST", "/webhooks", { userId: PEOPLE.manager, scopes });
  const [userId, code] = new URL(webhookUrl).pathname.split("/").slice(2);
  await control("POST", "/apps", {
    name: "Conformance",
    clientId: CLIENT_ID,
    clientSecret: "secret",
    handlerUrl: `${origin}/nowhere`,
    scopes,
  });
  const conformanceApp = portal.state.apps.get(CLIENT_ID);
  if (conformanceApp === undefined) throw new AppError("invariant", "The app was just installed");
  const token = issueAccessToken(portal, conformanceApp, PEOPLE.manager).id;

  const ask: World["ask"] = (method, params = {}) => {
    const spec = specOf(method);
    if (spec?.isRest3) return send(`${origin}/rest/api/${userId}/${code}/${method}`, "POST", params);
    if (spec?.needsApp) return send(`${origin}/rest/${method}`, "POST", { ...params, auth: token });
    return send(webhookUrl + method, "POST", params);
  };

  return {
    portal,
    origin,
    webhookUrl,
    grant: () => ({
      accessToken: issueAccessToken(portal, conformanceApp, PEOPLE.manager).id,
      refreshToken: issueRefreshToken(portal, conformanceApp, PEOPLE.manager).id,
    }),
    ask,
    control,
    async call(method, params) {
      const { status, body } = await ask(method, params);
      if (status !== 200) throw new AppError("invariant", `${method}: ${status} ${JSON.stringify(body)}`);
      return body["result"];
    },
    once<Thing>(name: string, make: () => Promise<Thing>) {
      if (!made.has(name)) made.set(name, make());
      // safe: a name stands for one kind of thing
      return made.get(name) as Promise<Thing>;
    },
    async close() {
      await app.close();
      await portal.events.close();
    },
  };
}
