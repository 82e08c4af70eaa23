import { assign, replaceAway } from "./assign.ts";
import { lookAtTask } from "./look-at-task.ts";
import { moveTo, tellStaff } from "./moves.ts";
import { escalateTicket } from "./proxies.ts";
import { type Due, nextKey, type TicketInHand } from "./run.ts";
import { close } from "./transitions.ts";

/** Something is due. @returns How the ticket ended by it, if it did. */
export async function heedDue(ticket: TicketInHand, due: Due): Promise<"closed" | null> {
  const { run } = ticket;
  switch (due.what) {
    case "warn":
    case "breach":
      await heedClock(ticket, due);
      return null;
    case "close":
      delete run.due["close"];
      if (run.step === "solved") await close(ticket, { isByItself: true });
      return null;
    case "forget":
      return "closed";
    case "look":
      await lookAtTask(ticket);
      return null;
    case "assign":
      await assign(ticket);
      return null;
    case "absence":
      await replaceAway(ticket);
      return null;
  }
}

async function heedClock(ticket: TicketInHand, { what, clock: name }: Due & { clock: string }): Promise<void> {
  const { to, run, input, policy } = ticket;
  const clock = name === "respond" ? run.respond : run.resolve;
  if (clock === null) return;
  clock.isWarned = true;
  clock.warnAt = null;
  if (what === "warn") {
    await tellStaff(ticket, run.assigneeId, name === "respond" ? "respondWarn" : "resolveWarn");
    return;
  }
  const { ticketId, escalation, calendar } = input;
  const word = name === "respond" ? ("respondBreach" as const) : ("resolveBreach" as const);
  const key = nextKey(ticket);
  const asked = { key, ticketId, level: clock.level, escalation, word, timeZone: calendar.timeZone };
  const [isTold] = await Promise.all([
    escalateTicket(to, asked),
    clock.level === 0 ? tellStaff(ticket, run.assigneeId, word) : null,
  ]);
  clock.level += 1;
  clock.limitMs += policy.escalateMs;
  if (isTold) await moveTo(ticket, run.step);
  // Nobody is left to be told: it stays broken until it is solved.
  else clock.dueAt = null;
}
