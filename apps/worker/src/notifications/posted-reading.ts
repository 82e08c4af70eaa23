import type { Effect, HookPost } from "@botdeck/core";
import { isAbout, type MappedPost, type NamedRule } from "@botdeck/notifications";

type Source = "payment" | "one_c" | "generic";

/**
 * The look at whom a post concerns that rules ask for: its record is here, its people are the portal's to tell. Null when no
 * enabled rule wants to know of it.
 */
export function postedReading(
  { portalId, botId, hookId, occurredAt }: HookPost,
  { source, name, record, eventId }: { source: Source; name: string; record: MappedPost; eventId: string },
  rules: readonly NamedRule[],
): (Effect & { kind: "record.read" }) | null {
  const { fields, title, ...mapped } = record;
  const facts = { ...mapped, title: title ?? name, source: name, fields };
  const subject = `${source}:${record.id ?? eventId}`;
  const posted = { source, hookId };
  const change = {
    kind: "record.changed" as const,
    portalId,
    botId,
    subject,
    change: "added" as const,
    record: facts,
    history: null,
    people: {},
    userId: null,
    posted,
    occurredAt,
  };
  if (!rules.some((rule) => rule.isEnabled && isAbout(rule, change))) return null;
  return {
    kind: "record.read",
    subject,
    change: "added",
    commentId: null,
    messageId: null,
    userId: null,
    posted: { ...posted, record: facts },
    occurredAt,
  };
}
