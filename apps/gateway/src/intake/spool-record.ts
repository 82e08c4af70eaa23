import type { KeyedEvent } from "@botdeck/core";
import { INBOX_SOURCE } from "@botdeck/db";
import { z } from "zod";

import type { AppLife } from "./app-life.ts";
import type { Post } from "./post.ts";

/** Written into each record, so that a later form can be told from this one. */
const FORM = 1;

const Event = z.object({ dedupeKey: z.string(), event: z.looseObject({ kind: z.string(), portalId: z.string() }) });
const Token = z.object({
  portalId: z.string(),
  userId: z.string(),
  accessTokenSealed: z.string(),
  expiresAt: z.string(),
});
const Install = z.object({ id: z.string(), memberId: z.string(), grantSealed: z.string() });
const Removal = z.object({ portalId: z.string(), tokenDigest: z.string() });
const Record = z.union([
  z.object({ form: z.literal(FORM), source: z.enum(INBOX_SOURCE), events: z.array(Event), token: Token.optional() }),
  z.object({ form: z.literal(FORM), install: Install }),
  z.object({ form: z.literal(FORM), removal: Removal }),
]);

export type Spooled = { post: Pick<Post, "source" | "events" | "token"> } | AppLife;

/** What the spool keeps. Texts are as readable as in the inbox; tokens were taken out before, or are sealed. */
export function encodeRecord(spooled: Spooled): Uint8Array {
  if (!("post" in spooled)) return Buffer.from(JSON.stringify({ form: FORM, ...spooled }));
  const { source, events, token } = spooled.post;
  return Buffer.from(JSON.stringify({ form: FORM, source, events, ...(token && { token }) }));
}

/** @throws SyntaxError or ZodError for a record that this release did not write. */
export function decodeRecord(bytes: Uint8Array): Spooled {
  const record = Record.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  if ("install" in record) return { install: record.install };
  if ("removal" in record) return { removal: record.removal };
  const { source, events, token = null } = record;
  return { post: { source, events: events as unknown as readonly KeyedEvent[], token } }; // safe: `encodeRecord` wrote them
}
