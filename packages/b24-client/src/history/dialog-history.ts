import type { Person } from "@botdeck/core";

import { at, type Fields, textAt } from "../read-path.ts";

/** A message as a list of old messages tells it. */
export type HistoryMessage = {
  id: string;
  /** Portal user id; `0` is the portal itself. */
  authorId: string;
  text: string;
  /** By the portal's clock, to the second; null when it gave no readable time. */
  at: Date | null;
  fileIds: string[];
};

/** What was written in a dialog, oldest first, and who took part. */
export type DialogHistory = { messages: HistoryMessage[]; people: ReadonlyMap<string, Person> };

type RawMessage = { id: string; authorId: string; text: string | null; date: string | null; fileIds: unknown };

export function readHistoryMessage({ date, fileIds, text, ...message }: RawMessage): HistoryMessage {
  const moment = new Date(date ?? "");
  const ids = typeof fileIds === "object" && fileIds !== null ? Object.values(fileIds).map(String) : [];
  return { ...message, text: text ?? "", at: Number.isNaN(moment.getTime()) ? null : moment, fileIds: ids };
}

export function byId(messages: readonly HistoryMessage[]): HistoryMessage[] {
  return messages.toSorted((one, other) => Number(one.id) - Number(other.id));
}

/** People by their portal ids, from the `users` of an answer, which are a list or a map. */
export function readPeople(users: unknown): Map<string, Person> {
  const rows = typeof users === "object" && users !== null ? Object.values(users) : [];
  return new Map(
    rows.flatMap((row: Fields) => {
      const id = textAt(row, "id");
      return id === null ? [] : [[id, { id, name: textAt(row, "name") ?? "", kind: kindOf(row, id) }] as const];
    }),
  );
}

/** The same kinds as events tell of, where the flags are `1`, `Y` or true. */
function kindOf(user: Fields, id: string): Person["kind"] {
  const is = (flag: string) => ["Y", "1", 1, true, "true"].includes(at(user, flag) as string | number | boolean);
  if (id === "0") return "system";
  if (is("bot") || at(user, "type") === "bot") return "bot";
  if (is("connector")) return "client";
  return is("extranet") ? "extranet" : "employee";
}
