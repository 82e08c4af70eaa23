import { cn, Input } from "@botdeck/ui";
import { useId } from "react";

import type { KnownPerson } from "./use-people.ts";

type Props = {
  people: readonly KnownPerson[];
  /** A portal user id. */
  value: string;
  /** Names the control where no `Field` does. */
  label?: string;
  placeholder?: string;
  onChange: (id: string) => void;
  className?: string;
};

/** A portal user id to be written, with the names of people whom a bot knows to choose from. */
export function PersonInput({ people, value, label, placeholder, onChange, className }: Props) {
  const listId = useId();
  const name = people.find(({ id }) => id === value.trim())?.name;
  return (
    <span className={cn("flex min-w-0 items-center gap-2", className)}>
      <Input
        aria-label={label}
        placeholder={placeholder}
        list={listId}
        value={value}
        maxLength={50}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
        // On a phone a number leaves the room to the name.
        className={cn("min-w-20 max-w-40", name !== undefined && "max-sm:w-16 max-sm:min-w-16")}
      />
      <datalist id={listId}>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </datalist>
      {name !== undefined && <span className="min-w-0 truncate font-medium">{name}</span>}
    </span>
  );
}
