import { AppError } from "@botdeck/core";
import { z } from "zod";

import type { AlertSource, SourceGroup, SourceNews } from "./alert-source.ts";
import type { AskSource } from "./ask-source.ts";

/** What `event.acknowledge` does, added together. */
const ACKNOWLEDGE = 2;
const ADD_MESSAGE = 4;
const UNACKNOWLEDGE = 16;
const SUPPRESS = 32;
const UNSUPPRESS = 64;
/** A problem that is suppressed until this is so for good. */
const FOR_GOOD = 0;

const Answer = z.object({ error: z.object({ code: z.number(), message: z.string() }).optional() });

/**
 * Zabbix, version 6.4 or later: what somebody acknowledges is acknowledged there, what they silence is suppressed. Its problems
 * end by its own posts all the same.
 *
 * @see https://www.zabbix.com/documentation/current/en/manual/api/reference/event/acknowledge
 */
export function createZabbix(ask: AskSource): AlertSource {
  return {
    async tell(group, news) {
      const eventids = eventsOf(group);
      if (news.kind === "recovered" || eventids.length === 0) return { isMuted: false };
      const params = { eventids, ...actionOf(news) };
      const request = { jsonrpc: "2.0", method: "event.acknowledge", params, id: 1 };
      const { error } = Answer.parse(await ask({ method: "POST", path: "/api_jsonrpc.php", body: request }));
      // Its errors come with status 200.
      if (error !== undefined) {
        throw new AppError("rejected", `Zabbix refused event.acknowledge (${error.code}): check the token's role`);
      }
      return { isMuted: false };
    },

    firing: async () => null,
    prolong: async () => {},
    forgetsAfterMs: async () => 0,
  };
}

function actionOf(news: Exclude<SourceNews, { kind: "recovered" }>): object {
  switch (news.kind) {
    case "acknowledged":
      return { action: ADD_MESSAGE + ACKNOWLEDGE, message: `Acknowledged by ${news.byName} in the chat` };
    case "silenced":
      return {
        action: ADD_MESSAGE + SUPPRESS,
        message: `Silenced by ${news.byName} in the chat`,
        suppress_until: news.until === null ? FOR_GOOD : Math.floor(news.until.getTime() / 1_000),
      };
    case "ended":
      return news.of === "silenced"
        ? { action: ADD_MESSAGE + UNSUPPRESS, message: "It is silent no longer in the chat" }
        : { action: ADD_MESSAGE + UNACKNOWLEDGE, message: "Nobody has it any more in the chat" };
  }
}

/** The problems that fire, by Zabbix's own ids. */
function eventsOf({ alerts }: SourceGroup): string[] {
  const firing = alerts.filter(({ status }) => status === "firing");
  return [...new Set(firing.map(({ labels, fingerprint }) => labels["event_id"] ?? fingerprint))];
}
