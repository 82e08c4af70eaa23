import { z } from "zod";

import { BucketText } from "./rest/bucket-limits.ts";

/** How often a rule strikes. Without `times` and `rate` it strikes whenever it fits, until the switch is set anew. */
const often = {
  /** How many are hit in all. */
  times: z.number().int().positive().optional(),
  /** The share that is hit, by chance: 0.01 is one in a hundred. */
  rate: z.number().gt(0).max(1).optional(),
  /** The same seed gives the same chance in every run. */
  seed: z.number().int().default(1),
};
const Pattern = z.string().refine(isPattern, "has to be a regular expression without a repetition inside a repetition");
const DelayMs = z.number().int().min(0).max(600_000);

/**
 * What a REST call gets instead of its answer. `delay` only holds it up.
 *
 * Nothing is done: `drop_before` (the connection is reset), `error_500` (as JSON), `error_500_page` and `error_502`
 * (HTML pages), `limit_503`, `overload_503`, `limit_429`, `expired_token`.
 * The work is done: `drop_after` (reset), `error_502_after` (HTML page), `truncated` (half the body, then a reset),
 * `wrong_type` (JSON called text/html), `page_200` (an HTML page with status 200), `without_time`.
 */
export const RestFault = z.strictObject({
  mode: z.enum([
    "none",
    "delay",
    "drop_before",
    "error_500",
    "error_500_page",
    "error_502",
    "limit_503",
    "overload_503",
    "limit_429",
    "expired_token",
    "drop_after",
    "error_502_after",
    "truncated",
    "wrong_type",
    "page_200",
    "without_time",
  ]),
  /** What the method's name has to match; a batch is hit for every method in it. */
  method: Pattern.optional(),
  delayMs: DelayMs.optional(),
  ...often,
});
export type RestFault = z.infer<typeof RestFault>;

/** What happens to an event on its way: `reorder` lets the handler's next event overtake it, or 2 seconds pass. */
export const EventFault = z.strictObject({
  mode: z.enum(["lose", "double", "delay", "reorder"]),
  /** What the event's name has to match. */
  event: Pattern.optional(),
  delayMs: DelayMs.optional(),
  ...often,
});
export type EventFault = z.infer<typeof EventFault>;

/** What a file link gives: `dead` is 404, and the link is used up; `truncated` half the bytes, then a reset. */
export const DownloadFault = z.strictObject({
  mode: z.enum(["dead", "truncated", "error_500", "delay"]),
  /** What the file's name has to match. */
  file: Pattern.optional(),
  delayMs: DelayMs.optional(),
  ...often,
});
export type DownloadFault = z.infer<typeof DownloadFault>;

const Access = z.strictObject({
  /** Switched on, it ends every access token issued so far. Tokens issued later are good. */
  areTokensExpired: z.boolean().default(false),
  /** client_ids whose tokens are worth nothing, and whose refresh answers `invalid_grant`; they get no events either. */
  revokedApps: z.array(z.string()).default([]),
  areWebhooksRevoked: z.boolean().default(false),
  /** The tariff has no REST: calls answer ACCESS_DENIED, refreshes PAYMENT_REQUIRED. */
  isPaymentRequired: z.boolean().default(false),
});

const PortalState = z.strictObject({
  /** A portal without bots of the second version: `imbot.v2.*` and `im.v2.*` do not exist. */
  isOldRevision: z.boolean().default(false),
  /** The portal has a new address: `/rest` answers 302 everywhere else. `auto` opens a second port for it. */
  movedTo: z
    .union([z.literal("auto"), z.url({ protocol: /^https?$/ })])
    .nullable()
    .default(null),
  /** Calls over plain HTTP answer `INVALID_REQUEST`, unless `x-forwarded-proto` says https. */
  isHttpsRequired: z.boolean().default(false),
});

const Limits = z.strictObject({
  /** Calls at once and per second: `50/2`, `250/5`, any `N/M`, or `off`. */
  requests: BucketText,
  /** Seconds that one method may work for one application or webhook within ten minutes; null for no limit. */
  operatingS: z.number().positive().nullable().default(480),
  /** Methods that are said to work longer than they do, in seconds per call. */
  costs: z.array(z.strictObject({ method: Pattern, seconds: z.number().positive() })).default([]),
});

const Lifetimes = z.strictObject({
  /** How long a file link works. Bitrix24 documents none; bot authors report 30 to 60 seconds. */
  fileLinkS: z.number().positive().default(60),
  /** False lets a refresh token be used again, as some portals do. */
  isRefreshOneShot: z.boolean().default(true),
});

/** One rule may stand without its list. */
function listed(rules: unknown): unknown {
  return rules === undefined || Array.isArray(rules) ? rules : [rules];
}

/**
 * Everything that the portal does wrong on purpose, and the limits it keeps: the body of `PUT /emulator/api/faults`. What
 * is left out goes back to how the portal was started. Rules are tried in order: their delays add up, and of the others
 * the first one that strikes wins.
 */
export const Faults = z.strictObject({
  rest: z
    .preprocess(listed, z.array(RestFault))
    .transform((rules) => rules.filter(({ mode }) => mode !== "none"))
    .prefault([]),
  events: z.preprocess(listed, z.array(EventFault)).prefault([]),
  downloads: z.preprocess(listed, z.array(DownloadFault)).prefault([]),
  access: Access.prefault({}),
  portal: PortalState.prefault({}),
  limits: Limits.prefault({}),
  lifetimes: Lifetimes.prefault({}),
});
export type Faults = z.infer<typeof Faults>;

/** A repetition of a repetition may take for ever on a long name, and the whole portal with it. */
const NESTED_REPETITION = /\([^()]*[+*}][^()]*\)\s*[+*{]/;

function isPattern(text: string): boolean {
  if (NESTED_REPETITION.test(text)) return false;
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
