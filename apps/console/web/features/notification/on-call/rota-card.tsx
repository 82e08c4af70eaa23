import { Button, buttonLook, Card, cn, StatusBadge, type Tone } from "@botdeck/ui";
import { Link, useSearch } from "@tanstack/react-router";
import { Pencil, UserPlus, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { useRole } from "../use-role.ts";
import { type CalendarRota, READER_ZONE, type Rota, useMoment, usePersonName } from "./calendar-words.ts";
import { GiveDialog, type Giving } from "./give-dialog.tsx";
import { TakeBackDialog } from "./take-back-dialog.tsx";
import { WeekAgenda } from "./week-agenda.tsx";
import { WeekCalendar } from "./week-calendar.tsx";
import type { Week } from "./week.ts";

const STATE_TONE = {
  offered: "warning",
  agreed: "human",
  declined: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<Rota["overrides"][number]["state"], Tone>;

type Props = {
  portalId: string;
  rota: Rota;
  /** Undefined while it is fetched. */
  calendar: CalendarRota | undefined;
  week: Week;
};

/** A rota: who has it now, its week, and what people took over from one another. */
export function RotaCard({ portalId, rota, calendar, week }: Props) {
  const t = useTranslations("notifications.onCall");
  const { portal } = useSearch({ strict: false });
  const { isLead } = useRole();
  const moment = useMoment();
  const nameOf = usePersonName();
  const [giving, setGiving] = useState<Giving | null>(null);
  const [cancelling, setCancelling] = useState<{ id: string; name: string } | null>(null);
  const { current } = rota;
  const who = current?.people.map(nameOf).join(", ");
  const away = calendar?.away.map(({ person, fromAt, untilAt }) =>
    t("awayOne", { name: nameOf(person), from: moment(fromAt), until: moment(untilAt) }),
  );
  return (
    <Card data-rota={rota.name} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="text-lg font-semibold wrap-anywhere">{rota.name}</h3>
          <p className="text-sm text-ink-muted">
            {rota.timeZone === READER_ZONE
              ? t("sameZone", { rota: rota.timeZone })
              : t("zone", { rota: rota.timeZone, yours: READER_ZONE })}
          </p>
        </div>
        {isLead && (
          <div className="flex flex-wrap gap-2">
            {current !== null && (
              <Button
                size="sm"
                aria-label={t("give.actionOf", { name: rota.name })}
                onClick={() => setGiving({ fromAt: null, untilAt: null })}
              >
                <UserPlus aria-hidden />
                {t("give.action")}
              </Button>
            )}
            <Link
              to="/notifications/on-call/$rotaId"
              params={{ rotaId: rota.id }}
              search={{ portal }}
              aria-label={t("editOf", { name: rota.name })}
              className={buttonLook({ size: "sm" })}
            >
              <Pencil aria-hidden />
              {t("edit")}
            </Link>
          </div>
        )}
      </div>
      {current === null ? (
        <p className="text-danger">{t("broken")}</p>
      ) : (
        <p
          className={cn(
            "flex flex-wrap items-baseline gap-x-2 rounded-md px-3 py-2",
            who === "" ? "bg-danger-tint" : "bg-human-tint",
          )}
        >
          <span className={cn("text-sm font-medium", who === "" ? "text-danger" : "text-human")}>{t("now")}</span>
          <span className={cn("text-lg font-semibold wrap-anywhere", who === "" && "text-danger")}>
            {who === "" ? t("nobody") : who}
          </span>
          {current.untilAt !== null && (
            <span className="text-sm text-ink-muted">{t("until", { time: moment(current.untilAt) })}</span>
          )}
        </p>
      )}
      {calendar !== undefined && !calendar.isBroken && (
        <>
          <div className="max-md:hidden">
            <WeekCalendar
              rota={calendar}
              week={week}
              {...(isLead && {
                onGive: setGiving,
                onTakeBack: ({ key, person }) => setCancelling({ id: key, name: nameOf(person) }),
              })}
            />
          </div>
          <div className="md:hidden">
            <WeekAgenda rota={calendar} week={week} />
          </div>
          <details className="max-md:hidden">
            <summary className="w-fit cursor-pointer text-sm text-ink-muted hover:text-ink">{t("asList")}</summary>
            <WeekAgenda rota={calendar} week={week} />
          </details>
        </>
      )}
      {away !== undefined && away.length > 0 && (
        <p className="text-sm text-ink-muted">{t("away", { people: away.join("; ") })}</p>
      )}
      <Swaps rota={rota} onTakeBack={isLead ? setCancelling : null} />
      {giving !== null && (
        <GiveDialog
          portalId={portalId}
          rota={rota}
          giving={giving}
          onClose={() => setGiving((now) => (now === giving ? null : now))}
        />
      )}
      {cancelling !== null && (
        <TakeBackDialog
          portalId={portalId}
          override={cancelling}
          onClose={() => setCancelling((now) => (now === cancelling ? null : now))}
        />
      )}
    </Card>
  );
}

type SwapsProps = { rota: Rota; onTakeBack: ((override: { id: string; name: string }) => void) | null };

function Swaps({ rota, onTakeBack }: SwapsProps) {
  const t = useTranslations("notifications.onCall");
  const shortTime = useShortTime();
  return (
    <section>
      <h4 className="mb-1.5 font-medium text-ink-muted">{t("overrides")}</h4>
      {rota.overrides.length === 0 && <p className="text-ink-muted">{t("noOverrides")}</p>}
      <ul className="space-y-1.5">
        {rota.overrides.map(({ id, state, person, askedBy, fromAt, untilAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="text-ink-muted tabular-nums">
              {shortTime(fromAt)} – {shortTime(untilAt)}
            </span>
            <span className="font-medium wrap-anywhere">{person.name}</span>
            <StatusBadge tone={STATE_TONE[state]}>{t(`states.${state}`)}</StatusBadge>
            <span className="text-sm text-ink-muted">{t("askedBy", { name: askedBy })}</span>
            {onTakeBack !== null && (state === "agreed" || state === "offered") && (
              <Button
                size="sm"
                variant="ghost"
                aria-label={t("takeBack.actionOf", { name: person.name })}
                onClick={() => onTakeBack({ id, name: person.name })}
              >
                <Undo2 aria-hidden />
                {t("takeBack.action")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
