import { type B24Client, parseWebhookUrl, TransportError } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { Bot, Portal, Portals } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { PortalClients } from "@botdeck/portal-clients";

import { registerBots } from "./register-bots.ts";

/** What the bots call; without one of these they could not answer. */
export const NEEDED_SCOPES = ["imbot", "im", "imopenlines", "task"];

type Deps = {
  portals: Portals;
  clients: PortalClients;
  definitions: readonly AnyBot[];
  eventsUrl: string;
  /** Whether portals on this machine and in private networks are connected too. */
  takesPrivate: boolean;
  /** Connect it also when somebody has disconnected it in the console. */
  isAskedAnew?: boolean;
};

/**
 * Connects a portal by an inbound webhook: checks the address and the rights, and registers the bots in fetch mode, so
 * that no tunnel is needed. A portal too old for that mode is told so.
 *
 * @throws AppError whose message is one sentence for a person: what is wrong and what to do.
 */
export async function connectWebhook(webhookUrl: string, deps: Deps): Promise<{ portal: Portal; bots: Bot[] }> {
  const parsed = parseWebhookUrl(webhookUrl, deps);
  if (!parsed.ok) throw new AppError("invalid", parsed.reason);

  const portal = await deps.portals.keepWebhook({ domain: parsed.domain, url: parsed.url });
  if (portal.state === "removed") {
    if (deps.isAskedAnew !== true) throw disconnected(parsed.domain);
    await deps.portals.reopen(portal.id);
  }
  const client = deps.clients.for(portal);
  try {
    await checkScopes(client);
    const bots = await registerBots(portal, client, deps);
    if (!(await deps.portals.endConnecting(portal.id, "active"))) throw disconnected(parsed.domain);
    return { portal, bots };
  } catch (error) {
    const explained = explain(error, parsed.domain);
    // A portal that worked before keeps working on what it has; only a new one stays unfinished.
    await deps.portals.endConnecting(portal.id, "pending", explained.message);
    throw explained;
  }
}

const disconnected = (domain: string): AppError =>
  new AppError("conflict", `The portal ${domain} was disconnected in the console: connect it there again.`);

async function checkScopes(client: B24Client): Promise<void> {
  const granted = await client.call("scope", {});
  const missing = NEEDED_SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) {
    throw new AppError(
      "forbidden",
      `The webhook lacks the rights ${missing.join(", ")}: open it on the portal (Developer resources → Inbound webhook), add them, and start again.`,
    );
  }
}

/** The portal's codes in words; what is already a sentence of ours stays. */
function explain(error: unknown, domain: string): AppError {
  if (!(error instanceof AppError)) {
    return new AppError("invariant", `The portal ${domain} could not be connected because of a fault of ours.`, {
      cause: error,
    });
  }
  if (error.code === "unauthorized") {
    return new AppError(
      "unauthorized",
      `The portal ${domain} does not know this webhook: check that the whole address was copied, and that the webhook was not deleted.`,
      { cause: error },
    );
  }
  if (error.cause instanceof TransportError && error.cause.leadsInside) {
    return new AppError(
      "forbidden",
      `The portal ${domain} lies in a private network: portals there are taken only where gateway, worker and console have B24_PRIVATE_PORTALS=true.`,
      { cause: error },
    );
  }
  if (error.code === "unreachable") {
    return new AppError(
      "unreachable",
      `The portal ${domain} does not answer: check the address and that this machine may reach it.`,
      { cause: error },
    );
  }
  return error;
}
