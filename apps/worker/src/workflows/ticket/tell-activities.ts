import { escapeBb } from "@botdeck/b24-client";
import type { Button } from "@botdeck/core";
import { listenersOf, readTicketComment, type Ticket } from "@botdeck/db";
import { plainValues, type Translate } from "@botdeck/dialog";

import type { Addressee } from "../flow/flow.ts";
import { ticketButton } from "./card.ts";
import { ticketOf } from "./desk-activities.ts";
import { factsOf, momentIn } from "./people-words.ts";
import { createSpeaking, type SpeakingDeps } from "./speaking.ts";
import type { StaffWord, TicketWord } from "./ticket-words.ts";

const RATINGS = [1, 2, 3, 4, 5];

/** Words about a ticket, each to whom it concerns, each once. They are made of the ticket's row when they are said. */
export function createTicketTellActivities(deps: SpeakingDeps) {
  const { db, portal } = deps;
  const { toListener, toStaff, nameOf } = createSpeaking(deps);

  return {
    /** Tells everybody who listens: the reporter, and those whose tickets were merged into it. */
    async tellTicket(
      { origin }: Addressee,
      {
        key,
        ticketId,
        word,
        timeZone,
        values = {},
        isRatingAsked = false,
        except = null,
      }: {
        key: string;
        ticketId: string;
        word: TicketWord;
        timeZone: string;
        values?: Record<string, string | number>;
        isRatingAsked?: boolean;
        /** Whoever did it knows. */
        except?: string | null;
      },
    ): Promise<void> {
      const ticket = await ticketOf(db, ticketId);
      const assignee = await nameOf(ticket.portalId, ticket.assigneeId);
      for (const listener of await listenersOf(db, ticket)) {
        if (listener.personId === except) continue;
        await toListener(origin, listener, `${key}:${listener.personId}`, (t, language) => {
          const isReporter = listener.personId === ticket.reporterId;
          const respondBy = momentIn(ticket.respondBy, timeZone, language);
          const isPromised = ticket.respondBy === null ? "no" : "yes";
          const told = { assignee, respondBy, isPromised, isReporter: isReporter ? "yes" : "no" };
          const text = t(`told_${word}`, { ...factsOf(ticket, t), ...told, ...plainValues(values) });
          const asks = isRatingAsked && isReporter;
          return {
            text: asks ? `${text}\n\n${t("askRating")}` : text,
            buttons: [...(asks ? [ratingRow(ticket.id)] : []), ...(isReporter ? reporterButtons(ticket, word, t) : [])],
          };
        });
      }
    },

    tellTicketStaff: tellStaff,

    /**
     * Tells the next one up of a broken promise.
     *
     * @param asked.level From 0. @returns False when nobody is left to tell.
     */
    async escalateTicket(
      to: Addressee,
      asked: {
        key: string;
        ticketId: string;
        level: number;
        escalation: readonly string[];
        word: StaffWord;
        timeZone: string;
      },
    ): Promise<boolean> {
      const { ticketId, level, escalation } = asked;
      const { portalId, assigneeId, reporterId } = await ticketOf(db, ticketId);
      const ladder = escalation.length > 0 ? escalation : await portal.headsAbove(portalId, assigneeId ?? reporterId);
      const personId = ladder[level];
      if (personId === undefined) return false;
      await tellStaff(to, { ...asked, personId });
      return true;
    },

    /** Passes words on: from the reporter to whoever works on it, from anybody else to those who listen. */
    async tellComment(
      to: Addressee,
      { ticketId, commentId, assigneeId }: { ticketId: string; commentId: string; assigneeId: string | null },
    ): Promise<void> {
      const [ticket, comment] = await Promise.all([ticketOf(db, ticketId), readTicketComment(db, commentId)]);
      if (comment === null) return;
      const { authorId, authorName, source } = comment;
      const key = `said:${commentId}`;
      const words = { number: ticket.number, author: escapeBb(authorName), text: escapeBb(comment.text) };
      const listeners = await listenersOf(db, ticket);
      const isListener = listeners.some(({ personId }) => personId === authorId);
      if (isListener && source === "chat" && authorId !== assigneeId) {
        if (assigneeId === null) return;
        await toStaff(to, assigneeId, key, (t) => ({
          text: t("staff_comment", words),
          buttons: [[ticketButton(ticket.id, t("buttonWrite"), "write")]],
        }));
        return;
      }
      for (const listener of listeners) {
        if (listener.personId === authorId) continue;
        await toListener(to.origin, listener, `${key}:${listener.personId}`, (t) => ({
          text: t("told_comment", words),
          buttons: [[ticketButton(ticket.id, t("buttonAnswer"), "write")]],
        }));
      }
    },
  };

  async function tellStaff(
    to: Addressee,
    asked: {
      key: string;
      ticketId: string;
      personId: string;
      word: StaffWord;
      timeZone: string;
      values?: Record<string, string>;
    },
  ): Promise<void> {
    const { key, ticketId, personId, word, timeZone, values = {} } = asked;
    const ticket = await ticketOf(db, ticketId);
    await toStaff(to, personId, key, async (t, language) => ({
      text: t(`staff_${word}`, {
        ...factsOf(ticket, t),
        assignee: (await nameOf(ticket.portalId, ticket.assigneeId)) || "—",
        respondBy: momentIn(ticket.respondBy, timeZone, language),
        resolveBy: momentIn(ticket.resolveBy, timeZone, language),
        ...plainValues(values),
      }),
    }));
  }
}

const ratingRow = (ticketId: string): Button[] =>
  RATINGS.map((rating) => ticketButton(ticketId, String(rating), `rate ${rating}`));

function reporterButtons({ id }: Ticket, word: TicketWord, t: Translate<string>): Button[][] {
  if (word === "solved") {
    return [[ticketButton(id, t("buttonFixed"), "fixed"), ticketButton(id, t("buttonNotFixed"), "reopen")]];
  }
  if (word === "closed" || word === "closedByItself" || word === "cancelled")
    return [[ticketButton(id, t("buttonReopen"), "reopen")]];
  if (word === "waiting") return [[ticketButton(id, t("buttonAnswer"), "write")]];
  return [];
}
