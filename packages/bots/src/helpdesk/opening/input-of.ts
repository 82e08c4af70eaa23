import type { TicketInput } from "@botdeck/contracts";

import type { Category } from "../categories.ts";
import type { HelpdeskSettings } from "../settings.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The pool of who has no other: those that the settings name, or the portal itself. */
export const POOL_OF_ALL = "all";

type Given = Omit<TicketInput, "origin" | "language">;

/** What the portal has set, as the ticket's workflow takes it. */
export function inputOf(
  settings: HelpdeskSettings,
  { ticketId, category, priority }: { ticketId: string; category: Category; priority: "normal" | "high" },
): Given {
  const { timeZone, hours, holidays, workDays, projectId, members, pools, mostOpen, escalation } = settings;
  const own = pools[category] ?? [];
  const { respondHours, resolveHours } = promiseOf(settings, category, priority);
  return {
    ticketId,
    calendar: { timeZone, hours, holidays, workDays },
    // Turns are counted for the people who share them.
    pool: own.length > 0 ? category : POOL_OF_ALL,
    members: own.length > 0 ? own : members,
    mostOpen,
    projectId,
    escalation,
    respondMs: respondHours * HOUR_MS,
    resolveMs: resolveHours * HOUR_MS,
    escalateMs: settings.escalateHours * HOUR_MS,
    closeMs: settings.closeHours * HOUR_MS,
    reopenMs: settings.reopenDays * DAY_MS,
  };
}

/** Working hours: what the priority promises goes before what the category does. */
function promiseOf({ promises, ...settings }: HelpdeskSettings, category: Category, priority: "normal" | "high") {
  const urgent = priority === "high" ? promises.high : undefined;
  const own = promises[category];
  return {
    respondHours: urgent?.respondHours ?? own?.respondHours ?? settings.respondHours,
    resolveHours: urgent?.resolveHours ?? own?.resolveHours ?? settings.resolveHours,
  };
}
