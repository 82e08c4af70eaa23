import { Rule } from "@botdeck/notifications";
import { z } from "zod";

/** Of a built-in rule, or `own:<uuid>`. */
const Code = z.string().min(1).max(100);
/** Portal user id of who is told when it cannot be evaluated; null tells the portal's administrators. */
const Owner = z.string().trim().min(1).max(50).nullable();
/** When the rule was changed last, as the page shows it; null while it is as the code has it. */
const Seen = z.iso.datetime().nullable();

export const ListRules = z.object({ portalId: z.uuid() });

export const PutRule = z.object({
  portalId: z.uuid(),
  /** Null makes a new rule. */
  code: Code.nullable(),
  /** What is wrong with it is answered with its places. */
  rule: z.unknown(),
  isEnabled: z.boolean(),
  ownerId: Owner,
  seen: Seen,
});

export const SetRuleEnabled = z.object({ portalId: z.uuid(), code: Code, isEnabled: z.boolean(), seen: Seen });

export const RemoveRule = z.object({ portalId: z.uuid(), code: Code, seen: Seen });

/** A rule as somebody is just writing it: it may be no rule yet. */
export const CheckRule = z.object({ portalId: z.uuid(), rule: z.unknown(), ownerId: Owner.default(null) });

export const TryRule = z.object({
  portalId: z.uuid(),
  /** Of the rule that is being changed; null for a new one. */
  code: Code.nullable(),
  rule: Rule,
  /** Of the samples. */
  language: z.enum(["en", "ru"]),
});
