import { nextApprover } from "../workflows/vacation/next-approver.ts";
import { planWait } from "../workflows/vacation/plan-wait.ts";
import type { Marked } from "../workflows/vacation/mark-activities.ts";
import type { Standing } from "../workflows/vacation/tell-activities.ts";
import type { VacationActivities } from "../workflows/vacation/activities.ts";

/** The day on which it all begins, a Monday, ten o'clock where the office is. */
const BEGIN = Date.parse("2027-03-01T07:00:00Z");

/** What a request for days off finds outside. */
export const newVacationDesk = () => ({
  /** How many milliseconds of the test's clock are one of production. */
  scale: 1,
  /** When the first activity ran, by the test's clock. */
  beganAt: null as number | null,
  row: { version: 1, state: "requested", personId: "1", kind: "paid", toDay: "2027-07-28" } as Standing | null,
  heads: ["2"] as string[],
  /** Portal user ids of who is away, by calendar days. */
  isAway: (_userId: string, _day: string): boolean => false,
  /** What comes of writes into the portal, one after the other; done when left out. */
  marks: [] as Marked["kind"][],
  /** What the portal shows: versions. */
  calendar: new Set<number>(),
  records: new Set<number>(),
  /** On which days somebody was reminded. */
  reminded: [] as string[],
  /** The keys under which whoever is asked has buttons. */
  withButtons: new Set<string>(),
});
export type RememberedVacations = ReturnType<typeof newVacationDesk>;

/** A request's activities that only remember; who is asked and when is found by the real rules. */
export function rememberVacations(
  desk: RememberedVacations,
  note: (what: string) => Promise<void>,
): VacationActivities {
  const inProduction = (at: number): number => {
    desk.beganAt ??= at;
    return BEGIN + (at - desk.beganAt) / desk.scale;
  };
  const onClock = (moment: number): number => (desk.beganAt ?? 0) + (moment - BEGIN) * desk.scale;
  const dayOf = (at: number) => new Date(inProduction(at)).toISOString().slice(0, 10);
  const marked = (kind: Marked["kind"], id: string): Marked => (kind === "done" ? { kind, id } : { kind });
  let latestDay = "";

  return {
    readVacation: async () => (desk.row === null ? null : { ...desk.row }),
    async moveVacation(_to, { to, version, by }) {
      const { row } = desk;
      const isBefore = row?.state === (to === "cancelled" || to === "over" ? "approved" : "requested");
      if (row === null || !isBefore || (version !== undefined && version !== row.version)) return false;
      row.state = to;
      await note(`${to}${by === undefined ? "" : ` by ${by}`}`);
      return true;
    },
    async chooseApprover(_to, { passed, at, rules }) {
      const { substitutes, fallbackApproverId } = rules;
      const day = dayOf(at);
      const isAway = async (userId: string) => desk.isAway(userId, day);
      return nextApprover({ personId: "1", heads: desk.heads, substitutes, fallbackApproverId, passed, isAway });
    },
    async isApproverAway(_to, { approverId, at }) {
      latestDay = dayOf(at);
      return desk.isAway(approverId, latestDay);
    },
    async planVacationWait(_to, { rules, at, openedAt, toDay }) {
      const plan = planWait(rules, { at: inProduction(at), openedAt: inProduction(openedAt), toDay });
      const { remindAt, escalateAt, expireAt, endsAt } = plan;
      return {
        remindAt: remindAt === null ? null : onClock(remindAt),
        escalateAt: escalateAt === null ? null : onClock(escalateAt),
        expireAt: onClock(expireAt),
        endsAt: onClock(endsAt),
      };
    },
    async askApprover(_to, { key, approverId, because, isFirst }) {
      desk.withButtons.add(key);
      await note(`card ${approverId}${because === null ? "" : ` ${because.kind}`}${isFirst ? "" : " next"}`);
    },
    async remindAboutVacation(_to, { key, approverId, whom }) {
      desk.reminded.push(latestDay);
      if (whom === "approver") desk.withButtons.add(key);
      await note(`remind ${whom === "person" ? "person" : approverId}`);
    },
    passQuestion: async (_to, { by }) => note(`question of ${by}`),
    async passAnswer(_to, { key, approverId }) {
      desk.withButtons.add(key);
      await note(`answer to ${approverId}`);
    },
    async closeCard(_to, { of, approverId, end }) {
      for (const key of [of].flat()) desk.withButtons.delete(key);
      await note(`close ${approverId} ${end.kind}${"toId" in end ? ` ${end.toId}` : ""}`);
    },
    tellPerson: async (_to, { what }) => note(`tell ${what}`),
    tellHead: async (_to, { what }) => note(`head ${what}`),
    tellTooLate: async (_to, { by }) => note(`too late ${by}`),
    tellNotMarked: async (_to, { what }) => note(`not marked ${what}`),
    async markCalendar(_to, { version }) {
      const { row } = desk;
      if (row?.state !== "approved" || row.version !== version) return { kind: "changed" };
      const kind = desk.marks.shift() ?? "done";
      if (kind === "done") desk.calendar.add(version);
      await note(`mark ${kind}`);
      return marked(kind, String(version));
    },
    async recordAbsence(_to, { version }) {
      const { row } = desk;
      if (row?.state !== "approved" || row.version !== version) return { kind: "changed" };
      desk.records.add(version);
      await note("record");
      return { kind: "done", id: String(version) };
    },
    async unmarkAbsence(_to, { marks }) {
      const kind = desk.marks.shift() ?? "done";
      if (kind === "done") {
        desk.calendar.delete(Number(marks.eventId));
        desk.records.delete(Number(marks.recordRef));
      }
      await note(`unmark ${kind}`);
      return marked(kind, "");
    },
    endVacation: async (_to, { outcome }) => note(`end ${outcome}`),
  };
}
