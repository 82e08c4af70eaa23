import { escapeBb } from "@botdeck/b24-client";
import type { Button, Card } from "@botdeck/core";
import type { Ticket } from "@botdeck/db";
import type { Translate } from "@botdeck/dialog";

import { factsOf, momentIn } from "./people-words.ts";

/** The command that buttons of tickets call; see the helpdesk bot. */
const COMMAND = "ticketdo";

type About = {
  ticket: Ticket;
  t: Translate<string>;
  language: string;
  timeZone: string;
  /** Another open ticket that may be about the same. */
  alike?: Ticket | null;
  /** It is somebody else's by now. */
  isPassedOn?: boolean;
};

export type Shown = { text: string; buttons: Button[][]; card: Card };

/** What whoever works on a ticket sees of it: text, the same facts in a frame, and what they can do. */
export function assigneeCard({ ticket, t, language, timeZone, alike = null, isPassedOn = false }: About): Shown {
  const facts = factsOf(ticket, t);
  const state = isPassedOn ? t("ticketPassedOn") : t(`state_${ticket.state}`);
  const isOpen = ["open", "in_progress", "waiting"].includes(ticket.state) && !isPassedOn;
  const rows = [
    { name: t("cardReporter"), value: facts.reporter },
    { name: t("cardCategory"), value: facts.category },
    { name: t("cardState"), value: state },
    ...(isOpen ? [{ name: t("cardResolveBy"), value: momentIn(ticket.resolveBy, timeZone, language) }] : []),
    ...(alike === null ? [] : [{ name: t("cardAlike"), value: `#${alike.number} ${escapeBb(alike.title)}` }]),
  ];
  return {
    text: t("cardText", { ...facts, state }),
    buttons: isPassedOn ? [] : buttonsOf(ticket, t, alike),
    card: {
      tone: isOpen ? "primary" : "base",
      blocks: [
        { kind: "text", text: escapeBb(ticket.description) },
        { kind: "rows", rows },
      ],
    },
  };
}

function buttonsOf(ticket: Ticket, t: Translate<string>, alike: Ticket | null): Button[][] {
  const button = (text: string, what: string) => ticketButton(ticket.id, text, what);
  const write = button(t("buttonWrite"), "write");
  switch (ticket.state) {
    case "open":
      return [
        [button(t("buttonTake"), "take"), write],
        ...(alike === null ? [] : [[button(t("buttonMerge", { number: alike.number }), `merge ${alike.number}`)]]),
      ];
    case "in_progress":
      return [[button(t("buttonSolve"), "solve"), button(t("buttonWait"), "wait")], [write]];
    case "waiting":
      return [[button(t("buttonSolve"), "solve"), button(t("buttonGoOn"), "take")], [write]];
    case "solved":
    case "closed":
      return [[button(t("buttonReopen"), "reopen")]];
    case "merged":
      return [];
  }
}

/** A button that does something to a ticket. */
export const ticketButton = (ticketId: string, text: string, what: string): Button => ({
  kind: "command",
  text,
  command: COMMAND,
  params: `${ticketId} ${what}`,
});
