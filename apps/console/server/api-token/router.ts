import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { addApiToken, apiTokensOf, countOpenApiTokens, digestOf, noteActs, revokeApiToken } from "@botdeck/db";

import { isConfirmed, takeTryOf } from "../account/confirm-password.ts";
import { actorOf } from "../audit/actor-of.ts";
import { isAtLeast, roleOf } from "../roles.ts";
import { inPersonFor, router } from "../trpc.ts";
import { ApiTokenById, CreateApiToken } from "./schemas.ts";

/** By which a token is known for what it is, such as by programs that look for lost secrets. */
const PREFIX = "botdeck_";
const HINT_LENGTH = PREFIX.length + 4;
const MOST_OPEN = 20;
const SHOWN = 100;
const DAY_MS = 24 * 60 * 60 * 1_000;

const own = inPersonFor("viewer");

/** By what programs call these procedures in somebody's name: `Authorization: Bearer …`. */
export const apiTokenRouter = router({
  list: own.query(async ({ ctx }) => {
    const tokens = await apiTokensOf(ctx.db, ctx.session.userId, SHOWN);
    return tokens.map(({ id, name, hint, role, expiresAt, lastUsedAt, revokedAt, createdAt }) => ({
      id,
      name,
      hint,
      // One that nobody knows opens nothing anyway.
      role: roleOf(role) ?? "viewer",
      state: stateOf({ revokedAt, expiresAt }),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    }));
  }),

  /** @returns The token, which is told this once and kept nowhere; null for a wrong password. */
  create: own.input(CreateApiToken).mutation(async ({ ctx, input: { name, role, days, password } }) => {
    const { db, session } = ctx;
    await takeTryOf(db, `api-token:${session.userId}`);
    if (!isAtLeast(session.role, role)) {
      throw new AppError("forbidden", `A token may do no more than its owner: your role is ${session.role}.`);
    }
    if (!(await isConfirmed(ctx, session.userId, password))) return null;
    const token = PREFIX + randomBytes(32).toString("base64url");
    const id = newId();
    const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS);
    await db.transaction(async (tx) => {
      if ((await countOpenApiTokens(tx, session.userId)) >= MOST_OPEN) {
        throw new AppError("conflict", `Nobody has more than ${MOST_OPEN} tokens. Revoke one first.`);
      }
      const hint = token.slice(0, HINT_LENGTH);
      await addApiToken(tx, { id, userId: session.userId, name, digest: digestOf(token), hint, role, expiresAt });
      const detail = { after: { name, role, expiresAt: expiresAt?.toISOString() ?? null } };
      await noteActs(tx, actorOf(ctx), [{ action: "apiToken.create", subjectId: `apiToken:${id}`, detail }]);
    });
    return { id, token };
  }),

  revoke: own.input(ApiTokenById).mutation(async ({ ctx, input: { tokenId } }) => {
    await ctx.db.transaction(async (tx) => {
      const revoked = await revokeApiToken(tx, { id: tokenId, userId: ctx.session.userId });
      if (revoked === null) throw new AppError("not_found", "This token is not there, or opens nothing any more.");
      const detail = { name: revoked.name, before: "open", after: "revoked" };
      await noteActs(tx, actorOf(ctx), [{ action: "apiToken.revoke", subjectId: `apiToken:${tokenId}`, detail }]);
    });
  }),
});

function stateOf({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null }) {
  if (revokedAt !== null) return "revoked" as const;
  return expiresAt !== null && expiresAt.getTime() <= Date.now() ? ("over" as const) : ("open" as const);
}
