import { type DatabaseHandle, listMessages } from "@botdeck/db";

/** Messages of a transcript at most; what came before them is seldom read. */
const MOST_MESSAGES = 100;

/**
 * What was said in a conversation of late, a line each; what only operators saw is left out. Nothing that is quoted has lines of
 * its own: they would pass for those of somebody else.
 */
export async function readTranscript(db: DatabaseHandle["db"], conversationId: string): Promise<string> {
  const { rows } = await listMessages(db, conversationId, { before: null, limit: MOST_MESSAGES });
  return rows
    .filter(({ author }) => author !== "system")
    .map(({ authorName, text, files }) => {
      const names = (files ?? []).map(({ id, name }) => `[${name ?? id}]`);
      return inOneLine(`${authorName}: ${[text, ...names].filter((part) => part !== "").join(" ")}`);
    })
    .join("\n");
}

/** Whole, unlike `plainWords`: what a client wrote may matter later, and whoever posts a transcript disarms its tags. */
const inOneLine = (text: string): string => text.replaceAll(/[\s\u0085]+/gu, " ").trim();
