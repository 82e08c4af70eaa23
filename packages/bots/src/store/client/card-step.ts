import type { RequestStep } from "@botdeck/dialog/dialogs";

type Card = { phone: string | null; ownPhone: string | null };

/** Asks the portal who writes, under a condition of the dialog's own; a phone that it knows need not be told. */
export const cardStep = (condition: Pick<RequestStep, "if" | "when">): RequestStep => ({
  kind: "request",
  ...condition,
  request: "clientCard",
  params: () => ({}),
  fills: ["card"],
  take(answer) {
    const { phone, ownPhone } = answer as Card; // safe: the bot's own request
    return {
      slots: { card: true, ...(phone !== null && { knownPhone: phone }), ...(ownPhone !== null && { ownPhone }) },
    };
  },
});
