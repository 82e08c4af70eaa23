import { z } from "zod";

import type { AlertSource, FiringAlert, SourceGroup } from "./alert-source.ts";
import type { AskSource } from "./ask-source.ts";
import { longestRepeatMs } from "./longest-repeat.ts";
import { refused } from "./refused.ts";

const HOUR_MS = 3_600_000;
/** A silence that nobody ends: it is made longer while the group still fires, and ended when it does not. */
const OPEN_END_MS = 24 * HOUR_MS;
/** It is made longer from so much before its end. */
const PROLONG_FROM_MS = 2 * HOUR_MS;
/** Just started it knows nothing yet: Prometheus tells again what fires once it has evaluated its rules. In milliseconds. */
const KNOWS_AFTER_MS = 10 * 60_000;

const Silences = z.array(
  z.object({
    id: z.string(),
    status: z.object({ state: z.string() }),
    comment: z.string(),
    createdBy: z.string().default(""),
    startsAt: z.string(),
    endsAt: z.string().default(""),
  }),
);
type Silence = z.infer<typeof Silences>[number];

const Texts = z.record(z.string(), z.string()).default({});
const Alerts = z.array(
  z.object({
    fingerprint: z.string(),
    labels: Texts,
    annotations: Texts,
    startsAt: z.iso.datetime({ offset: true }),
    generatorURL: z.string().nullish(),
    status: z.object({ state: z.string() }).default({ state: "active" }),
  }),
);
const Status = z.object({
  uptime: z.iso.datetime({ offset: true }),
  config: z.object({ original: z.string() }).optional(),
});

/**
 * Prometheus Alertmanager. What somebody acknowledges or silences becomes a silence of the group over there: of the labels by which
 * it groups, since the group is theirs whatever else its alerts have in common just now. It posts nothing of what is silenced,
 * neither more of it nor that it recovered; so whoever silences has to ask.
 *
 * @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */
export function createAlertmanager(ask: AskSource): AlertSource {
  const status = async () => Status.parse(await ask({ method: "GET", path: "/api/v2/status" }));

  /** What is silenced for this episode's sake, or for an earlier one's. */
  const ours = async ({ id, episode }: SourceGroup): Promise<Silence[]> => {
    const all = Silences.parse(await ask({ method: "GET", path: "/api/v2/silences" }));
    const isOurs = ({ comment }: Silence) => {
      const [, group, of] = /\[([0-9a-f-]+):(\d+)\]$/.exec(comment) ?? [];
      return group === id && Number(of) <= episode;
    };
    return all.filter((each) => isOurs(each) && each.status.state !== "expired");
  };

  const put = async (body: object) => void (await ask({ method: "POST", path: "/api/v2/silences", body }));

  return {
    async tell(group, news, now) {
      const silences = await ours(group);
      if (news.kind === "recovered" || news.kind === "ended") {
        await endAll(silences.map(({ id }) => id));
        return { isMuted: false };
      }
      const [known] = silences;
      const verb = news.kind === "acknowledged" ? "Acknowledged" : "Silenced";
      await put({
        ...(known !== undefined && { id: known.id }),
        matchers: matchersOf(group),
        startsAt: known?.startsAt ?? now.toISOString(),
        endsAt: (news.until ?? new Date(now.getTime() + OPEN_END_MS)).toISOString(),
        createdBy: news.byName || "Botdeck",
        comment: `${verb} by ${news.byName || "Botdeck"} in the chat [${group.id}:${group.episode}]`,
      });
      return { isMuted: true };
    },

    async firing(group, now) {
      const filters = matchersOf(group).map(
        ({ name, value }) => `filter=${encodeURIComponent(`${name}=${quoted(value)}`)}`,
      );
      const query = ["active=true", "silenced=true", "inhibited=true", ...filters].join("&");
      const alerts = Alerts.parse(await ask({ method: "GET", path: `/api/v2/alerts?${query}` }));
      if (alerts.length > 0) return alerts.map(toFiring);
      const startedAt = Date.parse((await status()).uptime);
      const hasKnown = startedAt <= group.toldAt.getTime() || now.getTime() - startedAt >= KNOWS_AFTER_MS;
      return hasKnown ? [] : null;
    },

    async prolong(group, now) {
      const [known] = await ours(group);
      if (known === undefined || Date.parse(known.endsAt) - now.getTime() > PROLONG_FROM_MS) return;
      const { id, startsAt, createdBy, comment } = known;
      const endsAt = new Date(now.getTime() + OPEN_END_MS).toISOString();
      await put({ id, matchers: matchersOf(group), startsAt, endsAt, createdBy, comment });
    },

    forgetsAfterMs: async () => longestRepeatMs((await status()).config?.original ?? ""),
  };

  /** One that refuses to be ended keeps no other from it. */
  async function endAll(ids: readonly string[]): Promise<void> {
    const ended = await Promise.allSettled(
      ids.map((id) => ask({ method: "DELETE", path: `/api/v2/silence/${encodeURIComponent(id)}`, mayBeGone: true })),
    );
    for (const each of ended) if (each.status === "rejected") throw each.reason;
  }
}

const toFiring = ({ status: { state }, generatorURL, ...alert }: z.infer<typeof Alerts>[number]): FiringAlert => ({
  ...alert,
  url: generatorURL ?? null,
  isMuted: state === "suppressed",
});

/** @throws AppError `rejected` for a group without labels: its silence would silence everything. */
function matchersOf({ labels }: Pick<SourceGroup, "labels">) {
  const matchers = Object.entries(labels)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => ({ name, value, isRegex: false, isEqual: true }));
  // What is only known by labels that it has not is everything else as well.
  if (matchers.some(({ value }) => value !== "")) return matchers;
  throw refused("rejected", { name: "Alertmanager", refusal: "no_labels" });
}

/** As Alertmanager's matchers are written. */
const quoted = (value: string): string =>
  `"${value
    .replaceAll("\\", "\\\\")
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\n", String.raw`\n`)}"`;
