import { type AuthorToken, readAuthorToken, type WireMap } from "@botdeck/b24-client";
import type { KeyedEvent } from "@botdeck/core";
import type { SealedEventToken } from "@botdeck/db";

import type { KnownPortal } from "../directory/known-senders.ts";
import { createRecentNames } from "../directory/recent-names.ts";

/** A person who writes every second brings a token every second: one with so much of its hour left is kept, and then none for a while. */
const ENOUGH_MS = 50 * 60_000;
const SPARED_MS = 10 * 60_000;
const MOST_REMEMBERED = 20_000;

/** The tokens of those who talk to bots that act with their rights. */
export type AuthorTokens = {
  /** What is to be kept with the events of a proven portal's post, sealed; null for nearly all posts. */
  take(body: WireMap, portal: KnownPortal, events: readonly KeyedEvent[], arrivedAt: Date): SealedEventToken | null;
  /** It is on disk: the next ones of this person are spared. */
  kept(token: SealedEventToken): void;
};

type Deps = { seal: (portalId: string, token: AuthorToken) => SealedEventToken; now: () => number };

export function createAuthorTokens({ seal, now }: Deps): AuthorTokens {
  const recent = createRecentNames({ forMs: SPARED_MS, max: MOST_REMEMBERED, now });
  return {
    take(body, portal, events, arrivedAt) {
      if (portal.keepers.size === 0) return null;
      const personId = authorAmong(events, portal.keepers);
      if (personId === null || recent.has(`${portal.id}:${personId}`)) return null;
      const token = readAuthorToken(body, personId, arrivedAt);
      return token === null ? null : seal(portal.id, token);
    },
    kept({ portalId, userId, expiresAt }) {
      if (Date.parse(expiresAt) - now() >= ENOUGH_MS) recent.add(`${portalId}:${userId}`);
    },
  };
}

/** Who acts in an event of a bot that keeps tokens; a client of an open line has no rights to act with. */
function authorAmong(events: readonly KeyedEvent[], keepers: ReadonlySet<string>): string | null {
  for (const { event } of events) {
    if (!("person" in event) || !keepers.has(event.botId)) continue;
    if (event.person.kind === "employee" || event.person.kind === "extranet") return event.person.id;
  }
  return null;
}
