import type { Actor } from "@botdeck/db";

import type { Session } from "../read-session.ts";

/** Whoever is signed in, as what they do is written down. */
export function actorOf({ userId, name }: Session): Actor {
  return { id: userId, name };
}
