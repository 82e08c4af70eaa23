import type { BotCommand, Person } from "../api/types.ts";

export type Mention = { label: string; personId: string };

/** What the caret stands in: a command at the start of the draft, or a mention. `from` is where its text begins. */
export type Wanted = { kind: "command" | "mention"; query: string; from: number };

const LONGEST_QUERY = 40;

/** What could be completed before the caret; null for nothing. A command stands at the very start of a message. */
export function wantedAt(draft: string, caret: number): Wanted | null {
  const before = draft.slice(0, caret);
  if (/^\/\S*$/u.test(before)) return { kind: "command", query: before.slice(1), from: 0 };
  const from = before.lastIndexOf("@");
  const query = before.slice(from + 1);
  const isWordStart = from === 0 || /\s/u.test(before[from - 1] ?? "");
  if (from < 0 || !isWordStart || query.length > LONGEST_QUERY || /\s$|[\n@]/u.test(query)) return null;
  return { kind: "mention", query, from };
}

/** Commands that begin so, before those that have it elsewhere in their name or title. */
export function matchCommands(commands: readonly BotCommand[], query: string): BotCommand[] {
  const sought = query.toLocaleLowerCase();
  const begins = (command: BotCommand) => command.command.slice(1).toLocaleLowerCase().startsWith(sought);
  const contains = (command: BotCommand) =>
    `${command.command} ${command.title}`.toLocaleLowerCase().includes(sought) && !begins(command);
  return [...commands.filter(begins), ...commands.filter(contains)];
}

/** People one of whose names begins so. */
export function matchPeople(people: readonly Person[], query: string): Person[] {
  const sought = query.toLocaleLowerCase();
  return people.filter(({ name }) => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(sought) || lower.split(/[\s(]+/u).some((word) => word.startsWith(sought));
  });
}

/** The draft with the wanted piece replaced, and where the caret goes then. */
export function complete(draft: string, caret: number, wanted: Wanted, text: string): { draft: string; caret: number } {
  const head = `${draft.slice(0, wanted.from)}${text} `;
  const tail = draft.slice(caret).replace(/^ /u, "");
  return { draft: head + tail, caret: head.length };
}

/** The draft as it is sent: every chosen `@Name` becomes the portal's `[user=5]Name[/user]`. */
export function withMentions(draft: string, mentions: readonly Mention[]): string {
  // Longer names first: "@Anna Maria" is not "@Anna" with a word after it.
  const longestFirst = mentions.toSorted((one, other) => other.label.length - one.label.length);
  return longestFirst.reduce(
    (text, { label, personId }) => text.replaceAll(`@${label}`, `[user=${personId}]${label}[/user]`),
    draft,
  );
}

/** A sent text as it is edited: mentions are names again. What a person wrote by hand in another form stays. */
export function readMentions(text: string): { draft: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  const draft = text.replaceAll(/\[user=(\d+)\]([^[\]]+)\[\/user\]/giu, (_whole, personId: string, label: string) => {
    mentions.push({ label, personId });
    return `@${label}`;
  });
  return { draft, mentions };
}
