import { AppError } from "@botdeck/core";
import { z } from "zod";

import type { AlertSource, SourceGroup } from "./alert-source.ts";
import type { AskSource } from "./ask-source.ts";

const HOUR_MS = 3_600_000;
/** A silence that nobody ends: it is made longer while the group still fires, and ended when it does not. */
const OPEN_END_MS = 24 * HOUR_MS;
/** Just started it knows nothing yet: Prometheus tells again what fires within a minute. In milliseconds. */
const KNOWS_AFTER_MS = 90_000;

const Silences = z.array(
  z.object({ id: z.string(), status: z.object({ state: z.string() }), comment: z.string(), startsAt: z.string() }),
);
const Alerts = z.array(z.object({ fingerprint: z.string() }));
const Status = z.object({ uptime: z.iso.datetime({ offset: true }) });

/**
 * Prometheus Alertmanager. What somebody acknowledges or silences becomes a silence of the group's labels there. It posts nothing
 * of what is silenced, neither more of it nor that it recovered; so whoever silences has to ask.
 *
 * @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */
export function createAlertmanager(ask: AskSource): AlertSource {
  const ours = async (mark: string) => {
    const all = Silences.parse(await ask({ method: "GET", path: "/api/v2/silences" }));
    return all.filter(({ comment, status }) => comment.endsWith(`[${mark}]`) && status.state !== "expired");
  };

  return {
    async tell({ mark, ...group }, news, now) {
      const [known, ...more] = await ours(mark);
      if (news.kind === "recovered") {
        for (const { id } of known === undefined ? [] : [known, ...more]) {
          await ask({ method: "DELETE", path: `/api/v2/silence/${encodeURIComponent(id)}` });
        }
        return { isMuted: false };
      }
      const verb = news.kind === "acknowledged" ? "Acknowledged" : "Silenced";
      const body = {
        ...(known !== undefined && { id: known.id }),
        matchers: matchersOf(group),
        startsAt: known?.startsAt ?? now.toISOString(),
        endsAt: (news.until ?? new Date(now.getTime() + OPEN_END_MS)).toISOString(),
        createdBy: news.byName || "Botdeck",
        comment: `${verb} by ${news.byName || "Botdeck"} in the chat [${mark}]`,
      };
      await ask({ method: "POST", path: "/api/v2/silences", body });
      return { isMuted: true };
    },

    async isFiring(group, now) {
      const filters = matchersOf(group).map(
        ({ name, value }) => `filter=${encodeURIComponent(`${name}=${quoted(value)}`)}`,
      );
      const query = ["active=true", "silenced=true", "inhibited=true", ...filters].join("&");
      if (Alerts.parse(await ask({ method: "GET", path: `/api/v2/alerts?${query}` })).length > 0) return true;
      const { uptime } = Status.parse(await ask({ method: "GET", path: "/api/v2/status" }));
      const startedAt = Date.parse(uptime);
      const hasKnown = startedAt <= group.toldAt.getTime() || now.getTime() - startedAt >= KNOWS_AFTER_MS;
      return hasKnown ? false : null;
    },
  };
}

/** @throws AppError `rejected` for a group without labels: its silence would silence everything. */
function matchersOf({ labels }: Pick<SourceGroup, "labels">) {
  const matchers = Object.entries(labels)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => ({ name, value, isRegex: false, isEqual: true }));
  if (matchers.length > 0) return matchers;
  throw new AppError("rejected", "The group has no labels by which Alertmanager could silence it and nothing else");
}

/** As Alertmanager's matchers are written. */
const quoted = (value: string): string =>
  `"${value
    .replaceAll("\\", "\\\\")
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\n", String.raw`\n`)}"`;
