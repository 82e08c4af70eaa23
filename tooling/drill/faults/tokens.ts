import { setTimeout as pause } from "node:timers/promises";

import { waitUntil } from "@botdeck/local-stack";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";
import { DEMO_CLIENT_ID } from "../../start/programs.ts";

const REAUTH_TIMEOUT_MS = 30_000;

/**
 * Row 19: all access tokens end under load, three times, with several processes that call. A refresh token is good once
 * there, so a second refresh with the same one would leave the portal without any.
 */
const expiry: Fault = {
  name: "tokens-expire",
  async run({ portal, tables, underLoad }) {
    const outcome = await underLoad({}, async (load) => {
      for (const share of [0.2, 0.5, 0.8]) {
        await load.until(share);
        await portal.setFaults({ access: { areTokensExpired: true } });
        await portal.setFaults();
      }
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    promise(outcome, outcome.inDoubt === 0, `${outcome.inDoubt} in doubt after plain refusals`);
    const states = await tables.portalStates();
    promise(
      outcome,
      states.every((state) => state === "active"),
      `a portal is ${states.join(", ")}: a token was renewed twice`,
    );
    return outcome;
  },
};

/**
 * Row 20: the app's tokens are worth nothing any more. What is owed is kept, the portal is seen to want a person, and
 * after a new installation everything goes out. Who calls is told so at once (the app was taken off the portal), or by
 * `invalid_grant` when he renews a token.
 */
const revoked = (name: string, isFoundByRenewal: boolean): Fault => ({
  name,
  async run({ stack, portal, tables, underLoad }) {
    let isSeen = false;
    const outcome = await underLoad({ messages: 90 }, async (load) => {
      await load.until(0.3);
      await portal.setFaults({ access: { revokedApps: [DEMO_CLIENT_ID] } });
      if (isFoundByRenewal) await tables.expireTokens();
      isSeen = await waitUntil(async () => (await tables.portalStates()).includes("reauth"), {
        timeoutMs: REAUTH_TIMEOUT_MS,
      });
      await load.until(1);
      await portal.setFaults();
      await stack.installApp();
    });
    promise(outcome, isSeen, "nobody was told that the portal has to be authorised again");
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    const isWell = async () => (await tables.portalStates()).every((state) => state === "active");
    const isBack = await waitUntil(isWell, { timeoutMs: REAUTH_TIMEOUT_MS });
    promise(outcome, isBack, "the portal did not come back after a new installation");
    return outcome;
  },
});

/** Row 20: the portal's plan has no REST for a while. Nothing that is owed is given up for it. */
const unpaid: Fault = {
  name: "portal-unpaid",
  async run({ portal, underLoad }) {
    const outcome = await underLoad({ messages: 60 }, async (load) => {
      await load.until(0.4);
      await portal.setFaults({ access: { isPaymentRequired: true } });
      await load.until(1);
      await pause(1_000);
      await portal.setFaults();
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    return outcome;
  },
};

export const tokens: readonly Fault[] = [
  expiry,
  revoked("tokens-revoked", true),
  revoked("app-refused", false),
  unpaid,
];
