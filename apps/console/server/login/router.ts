import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { addLogin, announce, listLogins, lockLogin, noteActs } from "@botdeck/db";

import { makePasswordLink } from "../account/password-link.ts";
import { actorOf } from "../audit/actor-of.ts";
import { inPersonFor, router } from "../trpc.ts";
import type { SessionRules } from "../access-policy/second-factor-rules.ts";
import { blockLogin, changeRole, endSessionsOfLogin, resetSecondFactor, unblockLogin } from "./change-login.ts";
import { CreateLogin, ListLogins, LoginById, LoginWithReason, SetRole } from "./schemas.ts";

const PAGE_LOGINS = 100;

const byAdmin = inPersonFor("admin");

/** Who may enter the console, and as what. */
export const loginRouter = router({
  list: byAdmin.input(ListLogins).query(async ({ ctx, input: { words, cursor } }) => {
    const { rows, next } = await listLogins(ctx.db, { words }, { after: cursor ?? null, limit: PAGE_LOGINS });
    return {
      rows: rows.map(({ createdAt, lastSeenAt, banned, twoFactorEnabled, ...row }) => ({
        ...row,
        isBlocked: banned,
        hasSecondFactor: twoFactorEnabled,
        isOwn: row.id === ctx.session.userId,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
      })),
      nextCursor: next,
    };
  }),

  /** @returns The link by which they choose their password, which is told this once. */
  create: byAdmin.input(CreateLogin).mutation(async ({ ctx, input: { name, email, role } }) => {
    const id = newId();
    const link = await ctx.db.transaction(async (tx) => {
      if (!(await addLogin(tx, { id, name, email, role }))) {
        throw new AppError("conflict", "Somebody has this e-mail already.");
      }
      const detail = { before: null, after: role };
      await noteActs(tx, actorOf(ctx), [{ action: "login.create", subjectId: `login:${id}`, detail }]);
      return makePasswordLink(tx, ctx.publicUrl, id);
    });
    await announce(ctx.db, "botdeck_desk", ["access"]);
    return { userId: id, url: link.url, expiresAt: link.expiresAt.toISOString() };
  }),

  /** For who has forgotten their password. The old one works until they choose another. */
  makePasswordLink: byAdmin.input(LoginById).mutation(async ({ ctx, input: { userId } }) => {
    const link = await ctx.db.transaction(async (tx) => {
      const login = await lockLogin(tx, userId);
      if (login === null) throw new AppError("not_found", "This person is not there, or no longer.");
      if (login.banned) throw new AppError("conflict", "This person is blocked.");
      await noteActs(tx, actorOf(ctx), [
        { action: "login.makePasswordLink", subjectId: `login:${userId}`, detail: {} },
      ]);
      return makePasswordLink(tx, ctx.publicUrl, userId);
    });
    return { userId, url: link.url, expiresAt: link.expiresAt.toISOString() };
  }),

  setRole: byAdmin.input(SetRole).mutation(async ({ ctx, input }) => {
    await changeRole(ctx.db, { ...input, needsFactor: await adminsNeedFactor(ctx), actor: actorOf(ctx) });
    await announce(ctx.db, "botdeck_desk", ["access"]);
  }),

  block: byAdmin.input(LoginWithReason).mutation(async ({ ctx, input }) => {
    await blockLogin(ctx.db, { ...input, needsFactor: await adminsNeedFactor(ctx), actor: actorOf(ctx) });
    await announce(ctx.db, "botdeck_desk", ["access"]);
  }),

  unblock: byAdmin.input(LoginById).mutation(async ({ ctx, input }) => {
    await unblockLogin(ctx.db, { ...input, actor: actorOf(ctx) });
    await announce(ctx.db, "botdeck_desk", ["access"]);
  }),

  resetSecondFactor: byAdmin.input(LoginWithReason).mutation(async ({ ctx, input }) => {
    await resetSecondFactor(ctx.db, { ...input, actor: actorOf(ctx) });
    await announce(ctx.db, "botdeck_desk", ["access"]);
  }),

  endSessions: byAdmin.input(LoginById).mutation(async ({ ctx, input }) => {
    const count = await endSessionsOfLogin(ctx.db, { ...input, actor: actorOf(ctx) });
    await announce(ctx.db, "botdeck_desk", ["access"]);
    return { count };
  }),
});

/** Whoever asks it of a lower role asks it of admins too. */
const adminsNeedFactor = async ({ sessionRules }: { sessionRules: SessionRules }): Promise<boolean> =>
  (await sessionRules.secondFactorFrom()) !== null;
