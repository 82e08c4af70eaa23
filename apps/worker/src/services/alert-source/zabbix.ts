import { AppError } from "@botdeck/core";
import { z } from "zod";

import type { AlertSource, SourceGroup } from "./alert-source.ts";
import type { AskSource } from "./ask-source.ts";

/** What `event.acknowledge` does, added together. */
const ACKNOWLEDGE = 2;
const ADD_MESSAGE = 4;
const SUPPRESS = 32;
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
      const isSilence = news.kind === "silenced";
      const params = {
        eventids,
        action: ADD_MESSAGE + (isSilence ? SUPPRESS : ACKNOWLEDGE),
        message: `${isSilence ? "Silenced" : "Acknowledged"} by ${news.byName} in the chat`,
        ...(isSilence && { suppress_until: news.until === null ? FOR_GOOD : Math.floor(news.until.getTime() / 1_000) }),
      };
      const request = { jsonrpc: "2.0", method: "event.acknowledge", params, id: 1 };
      const { error } = Answer.parse(await ask({ method: "POST", path: "/api_jsonrpc.php", body: request }));
      // Its errors come with status 200.
      if (error !== undefined) {
        throw new AppError("rejected", `Zabbix refused event.acknowledge (${error.code}): check the token's role`);
      }
      return { isMuted: false };
    },

    isFiring: async () => null,
  };
}

/** The problems that fire, by Zabbix's own ids. */
function eventsOf({ alerts }: SourceGroup): string[] {
  const firing = alerts.filter(({ status }) => status === "firing");
  return [...new Set(firing.map(({ labels, fingerprint }) => labels["event_id"] ?? fingerprint))];
}
