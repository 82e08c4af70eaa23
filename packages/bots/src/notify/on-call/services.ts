import type { AlertAnswer, AlertFacts, AlertTimeline } from "./alert-facts.ts";

/** Somebody's stretch of time on call. ISO 8601. */
export type Turn = { userId: string | null; userName: string; from: string; until: string };

export type RotaNow = {
  id: string;
  rota: string;
  timeZone: string;
  /** Whoever takes turns in it, by portal user id. */
  people: readonly string[];
  now: Turn;
  /** The next who is somebody else; null when nobody is for a while. */
  next: Turn | null;
};

/** A stretch of a rota that changes hands. ISO 8601. */
export type TurnChange = { rotaId: string; userId: string; userName: string; from: string; until: string };

/** Offers that belong together, as one message names them. */
export type AnsweredOffer = {
  /** What became of them: now, or earlier. */
  isNew: boolean;
  rota: string;
  timeZone: string;
  askedById: string;
  userId: string;
  times: readonly { from: string; until: string }[];
};

/** Who is on call, and what becomes of alerts. */
export type OnCallServices = {
  /** Who is on call now, of each rota of the portal. */
  now(): Promise<readonly { rota: string; userId: string; userName: string; until: string }[]>;
  /** The rotas of the portal with who is on call and who is next. */
  rotas(): Promise<readonly RotaNow[]>;
  /** Who is on call of a rota in a stretch of time, one after the other. */
  turns(rotaId: string, span: { from: string; until: string }): Promise<readonly Turn[]>;
  /** Offers stretches to somebody, or gives them away at once. @returns The ids of the offers. */
  change(changes: readonly TurnChange[], state: "offered" | "agreed"): Promise<readonly string[]>;
  /** Answers offers as the person who asks. Null for those that are not theirs to answer. */
  answerOffer(ids: readonly string[], to: "agreed" | "declined" | "withdrawn"): Promise<AnsweredOffer | null>;
  isAdmin(): Promise<boolean>;

  /** Answers a group of alerts as the person who asks; the same step again changes nothing. */
  answer(groupId: string, answer: AlertAnswer, stepId: string): Promise<AlertFacts | null>;
  /** Notes that somebody makes a task of a group. @returns Whether nobody did in another step; null for a group that is gone. */
  noteTicket(groupId: string, stepId: string): Promise<{ isNew: boolean; alert: AlertFacts } | null>;
  /** The latest groups of alerts, those that fire first. */
  latest(limit: number): Promise<readonly { id: string; title: string; at: string }[]>;
  /** What happened to a group, of its last episode; null when it is gone. */
  timeline(groupId: string): Promise<AlertTimeline | null>;
  /** Keeps a file for the dialog in which it is asked for. @returns Our id of it. */
  keepFile(file: {
    key: string;
    name: string;
    contentType: string;
    content: Uint8Array;
    language: string;
  }): Promise<string>;
};
