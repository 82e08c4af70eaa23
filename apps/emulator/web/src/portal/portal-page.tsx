import { cn, Select } from "@botdeck/ui";
import {
  Activity,
  Blocks,
  BriefcaseBusiness,
  CalendarDays,
  ClipboardList,
  Contact,
  type LucideIcon,
  Sprout,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { AppsTab } from "../platform/apps-tab.tsx";
import { LogTab } from "../platform/log-tab.tsx";
import { PlaceLink } from "../url/place-link.tsx";
import { usePlace } from "../url/use-place.ts";
import { BoardTab } from "../crm/board-tab.tsx";
import { ClientsTab } from "../crm/clients-tab.tsx";
import { CrmDrawer } from "../crm/crm-drawer.tsx";
import { CalendarTab } from "../work/calendar-tab.tsx";
import { TaskDrawer } from "../work/task-drawer.tsx";
import { TasksTab } from "../work/tasks-tab.tsx";

const TABS = {
  deals: BriefcaseBusiness,
  leads: Sprout,
  clients: Contact,
  tasks: ClipboardList,
  calendar: CalendarDays,
  apps: Blocks,
  log: Activity,
} as const satisfies Record<string, LucideIcon>;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[]; // safe: the object's own keys

/** What a portal has beside its chat. Changes are made as one of its people, with their rights. */
export function PortalPage({ people, player }: { people: Person[]; player: Person | null }) {
  const t = useTranslations("portal");
  const { place, go } = usePlace();
  const tab = NAMES.find((name) => name === place.tab) ?? "deals";
  const staff = people.filter(({ role }) => role !== "client" && role !== "bot");
  const actor = staff.find(({ id }) => id === player?.id) ?? staff.find(({ role }) => role === "manager") ?? staff[0];
  const closeItem = () => go({ item: null });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 pt-2 md:px-4">
        <h1 className="text-xl font-semibold max-md:sr-only">{t("title")}</h1>
        <nav aria-label={t("tabs")} className="relative min-w-0 flex-1 overflow-x-auto">
          <ul className="flex gap-1">
            {NAMES.map((name) => {
              const Sign = TABS[name];
              return (
                <li key={name} className="shrink-0">
                  <PlaceLink
                    to={{ tab: name, item: null }}
                    aria-current={name === tab ? "page" : undefined}
                    className={cn(
                      "flex h-10 items-center gap-2 border-b-2 border-transparent px-2.5 font-medium text-ink-muted -outline-offset-2 hover:text-ink",
                      "aria-[current=page]:border-accent aria-[current=page]:text-ink",
                    )}
                  >
                    <Sign aria-hidden className="size-4" />
                    {t(`tab.${name}`)}
                  </PlaceLink>
                </li>
              );
            })}
          </ul>
        </nav>
        {actor && (
          <div className="flex items-center gap-2 pb-1.5 max-md:w-full">
            <span className="text-sm text-ink-muted">{t("actAs")}</span>
            <Select
              label={t("actAs")}
              className="w-48 max-md:flex-1"
              value={actor.id}
              options={staff.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(as) => go({ as }, "replace")}
            />
          </div>
        )}
      </header>
      <div className="flex min-h-0 flex-1 flex-col">
        {tab === "deals" && actor && <BoardTab key="deals" kind="deal" actor={actor} people={people} />}
        {tab === "leads" && actor && <BoardTab key="leads" kind="lead" actor={actor} people={people} />}
        {tab === "clients" && <ClientsTab people={people} />}
        {tab === "tasks" && <TasksTab people={people} actor={actor ?? null} />}
        {tab === "calendar" && actor && <CalendarTab people={staff} actor={actor} />}
        {tab === "apps" && <AppsTab people={people} />}
        {tab === "log" && <LogTab />}
      </div>
      {place.item && /^(?:lead|deal|contact|company)-\d+$/u.test(place.item) && actor && (
        <CrmDrawer key={place.item} cardKey={place.item} actor={actor} people={people} onClose={closeItem} />
      )}
      {place.item?.startsWith("task-") && actor && (
        <TaskDrawer
          key={place.item}
          taskId={place.item.slice("task-".length)}
          actor={actor}
          people={people}
          onClose={closeItem}
        />
      )}
    </main>
  );
}
