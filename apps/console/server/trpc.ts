import { AppError, type ErrorCode } from "@botdeck/core";
import type { DatabaseHandle } from "@botdeck/db";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";

import type { LiveHub } from "./live.ts";
import type { Session } from "./read-session.ts";
import { isAtLeast, type Role } from "./roles.ts";

export type Context = {
  requestId: string;
  /** Where the request came from, as far as proxies are believed. */
  address: string;
  db: DatabaseHandle["db"];
  live: LiveHub;
  /** Where other systems reach the gateway; null when nobody said. */
  gatewayUrl: string | null;
  /** Reads who calls, anew each time. */
  readSession(): Promise<Session | null>;
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
    .use(async ({ ctx, next }) => {
      const session = await ctx.readSession();
      if (session === null) throw new AppError("unauthorized", "Sign in to go on.");
      if (!isAtLeast(session.role, role)) {
        throw new AppError("forbidden", `This needs the role ${role}; yours is ${session.role}.`);
      }
      return next({ ctx: { ...ctx, session } });
    });
}

/** What may leave the process. The text of an unknown error stays in the log, where the request id finds it. */
function publicMessage(error: TRPCError): string {
  if (error.cause instanceof ZodError) return "The request has a form that the console does not know.";
  if (error.code === "INTERNAL_SERVER_ERROR") return "The console made an error.";
  return error.message;
}
