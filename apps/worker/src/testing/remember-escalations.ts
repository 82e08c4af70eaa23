import { Context } from "@temporalio/activity";

import type { EscalationActivities } from "../workflows/escalation/activities.ts";
import type { GroupNow } from "../workflows/escalation/group-activities.ts";

/** What escalations find outside. */
export const newAlertDesk = () => ({
  /** What the group's row says. */
  group: { kind: "firing" } as GroupNow,
  /** Whom each level pages, for how long they are waited for. */
  levels: [
    { to: "4", waitMs: 300_000 },
    { to: "5", waitMs: 600_000 },
  ] as { to: string | null; waitMs: number }[],
  repeats: 1,
  /** Until when everybody of a level is left in peace, one page after the other. */
  quiet: [] as string[],
  /** Whether the source posts nothing of what it was told. */
  isMuted: false,
  /** For how long the source may keep silent about what fires anew, in milliseconds, once it says that nothing fires. */
  forgetsAfterMs: null as number | null,
  /** How often telling the source fails before it succeeds. */
  failures: 0,
  /** Who was paged when, in milliseconds of the server's clock: the test's own does not skip. */
  pagedAt: [] as { to: string; at: number }[],
});
export type RememberedAlerts = ReturnType<typeof newAlertDesk>;

/** An escalation's activities that only remember. */
export function rememberEscalations(
  desk: RememberedAlerts,
  note: (what: string) => Promise<void>,
): EscalationActivities {
  return {
    async lookAtGroup(_about, { isOver }) {
      const isEnd = (isOver === "silence" || isOver === "acknowledgement") && desk.group.kind !== "resolved";
      if (isEnd) desk.group = { kind: "firing" };
      const { group } = desk;
      // A test that waits for this may change the row at once.
      await note(`look ${isOver ?? "news"}`);
      return group;
    },
    async pagePeople(_about, { round, level, isUrgent }) {
      const { group } = desk;
      if (group.kind === "resolved" || group.kind === "gone") return { kind: group.kind };
      if (group.kind !== "firing") return { kind: "answered" };
      const asked = desk.levels[level];
      if (asked === undefined) return { kind: "over", repeats: desk.repeats };
      const until = isUrgent ? undefined : desk.quiet.shift();
      if (until !== undefined) {
        await note(`quiet ${asked.to ?? "nobody"}`);
        return { kind: "quiet", until };
      }
      desk.pagedAt.push({ to: asked.to ?? "nobody", at: Context.current().info.scheduledTimestampMs });
      await note(`page ${round}:${level} ${asked.to ?? "nobody"}`);
      return asked.to === null ? { kind: "nobody" } : { kind: "paged", waitMs: asked.waitMs };
    },
    tellUnanswered: async (_about, { round }) => note(`unanswered ${round}`),
    tellForgotten: async () => note("forgotten"),
    tellRecovered: async () => note("recovered"),
    async tellSource(_about, { kind, key }) {
      if (desk.failures > 0) {
        desk.failures -= 1;
        throw new Error("The source is away");
      }
      await note(`source ${kind}${kind === "recovered" ? "" : ` ${key}`}`);
      return { isMuted: desk.isMuted && kind !== "recovered" };
    },
    async lookAtSource() {
      await note("look at source");
      return { isMuted: desk.isMuted, ...(desk.forgetsAfterMs !== null && { forgetsAfterMs: desk.forgetsAfterMs }) };
    },
    async lookForReturn() {
      await note("look for return");
      return { isMuted: desk.isMuted };
    },
  };
}
