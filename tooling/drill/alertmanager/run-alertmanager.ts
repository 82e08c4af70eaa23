import { waitUntil } from "@botdeck/local-stack";

import { localUrl } from "../../start/programs.ts";
import { openDrillOutbox } from "../drill-outbox.ts";
import { createPartList } from "../stack/part-list.ts";
import { nextPort } from "../stack/plan-parts.ts";
import { type Stack, startStack } from "../stack/start-stack.ts";
import { openAlertChat } from "./alert-chat.ts";
import { isFiring } from "./alertmanager-api.ts";
import { startBlackbox } from "./blackbox.ts";
import { openChatPage } from "./chat-page.ts";
import { findMonitoring, type Monitoring } from "./find-monitoring.ts";
import { judgeAlert, TARGETS, TIMED } from "./judge-alert.ts";
import { forgetFlapping } from "./forget-flapping.ts";
import { makeAlertHook } from "./make-alert-hook.ts";
import { planAlertmanager, planPrometheus, type Ports } from "./monitoring-parts.ts";
import { type PlayedAlert, playAlert } from "./play-alert.ts";

/** The administrator of the demo portal, who is on call. */
const ON_CALL = "1";
const FIRST_SCRAPE_TIMEOUT_MS = 60_000;

type Options = { times: number; isJson: boolean };
type Run = PlayedAlert & { run: number; broken: string[] };

/**
 * `pnpm drill alertmanager`: a real Prometheus and a real Alertmanager with the configurations of `infra/`, a site that goes
 * down and comes back, and somebody who acknowledges in the chat page.
 *
 * @returns True when every promise was kept.
 * @throws AppError `unreachable` when one of the programs is not to be had here, or does not come up.
 */
export async function runAlertmanager({ times, isJson }: Options, signal: AbortSignal): Promise<boolean> {
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const print = (facts: object) => void process.stdout.write(`${JSON.stringify(facts)}\n`);
  const monitoring = await findMonitoring({ environment: process.env, report, signal });
  const runs: Run[] = [];
  const onRun = (run: Run) => {
    runs.push(run);
    if (isJson) print({ drill: "alertmanager", ...run });
    else process.stdout.write(`${wordsOf(run)}\n`);
  };
  let stack: Stack | null = null;
  try {
    stack = await startStack({ gateways: 1, workers: 1, withTemporal: true, portalLimit: "50/2", report, signal });
    await playRuns({ stack, monitoring, times, onRun, signal });
  } finally {
    monitoring.leave();
    const keepFolder = runs.some(({ broken }) => broken.length > 0) && !signal.aborted;
    if (keepFolder && stack !== null) report(`A promise broke; data and logs are kept: ${stack.folder}`);
    await stack?.stop({ keepFolder });
  }
  const broken = runs.flatMap((run) => run.broken);
  if (isJson) for (const figure of figuresOf(runs)) print(figure);
  report(broken.length === 0 ? `${times} of ${times} runs kept the promises` : `broken: ${broken.join("; ")}`);
  return broken.length === 0;
}

type Play = { stack: Stack; monitoring: Monitoring; times: number; onRun: (run: Run) => void; signal: AbortSignal };

async function playRuns({ stack, monitoring, times, onRun, signal }: Play): Promise<void> {
  const parts = createPartList(signal);
  const ports: Ports = { alertmanager: await nextPort(), prometheus: await nextPort(), blackbox: await nextPort() };
  const [alertmanagerUrl, prometheusUrl] = [localUrl(ports.alertmanager), localUrl(ports.prometheus)];
  const outbox = openDrillOutbox(stack.databaseUrl);
  try {
    await outbox.waitUntilInstalled();
  } finally {
    await outbox.close();
  }
  const blackbox = await startBlackbox(ports.blackbox);
  let page: Awaited<ReturnType<typeof openChatPage>> | null = null;
  try {
    const chat = await openAlertChat(stack.emulatorUrl, ON_CALL, "Incidents of the shop");
    const { databaseUrl, gateways } = stack;
    const place = { databaseUrl, gatewayUrl: gateways[0].url };
    const hook = await makeAlertHook(place, { dialogId: chat.dialogId, onCall: ON_CALL, alertmanagerUrl });
    await parts.launch(planAlertmanager(monitoring, stack, { ports, hook }));
    await parts.launch(planPrometheus(monitoring, stack, ports));
    page = await openChatPage(stack.emulatorUrl, { firstName: chat.person.firstName, title: chat.title });
    // Before the first look at the site a rule has nothing to be about.
    await waitUntil(() => blackbox.toldAt() !== null, { timeoutMs: FIRST_SCRAPE_TIMEOUT_MS, signal });
    for (let run = 1; run <= times; run++) {
      await waitUntil(async () => !(await isFiring(prometheusUrl, "SiteDown")), { timeoutMs: 60_000, signal });
      signal.throwIfAborted();
      await forgetFlapping(stack.databaseUrl);
      const played = await playAlert({ chat, page, blackbox, prometheusUrl, alertmanagerUrl, signal });
      const broken = judgeAlert(played);
      onRun({ run, ...played, broken });
      // What comes after a broken promise would be counted against it.
      if (broken.length > 0) break;
    }
  } finally {
    await page?.close();
    await parts.stop();
    await blackbox.close();
  }
}

function wordsOf({ run, broken, ...played }: Run): string {
  const seconds = (value: number | null) => (value === null ? "never" : `${(value / 1_000).toFixed(1)} s`);
  const times =
    `card after ${seconds(played.firingToCardMs)}, page after ${seconds(played.firingToPageMs)}, ` +
    `silence ${seconds(played.ackToSilenceMs)} after Acknowledge, edited ${seconds(played.recoveryToEditMs)} after the recovery, ` +
    `card of the next failure after ${seconds(played.againToCardMs)}`;
  return [
    `run ${run}: ${broken.length === 0 ? "kept  " : "BROKEN"} ${times}`,
    ...broken.map((each) => `    ${each}`),
  ].join("\n");
}

/** Of several runs the worst; nothing of what never came. */
function figuresOf(runs: readonly Run[]): object[] {
  const bench = "drill-alertmanager";
  const timed = TIMED.flatMap((figure) => {
    const values = runs.map((run) => run[figure]).filter((value) => value !== null);
    if (values.length === 0) return [];
    return [{ bench, figure, value: Math.max(...values), unit: "ms", target: TARGETS[figure], better: "lower" }];
  });
  const broken = runs.reduce((sum, run) => sum + run.broken.length, 0);
  return [...timed, { bench, figure: "broken", value: broken, unit: "count", target: 0, better: "lower" }];
}
