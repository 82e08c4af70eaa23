import type { DeedButton } from "@botdeck/dialog";

/** A button that does something to a ticket; whoever presses it is judged then. */
export const ticketButton = (ticketId: string, text: string, what: string): DeedButton => ({
  kind: "command",
  text,
  command: "ticketdo",
  params: `${ticketId} ${what}`,
});

/** Shows a ticket. */
export const showButton = (number: number): DeedButton => ({
  kind: "command",
  text: `#${number}`,
  command: "ticket",
  params: String(number),
});
