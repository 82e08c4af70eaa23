import { messageOf, redact, redactText } from "@botdeck/core";
import { type Logger as PinoLogger, pino, stdTimeFunctions } from "pino";

export type Logger = PinoLogger;

/**
 * Writes one JSON line per fact to stdout. Every object and text passes the redaction of `core` first, so that a token in
 * a body, a URL or an error is masked wherever it comes from.
 *
 * @param options.level pino level, such as `info`.
 * @param options.name The part that speaks, such as `gateway`.
 * @param options.write Where lines go; stdout unless given.
 */
export function createLogger(options: { name: string; level: string; write?: (line: string) => void }): Logger {
  const settings = {
    level: options.level,
    timestamp: stdTimeFunctions.isoTime,
    base: { name: options.name },
    serializers: { err: serializeError, error: serializeError },
    formatters: {
      level: (label: string) => ({ level: label }),
      // Errors are left to the serializers, which run after this and mask them too.
      log: (facts: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(facts).map(([key, value]) => [key, value instanceof Error ? value : maskedFact(key, value)]),
        ),
    },
    hooks: {
      logMethod(this: PinoLogger, args: Parameters<PinoLogger["info"]>, method: PinoLogger["info"]) {
        const masked = args.map((each: unknown) => (typeof each === "string" ? redactText(each) : each));
        method.apply(this, masked as Parameters<PinoLogger["info"]>); // safe: same shape, only texts masked
      },
    },
  };
  return options.write ? pino(settings, { write: options.write }) : pino(settings);
}

/** Under its key, since a key alone may tell that the value is secret. */
function maskedFact(key: string, value: unknown): unknown {
  return (redact({ [key]: value }) as Record<string, unknown>)[key]; // safe: redact keeps the keys of an object
}

/** Message, code and stack of an error and its causes; `context` holds facts, never secrets, and is masked all the same. */
function serializeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error) || depth > 4) return redact(error);
  const { code, context } = error as { code?: unknown; context?: unknown };
  return {
    type: error.name,
    message: redactText(messageOf(error)),
    code,
    context: redact(context),
    // The stack begins with the message, which may hold what `messageOf` leaves out.
    stack: redactText((error.stack ?? "").replace(error.message, messageOf(error))),
    ...(error.cause !== undefined && { cause: serializeError(error.cause, depth + 1) }),
  };
}
