import { AppError, type ErrorCode } from "@botdeck/core";
import type { DatabaseHandle, SecondFactorFrom, SecretBox } from "@botdeck/db";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";

import type { SessionRules } from "./access-policy/second-factor-rules.ts";
import type { Auth } from "./auth.ts";
import type { KnownBots } from "./bot/known-bots.ts";
import type { LiveHub } from "./live.ts";
import type { SeesDialog } from "./portal/sees-dialog.ts";
import type { PortalSignIn } from "./portal-sign-in/portal-sign-in.ts";
import type { Session } from "./read-session.ts";
import { isAtLeast, type Role } from "./roles.ts";
import type { TemporalDesk } from "./workflow/temporal-desk.ts";

export type Context = {
  requestId: string;
  /** Where the request came from, as far as proxies are believed. */
  address: string;
  db: DatabaseHandle["db"];
  live: LiveHub;
  bots: KnownBots;
  /** Where other systems reach the gateway; null when nobody said. */
  gatewayUrl: string | null;
  /** Seals what portals are reached with; null where the console has no key. */
  secretBox: SecretBox | null;
  /** Whether portals on this machine and in private networks may be connected too. */
  takesPrivatePortals: boolean;
  /** Reads who calls, anew each time. */
  readSession(): Promise<Session | null>;
  auth: Auth;
  /** What better-auth is to be told of the request; no cookie of a caller that has a token. */
  authHeaders: Headers;
  /** Sends cookies back, where a session changes. */
  setCookies(cookies: readonly string[]): void;
  publicUrl: string;
  /** Null where people of portals cannot show here who they are. */
  portalSignIn: PortalSignIn | null;
  sessionRules: SessionRules;
  /** From which role on the environment asks for a second factor; null asks nobody. */
  leastSecondFactorFrom: SecondFactorFrom | null;
  /** Null where the console is not connected to Temporal; it may be away at any time. */
  temporal: TemporalDesk | null;
  /** Null where the console has no key to open what portals are reached with. */
  seesDialog: SeesDialog | null;
};

const TRPC_CODE = {
  invalid: "BAD_REQUEST",
  unauthorized: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  rate_limited: "TOO_MANY_REQUESTS",
  rejected: "BAD_GATEWAY",
  unsupported: "NOT_IMPLEMENTED",
  unreachable: "SERVICE_UNAVAILABLE",
  invariant: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<ErrorCode, TRPCError["code"]>;

const PING_MS = 15_000;
const SILENCE_MS = 45_000;
/** A stream is opened again now and then, so that it never outlives a deployment or a proxy's patience for long. */
const STREAM_MS = 10 * 60_000;

const t = initTRPC
  .context<Context>()
  .meta<{ role: Role }>()
  .create({
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: PING_MS },
      maxDurationMs: STREAM_MS,
      client: { reconnectAfterInactivityMs: SILENCE_MS },
    },
    errorFormatter: ({ shape, error, ctx }) => ({
      ...shape,
      message: publicMessage(error),
      data: { ...shape.data, requestId: ctx?.requestId ?? null },
    }),
  });

export const router = t.router;

/** A procedure for people with this role or a higher one; the role stands in its meta, where a test reads it. */
export function procedureFor(role: Role) {
  return t.procedure
    .meta({ role })
    .use(async ({ next }) => {
      const result = await next();
      if (result.ok || !(result.error.cause instanceof AppError)) return result;
      const { cause } = result.error;
      throw new TRPCError({ code: TRPC_CODE[cause.code], message: cause.message, cause });
    })
    .use(async ({ ctx, type, next }) => {
      const session = await ctx.readSession();
      if (session === null) throw new AppError("unauthorized", "Sign in to go on.");
      if (!isAtLeast(session.role, role)) {
        throw new AppError("forbidden", `This needs the role ${role}; yours is ${session.role}.`);
      }
      if (session.by.kind === "token" && type === "subscription") {
        throw new AppError("forbidden", "An API token opens no streams: ask again now and then.");
      }
      return next({ ctx: { ...ctx, session } });
    });
}

/**
 * As `procedureFor`, and only for somebody signed in at a browser. What decides who may enter is none of a program's business:
 * with a token that leaked, one could else make others, or sign in with what was set up.
 */
export function inPersonFor(role: Role) {
  return procedureFor(role).use(async ({ ctx, next }) => {
    const { by } = ctx.session;
    if (by.kind === "token") throw new AppError("forbidden", "This cannot be done with an API token: sign in for it.");
    return next({ ctx: { ...ctx, sessionId: by.sessionId } });
  });
}

/** What may leave the process. The text of an unknown error stays in the log, where the request id finds it. */
function publicMessage(error: TRPCError): string {
  if (error.cause instanceof ZodError) return "The request has a form that the console does not know.";
  if (error.code === "INTERNAL_SERVER_ERROR") return "The console made an error.";
  return error.message;
}
