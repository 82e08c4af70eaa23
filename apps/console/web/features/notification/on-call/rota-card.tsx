import { Card, cn, StatusBadge, type Tone } from "@botdeck/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useShortTime } from "../use-short-time.ts";

type Rota = inferRouterOutputs<AppRouter>["rota"]["list"][number];
type Turn = NonNullable<Rota["turns"]>[number];

const STATE_TONE = {
  offered: "warning",
  agreed: "human",
  declined: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<Rota["overrides"][number]["state"], Tone>;

/** A rota: who has it now, who comes next, and what people took over from one another. */
export function RotaCard({ rota }: { rota: Rota }) {
  const t = useTranslations("notifications.onCall");
  const shortTime = useShortTime();
  const people = usePeople();
  const [current, ...ahead] = rota.turns ?? [];
  return (
    <Card data-rota={rota.name} className="flex flex-col gap-4">
      <div>
        <h3 className="text-lg font-semibold wrap-anywhere">{rota.name}</h3>
        <p className="text-sm text-ink-muted">{t("zone", { zone: rota.timeZone })}</p>
      </div>
      {rota.turns === null && <p className="text-danger">{t("broken")}</p>}
      {current !== undefined && (
        <p className="flex flex-wrap items-baseline gap-x-2 rounded-md bg-human-tint px-3 py-2">
          <span className="text-sm font-medium text-human">{t("now")}</span>
          <span className={cn("text-lg font-semibold", current.people.length === 0 && "text-danger")}>
            {people(current)}
          </span>
          <span className="text-sm text-ink-muted">{t("until", { time: shortTime(current.untilAt) })}</span>
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {ahead.length > 0 && (
          <section>
            <h4 className="mb-1.5 font-medium text-ink-muted">{t("ahead")}</h4>
            <ol className="space-y-1">
              {ahead.map((turn) => (
                <li key={turn.fromAt} className="flex flex-wrap gap-x-2">
                  <span className="text-ink-muted tabular-nums">
                    {shortTime(turn.fromAt)} – {shortTime(turn.untilAt)}
                  </span>
                  <span className={cn("font-medium", turn.people.length === 0 && "text-danger")}>{people(turn)}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
        <section>
          <h4 className="mb-1.5 font-medium text-ink-muted">{t("overrides")}</h4>
          {rota.overrides.length === 0 && <p className="text-ink-muted">{t("noOverrides")}</p>}
          <ul className="space-y-1.5">
            {rota.overrides.map(({ id, state, person, askedBy, fromAt, untilAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-2">
                <span className="text-ink-muted tabular-nums">
                  {shortTime(fromAt)} – {shortTime(untilAt)}
                </span>
                <span className="font-medium">{person.name}</span>
                <StatusBadge tone={STATE_TONE[state]}>{t(`states.${state}`)}</StatusBadge>
                <span className="text-sm text-ink-muted">{t("askedBy", { name: askedBy })}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Card>
  );
}

function usePeople(): (turn: Turn) => string {
  const t = useTranslations("notifications.onCall");
  return ({ people }) =>
    people.length === 0 ? t("nobody") : people.map(({ id, name }) => name ?? t("person", { id })).join(", ");
}
