import { Effect } from "@botdeck/core";
import { z } from "zod";

/** One step for each kind of word that a file may use; the first key tells which. */
const KINDS = {
  /** The client writes, perhaps with files. */
  client: z.strictObject({ client: z.string(), files: z.array(z.string()).default([]) }),
  /** The client presses a button of the bot's last words. */
  press: z.strictObject({ press: z.string() }),
  /** Time passes before the next step, such as `26h`. */
  later: z.strictObject({
    later: z
      .string()
      .regex(/^\d+[smhd]$/, "write a time so: 90s, 5m, 26h, 3d")
      .transform(toMs),
  }),
  /** Somebody else of the file's people acts from now on, by their id. */
  as: z.strictObject({ as: z.string() }),
  /** An employee writes, perhaps with files. */
  says: z.strictObject({ says: z.string(), files: z.array(z.string()).default([]) }),
  /** The client or an employee gives a command, as `/vacation 15.07-28.07`. */
  command: z.strictObject({ command: z.string(), params: z.string().optional() }),
  /** One of the bot's schedules is due. */
  due: z.strictObject({ due: z.string(), input: z.unknown().default({}) }),
  joins: z.strictObject({ joins: z.literal(true) }),
  /** The bot's next message is this text, or matches this `/expression/`. */
  bot: z.strictObject({ bot: z.string().transform(toExpected) }),
  /** The bot has told somebody else, in the dialog of this id. */
  tells: z.strictObject({ tells: z.string(), text: z.string().transform(toExpected) }),
  /** The card below the message that was expected last. */
  card: z.strictObject({ card: z.string().transform(toExpected) }),
  /** All buttons of that message. */
  buttons: z.strictObject({ buttons: z.array(z.string()) }),
  /** The bot says nothing more. */
  silence: z.strictObject({ silence: z.literal(true) }),
  /** The conversation went to the operators, with this topic. */
  handedOver: z.strictObject({ handedOver: z.string() }),
  /** An effect of this kind was made, such as `crm.record`, with at least these fields. */
  effect: z.strictObject({
    effect: z.enum(Effect.options.map(({ shape }) => shape.kind.value)),
    fields: z.record(z.string(), z.unknown()).default({}),
  }),
} as const;

export type Expectation = z.output<(typeof KINDS)[keyof typeof KINDS]>;

/** A step as it is written: the schema is chosen by its word, so that what is wrong with it is told in its terms. */
export const Step = z.record(z.string(), z.unknown()).transform((written, context): Expectation => {
  const kind = Object.keys(KINDS).find((name) => name in written);
  if (kind === undefined) {
    context.addIssue({ code: "custom", message: `a step is one of: ${Object.keys(KINDS).join(", ")}` });
    return z.NEVER;
  }
  const parsed = KINDS[kind as keyof typeof KINDS].safeParse(written);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  context.addIssue({ code: "custom", message: issue?.message ?? "it cannot be read", path: issue?.path ?? [] });
  return z.NEVER;
});

function toExpected(written: string, context: z.RefinementCtx): RegExp | string {
  const [, source, flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(written) ?? [];
  if (source === undefined) return written;
  try {
    return new RegExp(source, flags);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "no regular expression" });
    return z.NEVER;
  }
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function toMs(written: string): number {
  return Number(written.slice(0, -1)) * (UNIT_MS[written.slice(-1)] ?? 0);
}
