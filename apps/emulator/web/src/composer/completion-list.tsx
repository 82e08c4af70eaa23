import { cn } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { Face } from "../people/face.tsx";
import type { Option } from "./use-completion.ts";

type Props = {
  id: string;
  options: readonly Option[];
  chosen: number;
  people: Person[];
  onTake: (option: Option) => void;
};

/** Stands over the input: commands with their words, or people. The input keeps the focus. */
export function CompletionList({ id, options, chosen, people, onTake }: Props) {
  const t = useTranslations("composer");
  if (options.length === 0) return null;
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t("completions")}
      className="absolute bottom-full left-0 z-20 mb-1.5 max-h-72 w-full max-w-lg overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-popup"
    >
      {options.map((option, index) => (
        <li
          key={option.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === chosen}
          ref={index === chosen ? showOption : undefined}
          className={cn("cursor-pointer rounded-md px-2 py-1.5 hover:bg-sunken", index === chosen && "bg-accent-tint")}
          // Before the input loses its focus.
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(option);
          }}
        >
          {option.kind === "mention" ? (
            <span className="flex items-center gap-2.5">
              <Face person={option.person} size="sm" />
              <span className="truncate font-medium">{option.person.name}</span>
            </span>
          ) : (
            <span className="flex items-baseline gap-2">
              <code className="shrink-0 font-mono font-medium text-accent">{option.command.command}</code>
              {option.command.params && (
                <span className="shrink-0 font-mono text-sm text-ink-muted">{option.command.params}</span>
              )}
              <span className="min-w-0 flex-1 truncate">{option.command.title}</span>
              <span className="shrink-0 text-xs text-ink-muted max-sm:hidden">
                {people.find((person) => person.id === option.command.botId)?.name}
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

function showOption(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
