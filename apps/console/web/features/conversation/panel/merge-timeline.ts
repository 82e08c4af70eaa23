import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";
import { groupMessages, type ShownMessage } from "../group-messages.ts";

export type ShownNote = inferRouterOutputs<AppRouter>["conversation"]["notes"][number];

type Shown = Pick<ShownMessage, "at" | "author" | "authorName">;

type Entry<Message, Note> =
  | { kind: "day"; day: string }
  | { kind: "message"; message: Message; isFirstOfAuthor: boolean }
  | { kind: "note"; note: Note };

/**
 * Messages and notes in one line of time, with the days between them. Notes from before the first message shown stay out as
 * long as earlier messages have not been fetched.
 *
 * @param hasEarlier Earlier messages are there that were not fetched.
 */
export function mergeTimeline<Message extends Shown, Note extends Pick<ShownNote, "at">>(
  messages: readonly Message[],
  notes: readonly Note[],
  hasEarlier: boolean,
): Entry<Message, Note>[] {
  const first = messages[0];
  const shown = hasEarlier && first !== undefined ? notes.filter(({ at }) => at >= first.at) : notes;
  // Messages stay in the order in which they were written down, whatever their clocks say.
  const all: (Shown & ({ message: Message } | { note: Note }))[] = [];
  let next = 0;
  const takeNotes = (until: string | null) => {
    for (let note = shown[next]; note !== undefined && (until === null || note.at < until); note = shown[++next]) {
      all.push({ author: "system", authorName: "", at: note.at, note });
    }
  };
  for (const message of messages) {
    takeNotes(message.at);
    all.push({ at: message.at, author: message.author, authorName: message.authorName, message });
  }
  takeNotes(null);
  return groupMessages(all).map((item): Entry<Message, Note> => {
    if (item.kind === "day") return item;
    const { message: entry, isFirstOfAuthor } = item;
    return "note" in entry
      ? { kind: "note", note: entry.note }
      : { kind: "message", message: entry.message, isFirstOfAuthor };
  });
}
