import { z } from "zod";

export const TOPICS = ["order_status", "availability", "return", "qualification", "smalltalk", "other"] as const;
export type Topic = (typeof TOPICS)[number];

/** Seconds that a client stays when they have nothing more to say. */
const PATIENCE_S = 20;

const Day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|D[+-]\d{1,4})$/, "wants YYYY-MM-DD, or such as D-9 or D+2");
const Pattern = z.string().min(1).superRefine(checkPattern);

const Order = z.object({
  type: z.literal("order"),
  number: z.string().min(1),
  phone: z.string().optional(),
  customer: z.string().optional(),
  status: z.enum(["new", "paid", "packing", "shipped", "at_pickup", "delivered", "cancelled", "returned"]),
  eta: Day.optional(),
  items: z.array(z.string().min(1)).optional(),
  amount: z.number().optional(),
  currency: z.string().optional(),
  purchased: Day.optional(),
});
export type Order = z.infer<typeof Order>;

const Product = z.object({
  type: z.literal("product"),
  article: z.string().min(1),
  name: z.string().min(1),
  nameRu: z.string().optional(),
  price: z.number().optional(),
  currency: z.string().optional(),
  stock: z.record(z.string(), z.number()).optional(),
});
export type Product = z.infer<typeof Product>;

const Turn = z
  .object({
    /** Over everything the bot has said since the client's last turn. */
    when: Pattern.optional(),
    say: z.string().optional(),
    /** The button to press. */
    press: Pattern.optional(),
    /** A file beside the conversations, in `files/`. */
    photo: z.string().min(1).optional(),
    /** Seconds in which nothing is said. */
    pause: z.number().min(0).optional(),
    /** Seconds after the turn before, without waiting for the bot. */
    after: z.number().min(0).optional(),
  })
  .refine(
    ({ say, press, photo, pause }) => [say, press, photo, pause].some((each) => each !== undefined),
    "a turn wants one of say, press, photo, pause",
  )
  .refine(
    ({ say, press, photo, pause }) => pause === undefined || [say, press, photo].every((each) => each === undefined),
    "a pause says nothing: no say, press or photo with it",
  );
export type Turn = z.infer<typeof Turn>;

const Expectation = z.object({
  outcome: z.enum(["contained", "operator", "either"]),
  topic: z.enum(TOPICS).optional(),
  said: z.array(Pattern).optional(),
  notSaid: z.array(Pattern).optional(),
  /** Whether a task for a manager exists. */
  task: z.boolean().optional(),
  crm: z.object({ phone: z.string().optional(), name: z.string().optional(), comment: Pattern.optional() }).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Conversation = z.object({
  type: z.literal("conversation"),
  id: z.string().min(1),
  lang: z.enum(["en", "ru"]),
  client: z.object({ name: z.string().min(1), phone: z.string().optional() }),
  patience: z.number().positive().default(PATIENCE_S),
  turns: z.array(Turn).min(1),
  expect: Expectation,
});
export type Conversation = z.infer<typeof Conversation>;

/** One line of a conversations file. */
export const DayLine = z.discriminatedUnion("type", [Order, Product, Conversation]);
export type DayLine = z.infer<typeof DayLine>;

/** Patterns are JavaScript regular expressions with the flags `iu`. */
export function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, "iu").test(text);
}

function checkPattern(pattern: string, context: z.core.$RefinementCtx<string>): void {
  try {
    new RegExp(pattern, "iu");
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "no regular expression" });
  }
}
