import { waitUntil } from "@botdeck/local-stack";

import { localUrl } from "../../start/programs.ts";
import { openAlertChat } from "../alerts/alert-chat.ts";
import { openChatPage } from "../alerts/chat-page.ts";
import { forgetFlapping } from "../alerts/forget-flapping.ts";
import { makeAlertHook } from "../alerts/make-alert-hook.ts";
import { type AlertDrill, inSeconds } from "../alerts/run-alert-drill.ts";
import { createPartList } from "../stack/part-list.ts";
import { nextPort } from "../stack/plan-parts.ts";
import type { Stack } from "../stack/start-stack.ts";
import { isFiring } from "./alertmanager-api.ts";
import { startBlackbox } from "./blackbox.ts";
import { findMonitoring, type Monitoring } from "./find-monitoring.ts";
import { judgeAlert, TARGETS, type TimedFigure } from "./judge-alert.ts";
import { planAlertmanager, planPrometheus, type Ports } from "./monitoring-parts.ts";
import { type PlayedAlert, playAlert } from "./play-alert.ts";

/** The administrator of the demo portal, who is on call. */
const ON_CALL = "1";
const FIRST_SCRAPE_TIMEOUT_MS = 60_000;

/**
 * `pnpm drill alertmanager`: a real Prometheus and a real Alertmanager with the configurations of `infra/`, a site that goes
 * down and comes back, and somebody who acknowledges in the chat page.
 */
export const alertmanagerDrill: AlertDrill<Monitoring, TimedFigure, PlayedAlert> = {
  name: "alertmanager",
  find: findMonitoring,
  play,
  judge: judgeAlert,
  targets: TARGETS,
  words: (played) =>
    `card after ${inSeconds(played.firingToCardMs)}, page after ${inSeconds(played.firingToPageMs)}, ` +
    `silence ${inSeconds(played.ackToSilenceMs)} after Acknowledge, edited ${inSeconds(played.recoveryToEditMs)} after the recovery, ` +
    `card of the next failure after ${inSeconds(played.againToCardMs)}`,
};

type Play = { stack: Stack; found: Monitoring; signal: AbortSignal };

async function* play({ stack, found: monitoring, signal }: Play): AsyncGenerator<PlayedAlert, void, void> {
  const parts = createPartList(signal);
  const ports: Ports = { alertmanager: await nextPort(), prometheus: await nextPort(), blackbox: await nextPort() };
  const [alertmanagerUrl, prometheusUrl] = [localUrl(ports.alertmanager), localUrl(ports.prometheus)];
  const blackbox = await startBlackbox(ports.blackbox);
  let page: Awaited<ReturnType<typeof openChatPage>> | null = null;
  try {
    const chat = await openAlertChat(stack.emulatorUrl, ON_CALL, "Incidents of the shop");
    const { databaseUrl, gateways } = stack;
    const place = { databaseUrl, gatewayUrl: gateways[0].url };
    const wish = { dialogId: chat.dialogId, onCall: ON_CALL, kind: "alertmanager" as const };
    const hook = await makeAlertHook(place, { ...wish, api: { url: alertmanagerUrl } });
    await parts.launch(planAlertmanager(monitoring, stack, { ports, hook }));
    await parts.launch(planPrometheus(monitoring, stack, ports));
    page = await openChatPage(stack.emulatorUrl, { firstName: chat.person.firstName, title: chat.title });
    // Before the first look at the site a rule has nothing to be about.
    await waitUntil(() => blackbox.toldAt() !== null, { timeoutMs: FIRST_SCRAPE_TIMEOUT_MS, signal });
    for (;;) {
      await waitUntil(async () => !(await isFiring(prometheusUrl, "SiteDown")), { timeoutMs: 60_000, signal });
      signal.throwIfAborted();
      await forgetFlapping(stack.databaseUrl);
      yield await playAlert({ chat, page, blackbox, prometheusUrl, alertmanagerUrl, signal });
    }
  } finally {
    await page?.close();
    await parts.stop();
    await blackbox.close();
  }
}
