import { NO_CONNECTION, type Posted } from "../load/ledger.ts";

/** A bot's word in a dialog, as the portal has it, in its order. */
export type Reply = { dialogId: string; text: string; at: Date };

/** What the system's own tables say of a message: they explain, the portal bears witness. */
export type KeptEvent = {
  messageId: string;
  dialogId: string;
  /** Order of arrival. */
  seq: number;
  status: string;
  /** Its effects; empty when it decided none. */
  effects: readonly { status: string; wasInDoubt: boolean }[];
};

export type Evidence = { posted: readonly Posted[]; replies: readonly Reply[]; kept: readonly KeptEvent[] };

export type Account = {
  /** Messages that were answered 200. */
  accepted: number;
  /** Accepted, and neither answered nor among the dead letters. */
  lost: number;
  /** Answers, or rows of the inbox, beyond the one that is owed. */
  duplicated: number;
  /** Messages that the inbox or the dialog has after one that the same gateway took later. */
  reordered: number;
  /**
   * Messages that came after one that another gateway took later. No promise: order holds at one gateway, for each
   * drains a spool of its own.
   */
  crossed: number;
  /** Answers too many or too few that a call in doubt explains: the system knows and says so. */
  inDoubt: number;
  /** Events and replies that ended as dead letters. */
  dead: number;
  /** Messages whose first delivery failed. A portal would not have repeated it. */
  refused: number;
  /** What was found, for people; a few of each kind. */
  findings: string[];
};

const FINAL = new Set(["done", "ignored", "dead", "discarded"]);
const SHOWN = 3;

/**
 * Holds what was posted against what the portal took and what the system kept. Promise: accepted = processed + dead
 * letters; one reply to each message, or the doubt is named; the order of each dialog kept.
 */
export function judge({ posted, replies, kept }: Evidence): Account {
  const findings = createFindings();
  const rowsOf = Map.groupBy(kept, ({ messageId }) => messageId);
  const repliesOf = Map.groupBy(replies, ({ dialogId, text }) => `${dialogId} ${text}`);
  const account: Account = {
    accepted: posted.filter(({ isAccepted }) => isAccepted).length,
    lost: 0,
    duplicated: 0,
    reordered: 0,
    crossed: 0,
    inDoubt: 0,
    dead: 0,
    refused: posted.filter(isRefused).length,
    findings: [],
  };

  for (const message of posted) {
    const name = `message ${message.number} of ${message.dialogId}`;
    const [row, ...more] = rowsOf.get(message.messageId) ?? [];
    const said = message.reply === null ? [] : (repliesOf.get(`${message.dialogId} ${message.reply}`) ?? []);
    if (more.length > 0) {
      account.duplicated += more.length;
      findings.add("kept more than once", name);
    }
    if (row?.status === "dead" && message.isAccepted) account.dead += 1;
    const isDoubtful = row?.effects.some(({ wasInDoubt }) => wasInDoubt) ?? false;
    if (said.length > 1) {
      account[isDoubtful ? "inDoubt" : "duplicated"] += said.length - 1;
      findings.add(isDoubtful ? "answered more than once, and known to be in doubt" : "answered more than once", name);
    }
    // What was not accepted may be there or not: its sender knows that he does not know.
    const isOwed = message.isAccepted || row !== undefined;
    if (!isOwed) continue;
    const isAnswered = said.length > 0 || message.reply === null;
    if (row === undefined) {
      account.lost += 1;
      findings.add("accepted, and in no table", name);
    } else if (!FINAL.has(row.status)) {
      account.lost += 1;
      findings.add(`still ${row.status}`, name);
    } else if (!isAnswered && row.status !== "dead") {
      const isDead = row.effects.some(({ status }) => status === "dead");
      account[isDoubtful ? "inDoubt" : isDead ? "dead" : "lost"] += 1;
      const effects = row.effects.map(({ status }) => status).join(", ") || "none";
      const kind = isDoubtful ? ", and known to be in doubt" : isDead ? ", and a dead letter" : "";
      findings.add(`not answered${kind}`, `${name} (effects: ${effects})`);
    }
  }
  const late = findLate({ posted, replies, kept });
  account.reordered = late.reordered.length;
  account.crossed = late.crossed.length;
  for (const name of late.reordered) findings.add("overtaken", name);
  for (const name of late.crossed) findings.add("overtaken by one that another gateway took", name);
  account.duplicated += countUnknown(posted, replies, findings);
  return { ...account, findings: findings.list() };
}

/** Any balancer goes on to the next gateway when there was no connection; that is no failed delivery yet. */
function isRefused({ isAccepted, failures }: Posted): boolean {
  return !isAccepted || failures.some((failure) => failure !== NO_CONNECTION);
}

/** Messages that came too late in the inbox or among the replies, told apart by who overtook them. */
function findLate({ posted, replies, kept }: Evidence): { reordered: string[]; crossed: string[] } {
  const late: { reordered: string[]; crossed: string[] } = { reordered: [], crossed: [] };
  for (const [dialogId, messages] of Map.groupBy(posted, (each) => each.dialogId)) {
    const place = new Map(messages.map(({ messageId }, index) => [messageId, index]));
    const placeOfReply = new Map(messages.flatMap(({ reply }, index) => (reply === null ? [] : [[reply, index]])));
    const inbox = kept
      .filter((row) => row.dialogId === dialogId && place.has(row.messageId))
      .toSorted((one, other) => one.seq - other.seq)
      .map(({ messageId }) => place.get(messageId) ?? 0);
    // A word that came twice counts where it came first.
    const firstReplies = [...new Set(replies.filter((each) => each.dialogId === dialogId).map(({ text }) => text))];
    const said = firstReplies.flatMap((text) => placeOfReply.get(text) ?? []);
    const takenBy = (index: number) => messages[index]?.acceptedBy ?? "nobody";
    const own = new Set([...overtaken(inbox, takenBy), ...overtaken(said, takenBy)]);
    const all = new Set([...overtaken(inbox), ...overtaken(said)]);
    const name = (index: number) => `message ${messages[index]?.number} of ${dialogId}`;
    late.reordered.push(...[...own].map(name));
    late.crossed.push(...[...all].filter((index) => !own.has(index)).map(name));
  }
  return late;
}

/** The places that come after a greater one of the same group. */
function overtaken(places: readonly number[], groupOf: (place: number) => string = () => ""): number[] {
  const greatest = new Map<string, number>();
  return places.filter((place) => {
    const before = greatest.get(groupOf(place)) ?? -1;
    greatest.set(groupOf(place), Math.max(before, place));
    return place < before;
  });
}

/** Echoes of what nobody said. */
function countUnknown(posted: readonly Posted[], replies: readonly Reply[], findings: Findings): number {
  const owed = new Set(posted.map(({ dialogId, reply }) => `${dialogId} ${reply ?? ""}`));
  const unknown = replies.filter(({ dialogId, text }) => text.startsWith("echo ") && !owed.has(`${dialogId} ${text}`));
  for (const { dialogId, text } of unknown) findings.add("an answer that nobody asked for", `"${text}" in ${dialogId}`);
  return unknown.length;
}

type Findings = ReturnType<typeof createFindings>;

function createFindings() {
  const found = new Map<string, string[]>();
  return {
    add: (kind: string, what: string) => void found.set(kind, [...(found.get(kind) ?? []), what]),
    list: () =>
      [...found].map(([kind, whats]) => {
        const rest = whats.length > SHOWN ? `, and ${whats.length - SHOWN} more` : "";
        return `${kind}: ${whats.slice(0, SHOWN).join(", ")}${rest}`;
      }),
  };
}
