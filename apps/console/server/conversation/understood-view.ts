import { z } from "zod";

import type { Role } from "../roles.ts";
import { hidesPersonalData } from "./hides-personal-data.ts";
import { maskName, maskText } from "./mask-personal-data.ts";

const none = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).catch([]);

/** What the console reads of the dialog engine's `Understood`. */
const Understood = z.object({
  intents: z.array(z.object({ intent: z.string(), confidence: z.number() })),
  provider: z.string(),
  fellBackFrom: z.string().nullable().catch(null),
  entities: z
    .object({
      dates: none(z.object({ date: z.string(), orElse: z.string().nullable().catch(null) })),
      ranges: none(z.object({ from: z.string(), to: z.string() })),
      phones: none(z.object({ phone: z.string() })),
      orderNumbers: none(z.object({ number: z.string() })),
      money: none(z.object({ amount: z.number(), currency: z.string().nullable() })),
      names: none(z.object({ name: z.string() })),
    })
    .nullable()
    .catch(null),
});

/** Something that a message names. Days are `YYYY-MM-DD`, currencies ISO 4217. */
export type EntityView =
  | { kind: "date"; date: string; orElse: string | null }
  | { kind: "range"; from: string; to: string }
  | { kind: "phone" | "orderNumber" | "name"; text: string }
  | { kind: "money"; amount: number; currency: string | null };

/** What a client's words were understood to mean; null where nobody had to, or in a form that the console does not know. */
export function understoodView(stored: unknown, role: Role) {
  const { data } = Understood.safeParse(stored);
  if (data === undefined) return null;
  const { intents, provider, fellBackFrom } = data;
  const entities = entitiesOf(data, hidesPersonalData(role));
  if (intents.length === 0 && entities.length === 0) return null;
  return { intents, provider, fellBackFrom, entities };
}

function entitiesOf({ entities }: z.infer<typeof Understood>, hides: boolean): EntityView[] {
  if (entities === null) return [];
  return [
    ...entities.orderNumbers.map(({ number }) => ({ kind: "orderNumber" as const, text: number })),
    ...entities.dates.map((date) => ({ kind: "date" as const, ...date })),
    ...entities.ranges.map((range) => ({ kind: "range" as const, ...range })),
    ...entities.money.map((money) => ({ kind: "money" as const, ...money })),
    ...entities.phones.map(({ phone }) => ({ kind: "phone" as const, text: hides ? maskText(phone) : phone })),
    ...entities.names.map(({ name }) => ({ kind: "name" as const, text: hides ? maskName(name) : name })),
  ];
}
