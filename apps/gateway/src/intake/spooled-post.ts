import type { KeyedEvent } from "@botdeck/core";
import { INBOX_SOURCE } from "@botdeck/db";
import { z } from "zod";

import type { Post } from "./post.ts";

/** Written into each record, so that a later form can be told from this one. */
const FORM = 1;

const Record = z.object({
  form: z.literal(FORM),
  source: z.enum(INBOX_SOURCE),
  events: z.array(z.object({ dedupeKey: z.string(), event: z.looseObject({ kind: z.string(), portalId: z.string() }) })),
});

/** What the spool keeps of a post. Its texts are as readable as in the inbox; tokens were taken out before. */
export function encodePost({ source, events }: Post): Uint8Array {
  return Buffer.from(JSON.stringify({ form: FORM, source, events }));
}

/** @throws SyntaxError or ZodError for a record that this release did not write. */
export function decodePost(record: Uint8Array): Pick<Post, "source" | "events"> {
  const { source, events } = Record.parse(JSON.parse(Buffer.from(record).toString("utf8")));
  return { source, events: events as unknown as readonly KeyedEvent[] }; // safe: `encodePost` wrote them
}
