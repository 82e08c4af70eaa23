import { escapeBb } from "@botdeck/b24-client";
import type { Ticket, TicketComment } from "@botdeck/db";
import type { Translate } from "@botdeck/dialog";

/** A ticket's facts as texts have them. What people wrote is escaped: messages and tasks take BB codes. */
export const factsOf = (ticket: Ticket, t: Translate<string>) => ({
  number: ticket.number,
  title: escapeBb(ticket.title),
  category: t(`category_${ticket.category}`),
  reporter: escapeBb(ticket.reporterName),
});

/** A moment as people read it, in their office's time; a dash for one that never comes. */
export function momentIn(at: Date | string | null, timeZone: string, language: string): string {
  if (at === null) return "—";
  const format = { timeZone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, format).format(new Date(at));
}

/** What somebody wrote in the chat as it stands in the task. */
export const taskTextOf = ({ number }: Ticket, { authorName, text }: TicketComment): string =>
  `💬 #${number} · ${escapeBb(authorName)}:\n${escapeBb(text)}`;

/** True for words that came into the task by us. The portal may have changed their marks and spaces. */
export const isOurs = (ticket: Ticket, comment: TicketComment, text: string): boolean =>
  bare(taskTextOf(ticket, comment)) === bare(text);

/** Letters and digits only, without BB codes and tags. */
const bare = (text: string) =>
  text
    .replaceAll("\u200B", "")
    .replaceAll(/<[^>]*>|\[\/?\w+[^\]]*\]/g, "")
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
