import { Button, buttonLook, EmptyState, IconButton } from "@botdeck/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarClock, ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { useKeys } from "../../../components/use-keys.ts";
import { useTRPC } from "../../../trpc.ts";
import { RoomPage } from "../room-page.tsx";
import { usePortalId } from "../use-portal-id.ts";
import { useRole } from "../use-role.ts";
import { RotaCard } from "./rota-card.tsx";
import { weekOf, weeksOn } from "./week.ts";

/** Turns change by themselves; the page looks now and then. */
const REFRESH_MS = 60_000;

/** Who is on call, now and in the week that the address names. */
export function OnCallPage() {
  const t = useTranslations("notifications.onCall");
  const trpc = useTRPC();
  const portalId = usePortalId();
  const { portal, week: day } = useSearch({ from: "/_app/notifications/on-call/" });
  const { isLead } = useRole();
  const week = useMemo(() => weekOf(day, new Date()), [day]);
  const {
    data: rotas,
    error,
    refetch,
  } = useQuery(trpc.rota.list.queryOptions({ portalId }, { refetchInterval: REFRESH_MS }));
  const span = { fromAt: week.fromAt.toISOString(), untilAt: week.untilAt.toISOString() };
  const { data: calendars } = useQuery(
    trpc.rota.calendar.queryOptions(
      { portalId, ...span },
      { refetchInterval: REFRESH_MS, placeholderData: keepPreviousData },
    ),
  );
  const add = isLead && (
    <Link
      to="/notifications/on-call/$rotaId"
      params={{ rotaId: "new" }}
      search={{ portal }}
      className={buttonLook({ variant: "primary" })}
    >
      <Plus aria-hidden />
      {t("add")}
    </Link>
  );
  return (
    <RoomPage
      isWide
      title={t("title")}
      tabTitle={t("title")}
      text={t("text")}
      actions={rotas !== undefined && rotas.length > 0 && add}
      aboveContent={rotas !== undefined && rotas.length > 0 && <WeekChoice day={day} />}
      isPending={rotas === undefined}
      error={rotas === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      {rotas?.length === 0 && (
        <EmptyState
          icon={<CalendarClock />}
          title={t("empty.title")}
          text={t(isLead ? "empty.text" : "empty.askLead")}
          action={add}
        />
      )}
      {rotas?.map((rota) => (
        <RotaCard
          key={rota.id}
          portalId={portalId}
          rota={rota}
          calendar={calendars?.find(({ id }) => id === rota.id)}
          week={week}
        />
      ))}
    </RoomPage>
  );
}

function WeekChoice({ day }: { day: string | undefined }) {
  const t = useTranslations("notifications.onCall");
  const format = useFormatter();
  const navigate = useNavigate();
  const { portal } = useSearch({ strict: false });
  const now = new Date();
  const week = weekOf(day, now);
  const isThisWeek = now >= week.fromAt && now < week.untilAt;
  const last = week.midnights[6] ?? week.untilAt;
  const go = (next: string | undefined) =>
    void navigate({ to: "/notifications/on-call", search: { portal, week: next }, replace: true });
  const step = (weeks: number) => go(weeksOn(week, weeks));
  useKeys({ ArrowLeft: () => step(-1), ArrowRight: () => step(1) });
  return (
    <nav aria-label={t("week")} className="flex flex-wrap items-center gap-2">
      <IconButton
        variant="secondary"
        label={t("previousWeek")}
        icon={<ChevronLeft aria-hidden />}
        onClick={() => step(-1)}
      />
      <IconButton
        variant="secondary"
        label={t("nextWeek")}
        icon={<ChevronRight aria-hidden />}
        onClick={() => step(1)}
      />
      <p aria-live="polite" className="px-1 font-medium tabular-nums">
        {format.dateTimeRange(week.fromAt, last, { day: "numeric", month: "short", year: "numeric" })}
      </p>
      {!isThisWeek && (
        <Button variant="ghost" onClick={() => go(undefined)}>
          {t("thisWeek")}
        </Button>
      )}
    </nav>
  );
}
