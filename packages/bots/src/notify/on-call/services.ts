import type { AlertAnswer, AlertFacts, AlertTimeline } from "./alert-facts.ts";

/** Somebody's stretch of time on call. ISO 8601. */
export type Turn = { userId: string | null; userName: string; from: string; until: string };

/** A turn that is under way or comes next; it may have no end that anybody knows. */
export type OpenTurn = Omit<Turn, "until"> & { until: string | null };

export type RotaNow = {
  id: string;
  rota: string;
  timeZone: string;
  /** Whoever takes turns in it, by portal user id. */
  people: readonly string[];
  now: OpenTurn;
  /** The next who is somebody else; null when nobody is for a while. */
  next: OpenTurn | null;
};

/** A stretch of a rota that changes hands. ISO 8601. */
export type TurnChange = { rotaId: string; userId: string; userName: string; from: string; until: string };

/** Offers that belong together, as one message names them. */
export type AnsweredOffer = {
  /**
   * `done`: they are as was wanted · `answered`: they had been answered otherwise · `over`: their time is over · `not_theirs`: whoever offered them
   * does not have them any more.
   */
  outcome: "done" | "answered" | "over" | "not_theirs";
  rota: string;
  timeZone: string;
  askedById: string;
  askedByName: string;
  userId: string;
  /** Those that came to `outcome`. */
  times: readonly { from: string; until: string }[];
};

/** Who is on call, and what becomes of alerts. */
export type OnCallServices = {
  /** Who is on call now, of each rota of the portal. */
  now(): Promise<readonly { rota: string; userId: string; userName: string; until: string | null }[]>;
  /** The rotas of the portal with who is on call and who is next. */
  rotas(): Promise<readonly RotaNow[]>;
  /** Who is on call of a rota in a stretch of time, one after the other. */
  turns(rotaId: string, span: { from: string; until: string }): Promise<readonly Turn[]>;
  /** Whether somebody is away for a part of some stretches of a rota, by what was granted. */
  isAway(rotaId: string, userId: string, times: readonly { from: string; until: string }[]): Promise<boolean>;
  /** Offers stretches to somebody, or gives them away at once; the same step again changes nothing. @returns The ids of the offers. */
  change(changes: readonly TurnChange[], state: "offered" | "agreed", stepId: string): Promise<readonly string[]>;
  /** Answers offers as the person who asks. Null for those that are not theirs to answer. */
  answerOffer(ids: readonly string[], to: "agreed" | "declined" | "withdrawn"): Promise<AnsweredOffer | null>;
  isAdmin(): Promise<boolean>;

  /** Answers a group of alerts as the person who asks; the same step again changes nothing. */
  answer(groupId: string, answer: AlertAnswer, stepId: string): Promise<AlertFacts | null>;
  /** Notes that somebody makes a task of a group. @returns Whether nobody did in another step; null for a group that is gone. */
  noteTicket(groupId: string, stepId: string): Promise<{ isNew: boolean; alert: AlertFacts } | null>;
  /** The latest groups of alerts, those that fire first. */
  latest(limit: number): Promise<readonly { id: string; title: string; at: string }[]>;
  /** What happened to a group, of its last episode where none is named; null when it is gone. */
  timeline(groupId: string, episode?: number): Promise<AlertTimeline | null>;
  /** Keeps a file for the dialog in which it is asked for. @returns Our id of it. */
  keepFile(file: {
    key: string;
    name: string;
    contentType: string;
    content: Uint8Array;
    language: string;
  }): Promise<string>;
};
