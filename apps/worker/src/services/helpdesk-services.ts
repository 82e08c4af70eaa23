import { type HelpdeskServices, POOL_OF_ALL, type TicketFacts } from "@botdeck/bots";
import {
  type DatabaseHandle,
  isTicketForgotten,
  keepTicketComment,
  listenersOf,
  listTickets,
  openTicket,
  rateTicket,
  readTicket,
  takesTickets,
  type Ticket,
  type TicketKey,
} from "@botdeck/db";
import { AppError } from "@botdeck/core";
import { isId } from "@botdeck/core/ids";

import type { DirectoryOf } from "./directories.ts";
import type { Speaking } from "./portal-services.ts";

const MOST_LISTED = 30;

type Deps = { db: DatabaseHandle["db"]; directoryOf: DirectoryOf };

/** What the helpdesk's bot may ask. All of it is in our tables, so a portal that is away keeps nobody from opening a ticket. */
export function createHelpdeskServices({ db, directoryOf }: Deps): { of(speaking: Speaking): HelpdeskServices } {
  const nameOf = async (portalId: string, userId: string | null): Promise<string> => {
    if (userId === null) return "";
    return await directoryOf(portalId).then(
      async (directory) => (await directory.person(userId))?.name ?? "",
      () => "",
    );
  };

  return {
    of({ portalId, botId, conversationId, person }) {
      async function factsOf(ticket: Ticket): Promise<TicketFacts> {
        const [assigneeName, listeners, into] = await Promise.all([
          nameOf(portalId, ticket.assigneeId).catch(() => ""),
          listenersOf(db, ticket),
          ticket.mergedInto === null ? null : readTicket(db, { id: ticket.mergedInto }),
        ]);
        const { id, number, workflowId, state, category, title, reporterId, assigneeId } = ticket;
        const about = { id, number, workflowId, state, category, title, reporterId, assigneeId, assigneeName };
        return {
          ...about,
          respondBy: ticket.respondBy?.toISOString() ?? null,
          resolveBy: ticket.resolveBy?.toISOString() ?? null,
          closedAt: ticket.closedAt?.toISOString() ?? null,
          mergedInto: into?.number ?? null,
          isListener: listeners.some(({ personId }) => personId === person.id),
        };
      }

      /** A ticket of this portal only. */
      async function find(key: TicketKey): Promise<TicketFacts | null> {
        const ticket = await readTicket(db, key);
        return ticket === null || ticket.portalId !== portalId ? null : await factsOf(ticket);
      }

      const list = async (whose: { reporterId: string } | { assigneeId: string }) =>
        await Promise.all((await listTickets(db, { portalId, limit: MOST_LISTED, ...whose })).map(factsOf));

      return {
        async open(asked) {
          const reporter = { reporterId: person.id, reporterName: person.name };
          return await factsOf(await openTicket(db, { ...asked, ...reporter, portalId, botId, conversationId }));
        },
        byNumber: (number) => find({ portalId, number }),
        byId: async (id) => (isId(id) ? await find({ id }) : null),
        mine: () => list({ reporterId: person.id }),
        assigned: () => list({ assigneeId: person.id }),
        async comment(ticketId, { key, text }) {
          const author = { authorId: person.id, authorName: person.name };
          const words = {
            portalId,
            ticketId,
            source: "chat" as const,
            text,
            sourceKey: `${portalId}:${key}`,
            ...author,
          };
          const kept = await keepTicketComment(db, words);
          if (kept === null) throw new AppError("invariant", "Words about a ticket were neither kept nor there");
          return kept.id;
        },
        rate: (id, rating) => rateTicket(db, { id, reporterId: person.id, rating }),
        isHelper: () => takesTickets(db, { portalId, pool: POOL_OF_ALL, userId: person.id }),
        isForgotten: (workflowId) => isTicketForgotten(db, workflowId),
      };
    },
  };
}
