import { digestApplicationToken } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { Hook, Portals, Senders } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";

/** How long a portal's former token still counts: its queue may hold events that were sent before the change. */
const FORMER_TOKEN_MS = 10 * 60_000;

export type KnownToken = {
  digest: Uint8Array;
  /** Until when it counts, in milliseconds since 1970; null for the one that the portal has now. */
  untilMs: number | null;
};

export type KnownPortal = {
  id: string;
  memberId: string;
  tokens: readonly KnownToken[];
  /** What the current token's digest was made of, so that it is opened once and not at every refresh; null after a restart. */
  sealed: string | null;
  /** Its token is there and does not open: then nobody can be told that theirs is wrong. */
  isUnopened: boolean;
  /** Our ids of its bots by the portal's own. */
  bots: ReadonlyMap<string, string>;
  /** Our ids of those that act with the rights of who asks: the tokens that come with their events are kept. */
  keepers: ReadonlySet<string>;
};

export type KnownHook = Pick<Hook, "id" | "botId" | "kind" | "proof"> & {
  portalId: string;
  secretDigest: Uint8Array;
  /** What posts are signed with; null where the secret is shown. */
  secretSealed: string | null;
  options: HookOptions;
};

/** Everybody who may post, by what a post names them by. */
export type KnownSenders = { portals: ReadonlyMap<string, KnownPortal>; hooks: ReadonlyMap<string, KnownHook> };

export const NOBODY: KnownSenders = { portals: new Map(), hooks: new Map() };

type Options = {
  openToken: Portals["applicationToken"];
  nowMs: number;
  /** A portal's token does not open: it was sealed with another key, or changed. */
  onUnopened: (portalId: string, error: unknown) => void;
};

/**
 * What is known of senders after their rows were read. Tokens themselves are not kept: their digests are enough to verify.
 *
 * @param before What was known until now; a token that was replaced since counts for some minutes more.
 */
export function learnSenders(rows: Senders, before: KnownSenders, options: Options): KnownSenders {
  const botsOf = Map.groupBy(rows.bots, (bot) => bot.portalId);
  const portals = new Map<string, KnownPortal>();
  for (const row of rows.portals) {
    if (row.memberId === null) continue;
    const itsBots = botsOf.get(row.id) ?? [];
    const bots = new Map(
      itsBots.flatMap(({ id, bitrixBotId }) => (bitrixBotId === null ? [] : [[bitrixBotId, id] as const])),
    );
    const keepers = new Set(itsBots.flatMap(({ id, keepsTokens }) => (keepsTokens ? [id] : [])));
    const known = before.portals.get(row.memberId);
    const tokens = learnTokens(row, known, options);
    const sealed = row.applicationTokenSealed;
    const isUnopened = sealed !== null && tokens.length === 0;
    portals.set(row.memberId, { id: row.id, memberId: row.memberId, tokens, sealed, isUnopened, bots, keepers });
  }
  return { portals, hooks: new Map(rows.hooks.map((hook) => [hook.id, learnHook(hook)])) };
}

/** True when nothing has changed of what a portal's posts are told by. */
export function isSamePortal(one: KnownPortal, other: KnownPortal | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.sealed === other.sealed &&
    one.isUnopened === other.isUnopened &&
    one.bots.size === other.bots.size &&
    [...one.bots].every(([bitrixBotId, id]) => other.bots.get(bitrixBotId) === id) &&
    one.keepers.size === other.keepers.size &&
    [...one.keepers].every((id) => other.keepers.has(id))
  );
}

/** A hook as it is known here. Options that nobody can read are as if there were none: what it posts is not lost for them. */
export function learnHook({ secretDigest, options, ...hook }: Senders["hooks"][number]): KnownHook {
  const read = HookOptions.safeParse(options);
  return {
    ...hook,
    options: read.success ? read.data : HookOptions.parse({}),
    secretDigest: Buffer.from(secretDigest, "hex"),
  };
}

function learnTokens(
  row: Senders["portals"][number],
  known: KnownPortal | undefined,
  { openToken, nowMs, onUnopened }: Options,
): readonly KnownToken[] {
  const valid = (known?.tokens ?? []).filter(({ untilMs }) => untilMs === null || untilMs > nowMs);
  if (row.applicationTokenSealed === null) return [];
  if (known?.sealed === row.applicationTokenSealed) return valid;
  const digest = digestOfToken(row, openToken, onUnopened);
  if (digest === null) return [];
  const former = valid
    .filter((token) => !digest.equals(token.digest))
    .map((token) => ({ ...token, untilMs: token.untilMs ?? nowMs + FORMER_TOKEN_MS }));
  return [{ digest, untilMs: null }, ...former];
}

function digestOfToken(
  row: Senders["portals"][number],
  openToken: Portals["applicationToken"],
  onUnopened: Options["onUnopened"],
): Buffer | null {
  try {
    const token = openToken(row);
    return token === null ? null : digestApplicationToken(token);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onUnopened(row.id, error);
    return null;
  }
}
