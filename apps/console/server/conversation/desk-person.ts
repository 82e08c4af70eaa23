import type { DeskPerson } from "@botdeck/desk";

import { actorOf } from "../audit/actor-of.ts";
import type { Session } from "../read-session.ts";
import { isAtLeast } from "../roles.ts";
import type { Context } from "../trpc.ts";

/** Whoever is signed in, as they work at the desk. */
export function deskPerson(ctx: Context & { session: Session }): DeskPerson {
  const { name, role } = ctx.session;
  return { actor: actorOf(ctx), name, isLead: isAtLeast(role, "lead") };
}
