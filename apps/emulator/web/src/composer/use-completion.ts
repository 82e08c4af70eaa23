import { useState } from "react";
import type { BotCommand, Person } from "../api/types.ts";
import { complete, matchCommands, matchPeople, type Wanted, wantedAt } from "./completion.ts";

/** More would push the list off a phone. */
const MOST = 8;

export type Option =
  | { kind: "command"; id: string; command: BotCommand }
  | { kind: "mention"; id: string; person: Person };

type Inputs = { commands: readonly BotCommand[]; people: readonly Person[]; onMention: (person: Person) => void };

/** What can be completed at the caret, and which of it the keys have chosen. */
export function useCompletion({ commands, people, onMention }: Inputs) {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [chosen, setChosen] = useState(0);
  const options = wanted ? optionsFor(wanted, commands, people).slice(0, MOST) : [];

  return {
    options,
    chosen: Math.min(chosen, Math.max(options.length - 1, 0)),
    /** To be told of every change of the draft or the caret. */
    look(draft: string, caret: number) {
      const next = wantedAt(draft, caret);
      if (next?.query !== wanted?.query || next?.kind !== wanted?.kind) setChosen(0);
      setWanted(next);
    },
    move: (by: 1 | -1) => setChosen((before) => (before + by + options.length) % Math.max(options.length, 1)),
    close: () => setWanted(null),
    /** The draft and caret after the option was taken. */
    take(option: Option, draft: string, caret: number): { draft: string; caret: number } {
      if (!wanted) return { draft, caret };
      setWanted(null);
      if (option.kind === "mention") onMention(option.person);
      return complete(
        draft,
        caret,
        wanted,
        option.kind === "command" ? option.command.command : `@${option.person.name}`,
      );
    },
  };
}

function optionsFor(wanted: Wanted, commands: readonly BotCommand[], people: readonly Person[]): Option[] {
  if (wanted.kind === "command") {
    return matchCommands(commands, wanted.query).map((command) => ({ kind: "command", id: command.id, command }));
  }
  return matchPeople(people, wanted.query).map((person) => ({ kind: "mention", id: person.id, person }));
}
