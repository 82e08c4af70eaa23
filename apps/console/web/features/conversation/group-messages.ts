import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../server/root.ts";

export type ShownMessage = inferRouterOutputs<AppRouter>["conversation"]["messages"]["rows"][number];

type TranscriptItem<Message> =
  /** The first message of a day follows; `day` is an instant in it. */
  { kind: "day"; day: string } | { kind: "message"; message: Message; isFirstOfAuthor: boolean };

/** Messages with the days between them; who speaks is named once for what is said in a row. */
export function groupMessages<Message extends Pick<ShownMessage, "at" | "author" | "authorName">>(
  messages: Message[],
): TranscriptItem<Message>[] {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const isNewDay = before === undefined || dayOf(before.at) !== dayOf(message.at);
    const isFirstOfAuthor = isNewDay || before.author !== message.author || before.authorName !== message.authorName;
    const item = { kind: "message" as const, message, isFirstOfAuthor };
    return isNewDay ? [{ kind: "day" as const, day: message.at }, item] : [item];
  });
}

/** The reader's own day. */
function dayOf(at: string): string {
  return new Date(at).toDateString();
}
