import type { Actor } from "@botdeck/db";

import type { Context } from "../trpc.ts";
import type { Session } from "../read-session.ts";

/** Whoever is signed in, as what they do is written down; with the name of the token they act by, if it is one. */
export function actorOf({ session, requestId, address }: Context & { session: Session }): Actor {
  const { by, name, userId } = session;
  return { id: userId, name: by.kind === "token" ? `${name} · ${by.tokenName}` : name, requestId, address };
}
