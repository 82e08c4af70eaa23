/** `dead` waits for a person; `discarded` is what a person has set aside. */
export const LETTER_STATE = ["dead", "discarded"] as const;
export type LetterState = (typeof LETTER_STATE)[number];

/** An event that its bot failed on, or an effect that was refused or that nobody can tell of. */
export const LETTER_WHAT = ["event", "effect"] as const;
export type LetterWhat = (typeof LETTER_WHAT)[number];

/** What could not be done and waits for a person. */
export type DeadLetter = {
  id: string;
  what: LetterWhat;
  state: LetterState;
  /** Of the event or the effect, such as `message.added` or `chat.send`. */
  kind: string;
  portalId: string;
  /** Null when the portal is not known any more. */
  portalDomain: string | null;
  botId: string | null;
  botName: string | null;
  conversationId: string | null;
  /** Runs or deliveries tried. */
  attempts: number;
  /** In the words of whoever refused it. */
  reason: string | null;
  /** The cause that it shares with others; see `countCauses`. */
  causeId: string;
  /** When the event arrived or the effect was decided. */
  beganAt: Date;
  /** When it died; of a discarded one, when it was discarded. */
  settledAt: Date;
};

export type LetterFilter = {
  state: LetterState;
  what: LetterWhat | null;
  kind: string | null;
  portalId: string | null;
  botId: string | null;
  causeId: string | null;
  /** Settled at or after this instant. */
  from: Date | null;
  /** Settled before this instant. */
  to: Date | null;
};

/** Everything that waits for a person. */
export const ALL_DEAD: LetterFilter = {
  state: "dead",
  what: null,
  kind: null,
  portalId: null,
  botId: null,
  causeId: null,
  from: null,
  to: null,
};
