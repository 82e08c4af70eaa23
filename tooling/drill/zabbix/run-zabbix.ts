import { alertGroup, connect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { desc } from "drizzle-orm";

import { localUrl } from "../../start/programs.ts";
import { openAlertChat } from "../alerts/alert-chat.ts";
import { openChatPage } from "../alerts/chat-page.ts";
import { forgetFlapping } from "../alerts/forget-flapping.ts";
import { makeAlertHook } from "../alerts/make-alert-hook.ts";
import { type AlertDrill, inSeconds } from "../alerts/run-alert-drill.ts";
import { createPartList } from "../stack/part-list.ts";
import { nextPort } from "../stack/plan-parts.ts";
import type { Stack } from "../stack/start-stack.ts";
import { findZabbix, type Zabbix } from "./find-zabbix.ts";
import { judgeProblem, TARGETS, type TimedFigure } from "./judge-zabbix.ts";
import { type PlayedProblem, playProblem } from "./play-zabbix.ts";
import { makeBotdeckUser, makeHost, setUpMediaType } from "./set-up-zabbix.ts";
import { logInToZabbix } from "./zabbix-api.ts";
import { IDLE } from "./watched-machine.ts";
import { makeZabbixDatabase, planFrontend, planServer, type Ports } from "./zabbix-parts.ts";
import { openProblem, sendLoad } from "./zabbix-problem.ts";

/** The administrator of the demo portal, who is on call. */
const ON_CALL = "1";
/** Whom a new Zabbix knows. */
const ADMINISTRATOR = { username: "Admin", password: "zabbix" };
const KNOWN_TIMEOUT_MS = 60_000;

/**
 * `pnpm drill zabbix`: a real Zabbix with the media type of `infra/`, set up as its description says, a machine that gets busy and
 * comes to rest, and somebody who acknowledges and silences in the chat page.
 */
export const zabbixDrill: AlertDrill<Zabbix, TimedFigure, PlayedProblem> = {
  name: "zabbix",
  find: findZabbix,
  play,
  judge: judgeProblem,
  targets: TARGETS,
  words: (played) =>
    `card after ${inSeconds(played.problemToCardMs)}, page after ${inSeconds(played.problemToPageMs)}, ` +
    `in Zabbix ${inSeconds(played.ackToZabbixMs)} after Acknowledge, edited ${inSeconds(played.recoveryToEditMs)} after the recovery, ` +
    `card of the next problem after ${inSeconds(played.againToCardMs)}, silence in Zabbix after ${inSeconds(played.silenceToZabbixMs)}`,
};

type Play = { stack: Stack; found: Zabbix; signal: AbortSignal };

async function* play({ stack, found: zabbix, signal }: Play): AsyncGenerator<PlayedProblem, void, void> {
  const parts = createPartList(signal);
  const ports: Ports = { server: await nextPort(), frontend: await nextPort() };
  const frontendUrl = localUrl(ports.frontend);
  const { databaseUrl, gateways, secretKey, emulatorUrl } = stack;
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-drill" });
  let page: Awaited<ReturnType<typeof openChatPage>> | null = null;
  try {
    const zabbixDatabase = await makeZabbixDatabase(zabbix, stack);
    await parts.launch(planFrontend(zabbix, stack, ports, zabbixDatabase));
    await parts.launch(planServer(zabbix, stack, ports, zabbixDatabase));
    const api = await logInToZabbix(frontendUrl, ADMINISTRATOR);
    const { userId, token } = await makeBotdeckUser(api, await makeHost(api));
    const chat = await openAlertChat(emulatorUrl, ON_CALL, "Incidents of the shop");
    const hook = await makeAlertHook(
      { databaseUrl, gatewayUrl: gateways[0].url, secretKey },
      { dialogId: chat.dialogId, onCall: ON_CALL, kind: "zabbix", api: { url: frontendUrl, token } },
    );
    await setUpMediaType(api, { userId, hook, frontendUrl });
    page = await openChatPage(emulatorUrl, { firstName: chat.person.firstName, title: chat.title });
    const send = (load: number) => sendLoad(zabbix, ports, load);
    const forget = () => forgetFlapping(databaseUrl);
    const isOver = async () => (await openProblem(api)) === null;
    const beganAt = async () => {
      const [newest] = await handle.db.select().from(alertGroup).orderBy(desc(alertGroup.lastAt)).limit(1);
      return newest?.firstAt ?? null;
    };
    // The server reads what was set up within a second or two.
    await waitUntil(() => send(IDLE), { timeoutMs: KNOWN_TIMEOUT_MS, everyMs: 500, signal });
    for (;;) {
      await waitUntil(isOver, { timeoutMs: KNOWN_TIMEOUT_MS, signal });
      signal.throwIfAborted();
      await forget();
      yield await playProblem({ chat, page, api, frontendUrl, send, beganAt, forgetFlapping: forget, signal });
    }
  } finally {
    await page?.close();
    await parts.stop();
    await handle.close();
  }
}
