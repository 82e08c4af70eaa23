import { Badge, cn, EmptyState, Input, Skeleton } from "@botdeck/ui";
import { Search, UserRoundX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { PlaceLink } from "../url/place-link.tsx";
import { Face } from "./face.tsx";

/** Fewer than this are seen at a glance. */
const SEARCH_FROM = 6;

type Props = {
  /** Undefined while they load. */
  players: Person[] | undefined;
  playerId: string | null;
  className?: string;
};

/** "Who am I": the people that can be played. Across the top of a phone or tablet, down the side elsewhere. */
export function PeopleRail({ players, playerId, className }: Props) {
  const t = useTranslations("people");
  const [sought, setSought] = useState("");
  const shown = players?.filter((person) => matches(person, sought));
  return (
    <nav
      aria-label={t("title")}
      className={cn("flex shrink-0 flex-col border-line max-lg:border-b lg:w-56 lg:border-r", className)}
    >
      <div className="flex flex-col gap-2 p-3 pb-2 max-lg:hidden">
        <h2 className="px-2 text-sm font-medium text-ink-muted">{t("title")}</h2>
        {players && players.length >= SEARCH_FROM && (
          <div className="relative">
            <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-ink-muted" />
            <Input
              type="search"
              className="pl-8"
              aria-label={t("search")}
              placeholder={t("search")}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          </div>
        )}
      </div>
      {players?.length === 0 && (
        <EmptyState icon={<UserRoundX />} title={t("none")} text={t("noneText")} className="px-2" />
      )}
      {shown?.length === 0 && sought !== "" && <p className="px-5 text-ink-muted">{t("notFound", { name: sought })}</p>}
      <ul className="relative flex min-h-0 gap-1 max-lg:overflow-x-auto max-lg:p-2 lg:flex-col lg:overflow-y-auto lg:px-3 lg:pb-3">
        {shown?.map((person) => (
          <li key={person.id} className="max-lg:shrink-0" ref={person.id === playerId ? showInStrip : undefined}>
            <PersonLink person={person} isPlayed={person.id === playerId} />
          </li>
        ))}
        {!players && [1, 2, 3, 4].map((row) => <Skeleton key={row} className="h-11 w-full max-lg:w-36" />)}
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
      <Face person={person} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block truncate text-xs text-ink-muted">
          {[t(person.role), person.position]
            .filter((word, index, all) => word && all.indexOf(word) === index)
            .join(" · ")}
        </span>
      </span>
      {person.unread > 0 && !isPlayed && <Unread count={person.unread} />}
    </PlaceLink>
  );
}

/** How many messages wait; more than 99 are not counted out. */
export function Unread({ count }: { count: number }) {
  const t = useTranslations("dialogs");
  return (
    <Badge className="bg-accent text-accent-ink">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("unread", { count })}</span>
    </Badge>
  );
}

function matches({ name, position }: Person, sought: string): boolean {
  return `${name} ${position}`.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase());
}

/** On a phone the strip may have scrolled the played person out of sight. */
function showInStrip(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
