import type { RecordedTalk } from "@botdeck/db";
import { type Entities, findEntities, type Understood } from "@botdeck/dialog";

import type { OwnFacts } from "./create-redactor.ts";

/** What is the client's own in a conversation: what was found in its words, and what its dialogs keep. */
export function ownFactsOf({ personName, messages, state }: RecordedTalk): OwnFacts {
  const operators = messages.flatMap(({ author, authorName }) => (author === "operator" ? [authorName] : []));
  const found = messages.flatMap(({ text, understood, at }) => {
    const today = at.toISOString().slice(0, 10);
    const language = /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en";
    const read = findEntities(text, { today, language, direction: "past", expects: null });
    const heard = entitiesOf(understood);
    return heard === null ? [read] : [read, heard];
  });
  const kept = stringsOf(state);
  const keptOf = (...names: string[]) => kept.flatMap(([name, value]) => (names.includes(name) ? [value] : []));
  return {
    names: unique([
      personName,
      ...operators,
      ...found.flatMap(({ names }) => names.map(({ name }) => name)),
      ...keptOf("name", "customer"),
    ]),
    phones: unique([
      ...found.flatMap(({ phones }) => phones.map(({ phone }) => phone)),
      ...keptOf("phone", "knownPhone", "ownPhone"),
    ]),
    orderNumbers: unique([
      ...found.flatMap(({ orderNumbers }) => orderNumbers.map(({ number }) => number)),
      ...keptOf("number"),
    ]),
  };
}

/** What the bot found in a message; null when it was not asked about it, or kept it in a form of old. */
export function entitiesOf(understood: unknown): Entities | null {
  const { entities } = (understood ?? {}) as Partial<Understood>; // safe: the engine's own; the fields are looked at
  return entities !== undefined && Array.isArray(entities.phones) ? entities : null;
}

const unique = (all: readonly string[]): string[] => [...new Set(all)];

function stringsOf(value: unknown, name = ""): [name: string, value: string][] {
  if (typeof value === "string") return [[name, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => stringsOf(each, Array.isArray(value) ? name : key));
}
