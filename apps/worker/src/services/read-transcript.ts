import { type DatabaseHandle, listMessages } from "@botdeck/db";

/** Messages of a transcript at most; what came before them is seldom read. */
const MOST_MESSAGES = 100;

/** What was said in a conversation of late, a line each; what only operators saw is left out. */
export async function readTranscript(db: DatabaseHandle["db"], conversationId: string): Promise<string> {
  const { rows } = await listMessages(db, conversationId, { before: null, limit: MOST_MESSAGES });
  return rows
    .filter(({ author }) => author !== "system")
    .map(({ authorName, text, files }) => {
      const names = (files ?? []).map(({ id, name }) => `[${name ?? id}]`);
      return `${authorName}: ${[text, ...names].filter((part) => part !== "").join(" ")}`;
    })
    .join("\n");
}
