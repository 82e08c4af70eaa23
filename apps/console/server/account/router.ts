import { AppError } from "@botdeck/core";
import {
  announce,
  endSession,
  endSessionsOf,
  findLogin,
  forgetSingleUse,
  noteActs,
  portalLoginsOf,
  removePortalLogin,
  setLogin,
} from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { browserSecretCookie } from "../portal-sign-in/browser-secret.ts";
import { sessionPage } from "../session/session-page.ts";
import { inPersonFor, router } from "../trpc.ts";
import { isConfirmed, isPasswordOf, takeTryOf } from "./confirm-password.ts";
import {
  ChangePassword,
  ConfirmSecondFactor,
  LinkPortal,
  ListOwnSessions,
  PortalById,
  Rename,
  SessionById,
  WithPassword,
} from "./schemas.ts";
import { beginSecondFactor, confirmSecondFactor, disableSecondFactor, newBackupCodes } from "./second-factor.ts";

const own = inPersonFor("viewer");

/** What everybody does with their own log-in. */
export const accountRouter = router({
  get: own.query(async ({ ctx: { db, session, portalSignIn } }) => {
    const { userId, name, email, role, hasSecondFactor, lacksSecondFactor } = session;
    const login = await findLogin(db, userId);
    const linked = await portalLoginsOf(db, userId);
    const portals = (await portalSignIn?.portals()) ?? [];
    return {
      userId,
      name,
      email,
      role,
      hasSecondFactor,
      lacksSecondFactor,
      hasPassword: login?.hasPassword === true,
      linked: linked.map(({ createdAt, ...link }) => ({ ...link, since: createdAt.toISOString() })),
      /** Where they can still show who they are. */
      linkable: portals
        .filter(({ id }) => linked.every(({ portalId }) => portalId !== id))
        .map(({ id, domain }) => ({ id, domain })),
    };
  }),

  rename: own.input(Rename).mutation(async ({ ctx, input: { name } }) => {
    const { userId, name: before } = ctx.session;
    await ctx.db.transaction(async (tx) => {
      await setLogin(tx, userId, { name });
      const detail = { before, after: name };
      await noteActs(tx, actorOf(ctx), [{ action: "account.rename", subjectId: `login:${userId}`, detail }]);
    });
    await announce(ctx.db, "botdeck_desk", ["access"]);
  }),

  /** Signs out everywhere else, and here the session goes on under a new secret. Links to set a password open nothing any more. */
  changePassword: own.input(ChangePassword).mutation(async ({ ctx, input: { current, next } }) => {
    const { userId } = ctx.session;
    if (!(await isPasswordOf(ctx, userId, current))) return { isRight: false };
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    const { headers } = await ctx.auth.api.changePassword({ body, headers: ctx.authHeaders, returnHeaders: true });
    ctx.setCookies(headers.getSetCookie());
    await forgetSingleUse(ctx.db, "set-password", userId);
    const act = { action: "account.setPassword", subjectId: `login:${userId}`, detail: { by: "password" } };
    await noteActs(ctx.db, actorOf(ctx), [act]);
    await announce(ctx.db, "botdeck_desk", ["access"]);
    return { isRight: true };
  }),

  beginSecondFactor: own.input(WithPassword).mutation(({ ctx, input }) => beginSecondFactor(ctx, input.password)),
  confirmSecondFactor: own
    .input(ConfirmSecondFactor)
    .mutation(async ({ ctx, input }) => ({ isRight: await confirmSecondFactor(ctx, input.code) })),
  disableSecondFactor: own
    .input(WithPassword)
    .mutation(async ({ ctx, input }) => ({ isRight: await disableSecondFactor(ctx, input.password) })),
  newBackupCodes: own.input(WithPassword).mutation(({ ctx, input }) => newBackupCodes(ctx, input.password)),

  sessions: own
    .input(ListOwnSessions)
    .query(({ ctx, input: { cursor } }) => sessionPage(ctx.db, { userId: ctx.session.userId, cursor }, ctx.sessionId)),

  endSession: own.input(SessionById).mutation(async ({ ctx, input: { sessionId } }) => {
    const { userId } = ctx.session;
    await ctx.db.transaction(async (tx) => {
      if ((await endSession(tx, { id: sessionId, userId })) === null) {
        throw new AppError("not_found", "This session has ended already.");
      }
      await noteActs(tx, actorOf(ctx), [
        { action: "session.end", subjectId: `login:${userId}`, detail: { session: sessionId } },
      ]);
    });
    await announce(ctx.db, "botdeck_desk", ["access"]);
  }),

  endOtherSessions: own.mutation(async ({ ctx }) => {
    const { userId } = ctx.session;
    const count = await ctx.db.transaction(async (tx) => {
      const ended = await endSessionsOf(tx, userId, ctx.sessionId);
      const act = { action: "session.endOthers", subjectId: `login:${userId}`, detail: { sessions: ended } };
      await noteActs(tx, actorOf(ctx), [act]);
      return ended;
    });
    await announce(ctx.db, "botdeck_desk", ["access"]);
    return { count };
  }),

  /** @returns Where the browser has to go, to show on the portal who its person is; null for a wrong password. */
  beginPortalLink: own.input(LinkPortal).mutation(async ({ ctx, input: { portalId, password } }) => {
    const { db, session, portalSignIn, setCookies, publicUrl } = ctx;
    await takeTryOf(db, `portal-link:${session.userId}`);
    const portal = (await portalSignIn?.portals())?.find(({ id }) => id === portalId);
    if (!portalSignIn || portal === undefined) throw new AppError("not_found", "One cannot sign in by this portal.");
    // A link opens the log-in for good, so whoever finds an open browser makes none.
    if (!(await isConfirmed(ctx, session.userId, password))) return null;
    const { url, browserSecret } = await portalSignIn.begin(portal, { kind: "link", userId: session.userId });
    setCookies([browserSecretCookie(browserSecret, publicUrl)]);
    return { url };
  }),

  unlinkPortal: own.input(PortalById).mutation(async ({ ctx, input: { portalId } }) => {
    const { userId } = ctx.session;
    await ctx.db.transaction(async (tx) => {
      const removed = await removePortalLogin(tx, { userId, portalId });
      if (removed === null) throw new AppError("not_found", "You are not linked with this portal.");
      const detail = { portalId, before: removed.personId, after: null };
      await noteActs(tx, actorOf(ctx), [{ action: "account.unlinkPortal", subjectId: `login:${userId}`, detail }]);
    });
    await announce(ctx.db, "botdeck_desk", ["access"]);
  }),
});
