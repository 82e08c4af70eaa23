import { recentTickets, type Ticket } from "@botdeck/db";

import type { Addressee } from "../flow/flow.ts";
import { areAlike } from "./alike.ts";
import { assigneeCard } from "./card.ts";
import { ticketOf } from "./desk-activities.ts";
import { createSpeaking, type SpeakingDeps } from "./speaking.ts";

const ALIKE_WITHIN_MS = 2 * 3_600_000;
const MOST_ALIKE = 30;

/** What those see who work on a ticket. */
export function createTicketCardActivities(deps: SpeakingDeps) {
  const { db, voice, bots } = deps;
  const { languageOf, staffOf } = createSpeaking(deps);

  return {
    /** Puts the card before whoever works on the ticket. @param asked.of The key of their card, to make another one of it. */
    async showTicketCard(
      to: Addressee,
      asked: {
        key: string;
        of: string | null;
        ticketId: string;
        personId: string;
        isPassedOn: boolean;
        timeZone: string;
      },
    ): Promise<void> {
      const { origin } = to;
      const { key, of, ticketId, personId, isPassedOn, timeZone } = asked;
      const ticket = await ticketOf(db, ticketId);
      const alike = ticket.state === "open" ? await alikeOf(ticket) : null;
      const language = await languageOf(to, personId);
      const t = await bots.translate(origin, language);
      const shown = assigneeCard({ ticket, t, language, timeZone, alike, isPassedOn });
      if (of === null) await voice.post(origin, { key, to: await staffOf(origin, personId), language, ...shown });
      else await voice.repost(origin, { key, of, dialogId: personId, ...shown });
    },
  };

  /** An open ticket of the last hours, older than this one, that may be about the same. */
  async function alikeOf(ticket: Ticket): Promise<Ticket | null> {
    const { portalId, category, createdAt } = ticket;
    const since = new Date(createdAt.getTime() - ALIKE_WITHIN_MS);
    const recent = await recentTickets(db, { portalId, category, since, limit: MOST_ALIKE });
    const older = recent.filter(({ number }) => number < ticket.number);
    return older.find(({ description }) => areAlike(description, ticket.description)) ?? null;
  }
}
