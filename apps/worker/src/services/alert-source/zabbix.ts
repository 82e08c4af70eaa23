import { z } from "zod";

import type { AlertSource, SourceGroup, SourceNews } from "./alert-source.ts";
import type { AskSource, SourceRequest } from "./ask-source.ts";
import { refused } from "./refused.ts";

/** What `event.acknowledge` does, added together. */
const ACKNOWLEDGE = 2;
const ADD_MESSAGE = 4;
const UNACKNOWLEDGE = 16;
const SUPPRESS = 32;
const UNSUPPRESS = 64;
/** A problem that is suppressed until this is so for good. */
const FOR_GOOD = 0;
/** What it answers to a token, a role or a parameter that it does not take; it is for another reason that it fails with any other. */
const INVALID_PARAMS = -32_602;
/** From this version on problems are suppressed by hand. */
const SUPPRESSES_FROM = [6, 2] as const;
/** From this version on the token may stand in the header; from 7.2 on it has to. */
const HEADER_FROM = [6, 4] as const;

const Answer = z.object({
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string(), data: z.string().optional() }).optional(),
});
/** Major and minor of `6.0.14` or `7.4.0rc1`. */
const Version = z
  .string()
  .regex(/^\d+\.\d+/)
  .transform((text) => text.split(".").map((part) => Number.parseInt(part, 10)));
type Version = readonly number[];

/**
 * Zabbix, version 6.0 or later: what somebody acknowledges is acknowledged there, what they silence is suppressed, or, where it
 * cannot be (before 6.2), gets a message that says so. Its problems end by its own posts all the same.
 *
 * @see https://www.zabbix.com/documentation/current/en/manual/api/reference/event/acknowledge
 */
export function createZabbix(ask: AskSource): AlertSource {
  const call = async (method: string, params: unknown, tokenIn: SourceRequest["tokenIn"] & string) => {
    const request = { jsonrpc: "2.0", method, params, id: 1 };
    const { result, error } = Answer.parse(
      await ask({ method: "POST", path: "/api_jsonrpc.php", body: request, tokenIn }),
    );
    // Its errors come with status 200.
    if (error !== undefined) {
      const status = String(error.code);
      // "No permissions to referred object or it does not exist!" comes under the code of what may pass as well.
      const isRefusal = error.code === INVALID_PARAMS || /^no permissions/i.test(error.data ?? "");
      throw isRefusal
        ? refused("rejected", { name: "Zabbix", refusal: "permission", status })
        : refused("unreachable", { name: "Zabbix", refusal: "away", status });
    }
    return result;
  };

  return {
    async tell(group, news) {
      const eventids = eventsOf(group);
      if (news.kind === "recovered" || eventids.length === 0) return { isMuted: false };
      // It tells its version to nobody who shows a token.
      const version = Version.parse(await call("apiinfo.version", [], "none"));
      const tokenIn = isFrom(version, HEADER_FROM) ? "header" : "auth";
      const action = actionOf(news, { suppresses: isFrom(version, SUPPRESSES_FROM) });
      await call("event.acknowledge", { eventids, ...action }, tokenIn);
      return { isMuted: false };
    },

    firing: async () => null,
    prolong: async () => {},
    forgetsAfterMs: async () => 0,
  };
}

const isFrom = ([major = 0, minor = 0]: Version, [from, fromMinor]: readonly [number, number]): boolean =>
  major > from || (major === from && minor >= fromMinor);

function actionOf(
  news: Exclude<SourceNews, { kind: "recovered" }>,
  { suppresses }: { suppresses: boolean },
): { action: number; message: string; suppress_until?: number } {
  switch (news.kind) {
    case "acknowledged":
      return { action: ADD_MESSAGE + ACKNOWLEDGE, message: `Acknowledged by ${news.byName} in the chat` };
    case "silenced": {
      const message = `Silenced by ${news.byName} in the chat`;
      if (!suppresses) return { action: ADD_MESSAGE, message: `${message} ${untilWhen(news.until)}` };
      const until = news.until === null ? FOR_GOOD : Math.floor(news.until.getTime() / 1_000);
      return { action: ADD_MESSAGE + SUPPRESS, message, suppress_until: until };
    }
    case "ended": {
      if (news.of === "acknowledged") {
        return { action: ADD_MESSAGE + UNACKNOWLEDGE, message: "Nobody has it any more in the chat" };
      }
      const message = "It is silent no longer in the chat";
      return { action: suppresses ? ADD_MESSAGE + UNSUPPRESS : ADD_MESSAGE, message };
    }
  }
}

const untilWhen = (until: Date | null): string =>
  until === null ? "until it recovers" : `until ${until.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** The problems that fire, by Zabbix's own ids. */
function eventsOf({ alerts }: SourceGroup): string[] {
  const firing = alerts.filter(({ status }) => status === "firing");
  return [...new Set(firing.map(({ labels, fingerprint }) => labels["event_id"] ?? fingerprint))];
}
