import { z } from "zod/mini";

const Text = z.catch(z.optional(z.string()), undefined);
const Day = z.catch(z.optional(z.iso.date()), undefined);

/** The address is the state of the page: which acts are looked for. */
export const AuditSearch = z.object({ actor: Text, action: Text, subject: Text, from: Day, to: Day });
export type AuditSearch = z.infer<typeof AuditSearch>;

/** What the server is asked for: days begin and end where the reader is. */
export function filterOf({ actor, action, subject, from, to }: AuditSearch) {
  return {
    actorId: actor ?? null,
    action: action ?? null,
    subjectId: subject ?? null,
    from: from === undefined ? null : startOfDay(from, 0),
    until: to === undefined ? null : startOfDay(to, 1),
  };
}

function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
