import { Avatar, cn, EmptyState, Skeleton } from "@botdeck/ui";
import { UserRoundX } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { PlaceLink } from "../url/place-link.tsx";

type Props = {
  /** Undefined while they load. */
  players: Person[] | undefined;
  playerId: string | null;
  className?: string;
};

/** "Who am I": the people that can be played. Across the top on a phone, down the side elsewhere. */
export function PeopleRail({ players, playerId, className }: Props) {
  const t = useTranslations("people");
  return (
    <nav
      aria-label={t("title")}
      className={cn("shrink-0 border-line max-md:border-b md:w-52 md:overflow-y-auto md:border-r md:p-3", className)}
    >
      <h2 className="px-2 pb-2 text-sm font-medium text-ink-muted max-md:sr-only">{t("title")}</h2>
      {players?.length === 0 && (
        <EmptyState icon={<UserRoundX />} title={t("none")} text={t("noneText")} className="px-2" />
      )}
      <ul className="flex gap-1 max-md:overflow-x-auto max-md:p-2 md:flex-col">
        {players?.map((person) => (
          <li key={person.id} className="max-md:shrink-0" ref={person.id === playerId ? showInStrip : undefined}>
            <PersonLink person={person} isPlayed={person.id === playerId} />
          </li>
        ))}
        {!players && [1, 2, 3, 4].map((row) => <Skeleton key={row} className="h-11 w-full max-md:w-36" />)}
      </ul>
    </nav>
  );
}

function PersonLink({ person, isPlayed }: { person: Person; isPlayed: boolean }) {
  const t = useTranslations("people");
  return (
    <PlaceLink
      to={{ as: person.id }}
      aria-current={isPlayed ? "page" : undefined}
      data-person-id={person.id}
      data-person-role={person.role}
      className="flex items-center gap-2.5 rounded-md px-2 py-1.5 transition-colors hover:bg-sunken aria-[current=page]:bg-accent-tint"
    >
      <Avatar name={person.name} color={person.color} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block text-xs text-ink-muted">{t(person.role)}</span>
      </span>
    </PlaceLink>
  );
}

/** On a phone the strip may have scrolled the played person out of sight. */
function showInStrip(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
