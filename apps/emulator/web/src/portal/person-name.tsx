import type { Person } from "../api/types.ts";
import { Face } from "../people/face.tsx";

/** A small face with a name; a number that nobody has is shown as it is. */
export function PersonName({ id, people }: { id: string; people: readonly Person[] }) {
  const person = people.find((one) => one.id === id);
  if (!person) return <span className="text-ink-muted">{id}</span>;
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <Face person={person} size="sm" />
      <span className="truncate">{person.name}</span>
    </span>
  );
}
