import { z } from "zod";

import { ABSENCE_KINDS, type AbsenceFacts, type AbsenceSpan, type HrServices, type Opened } from "../services.ts";

const Day = z.iso.date();
const PersonId = z.string();

/** An office in which conversations with the HR bot happen; everything may be left out. */
export const GivenOffice = z.strictObject({
  /** Requests that are there. Whose is not told is the employee's own, `101`. */
  absences: z
    .array(
      z.strictObject({
        id: z.string().default("00000000-0000-7000-8000-000000000001"),
        personId: PersonId.default("101"),
        personName: z.string().default("Anna"),
        kind: z.enum(ABSENCE_KINDS).default("paid"),
        fromDay: Day,
        toDay: Day,
        state: z.enum(["requested", "approved", "declined", "cancelled"]).default("requested"),
        version: z.number().default(1),
        approverId: PersonId.nullable().default("2"),
        comment: z.string().default(""),
        reason: z.string().nullable().default(null),
      }),
    )
    .default([]),
  /** Colleagues of the employee's department, by their names; the employee is one more. */
  team: z.array(z.string()).default([]),
  /** Who is away then, by their names. */
  away: z
    .array(z.strictObject({ name: z.string(), fromDay: Day, toDay: Day, isRemote: z.boolean().default(false) }))
    .default([]),
  admins: z.array(PersonId).default([]),
  names: z.record(PersonId, z.string()).default({ "2": "Boris" }),
});
export type GivenOffice = z.output<typeof GivenOffice>;

/** The services of such an office, for whoever speaks. */
export function openOffice(given: GivenOffice, personId = "101"): HrServices {
  const rows = given.absences.map((each): AbsenceFacts => ({
    ...each,
    fromNoon: false,
    untilNoon: false,
    workflowId: `vacation:portal:${each.id}`,
  }));
  const find = (id: string) => rows.find((row) => row.id === id) ?? null;
  const overlapping = (span: AbsenceSpan, exceptId: string | null) =>
    rows.find(
      (row) =>
        row.personId === personId &&
        row.id !== exceptId &&
        ["requested", "approved"].includes(row.state) &&
        row.fromDay <= span.toDay &&
        row.toDay >= span.fromDay,
    );
  return {
    absences: {
      async open({ workflowId, ...asked }): Promise<Opened> {
        const other = overlapping(asked, null);
        if (other !== undefined) return { kind: "overlap", absence: other };
        const id = `00000000-0000-7000-8000-${String(rows.length + 1).padStart(12, "0")}`;
        const facts = { personId, personName: "Anna", state: "requested" as const, version: 1, reason: null };
        const row: AbsenceFacts = { ...asked, ...facts, id, approverId: null, workflowId };
        rows.push(row);
        return { kind: "open", absence: row };
      },
      async edit(id, asked) {
        const row = find(id);
        if (row?.personId !== personId) return null;
        const other = overlapping(asked, id);
        if (other !== undefined) return { kind: "overlap", absence: other };
        Object.assign(row, asked, { version: row.version + 1, state: "requested" });
        return { kind: "open", absence: row };
      },
      read: async (id) => find(id),
      mine: async ({ fromDay, toDay }) =>
        rows.filter((row) => row.personId === personId && row.toDay >= fromDay && row.fromDay <= toDay),
      async noteReason({ id, version }, words) {
        const row = find(id);
        if (row?.state !== "requested" || row.version !== version) return false;
        row.reason = words;
        return true;
      },
      async answer(id, words) {
        const row = find(id);
        if (row?.state !== "requested") return false;
        row.comment = words;
        return true;
      },
    },
    team: {
      around: async (days) => ({
        size: given.team.length + 1,
        away: given.away
          .filter((each) => given.team.includes(each.name) && each.fromDay <= days.toDay && each.toDay >= days.fromDay)
          .map(({ name, fromDay, toDay }) => ({ id: name, name, fromDay, toDay })),
      }),
      whoIsOut: async (days) =>
        given.away
          .filter((each) => each.fromDay <= days.toDay && each.toDay >= days.fromDay)
          .map(({ isRemote, ...each }) => ({ id: each.name, ...each, how: isRemote ? ("remote" as const) : "away" })),
      nameOf: async (userId) => given.names[userId] ?? userId,
      isAdmin: async () => given.admins.includes(personId),
    },
  };
}
