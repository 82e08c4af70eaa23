import type { Actor } from "@botdeck/db";

import type { Context } from "../trpc.ts";
import type { Session } from "../read-session.ts";

/** Whoever is signed in, as what they do is written down. */
export function actorOf({ session, requestId, address }: Context & { session: Session }): Actor {
  return { id: session.userId, name: session.name, requestId, address };
}
