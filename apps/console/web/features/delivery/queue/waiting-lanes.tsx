import { Link, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { useAge } from "./use-age.ts";
import type { PortalQueue } from "./portal-card.tsx";

type Waiting = PortalQueue["waiting"][number];

/** What waits in each lane, the most urgent first: how many, since when and whether the budget lets them go. */
export function WaitingLanes({ portal }: { portal: PortalQueue }) {
  const t = useTranslations("deliveries.queue.columns");
  return (
    <div className="relative">
      <table className="w-full text-left max-sm:block">
        <thead className="text-sm text-ink-muted max-sm:sr-only">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              {t("lane")}
            </th>
            <th scope="col" className="w-24 py-1.5 pr-4 text-right font-medium">
              {t("count")}
            </th>
            <th scope="col" className="w-36 py-1.5 pr-4 font-medium">
              {t("oldest")}
            </th>
            <th scope="col" className="py-1.5 font-medium">
              {t("why")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line max-sm:block">
          {portal.waiting.map((waiting) => (
            <LaneRow key={waiting.lane} waiting={waiting} portal={portal} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LaneRow({ waiting, portal }: { waiting: Waiting; portal: PortalQueue }) {
  const t = useTranslations("deliveries");
  const shortTime = useShortTime();
  const ageOf = useAge();
  const { lane, count, doubts, failed, oldestAt } = waiting;
  const filter = useSearch({ from: "/_app/deliveries" });
  return (
    <tr data-lane={lane} className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2">
      <th scope="row" className="py-2 pr-4 font-medium max-sm:flex-1 max-sm:p-0">
        {t(`lanes.${lane}`)}
      </th>
      <td className="py-2 pr-4 text-right font-semibold tabular-nums max-sm:p-0">
        {t(portal.isCut ? "queue.countCut" : "queue.count", { count })}
      </td>
      <td className="py-2 pr-4 whitespace-nowrap text-ink-muted max-sm:basis-full max-sm:p-0 max-sm:text-sm">
        <time dateTime={oldestAt} title={shortTime(oldestAt)}>
          {ageOf(oldestAt)}
        </time>
      </td>
      <td className="py-2 text-ink-muted max-sm:p-0 max-sm:text-sm">
        <Why waiting={waiting} state={portal.state} />
        {failed > 0 && <span className="text-warning">{`; ${t("queue.failed", { count: failed })}`}</span>}
        {doubts > 0 && (
          <span className="text-warning">
            {"; "}
            <Link to="/deliveries/in-doubt" search={{ portal: filter.portal }} className="underline underline-offset-2">
              {t("queue.inDoubt", { count: doubts })}
            </Link>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Why what waits in a lane has not left, as far as it is the same for all of it. */
function Why({ waiting, state }: { waiting: Waiting; state: PortalQueue["state"] }) {
  const t = useTranslations("deliveries.queue");
  const { lane, count, heldMs } = waiting;
  if (lane === "workflow") return t(count === 0 ? "nothing" : "toTemporal");
  if (state === "reauth" || state === "pending") return <span className="text-danger">{t(`reasons.${state}`)}</span>;
  // What is in doubt has left.
  if (count === 0) return t("nothing");
  if (heldMs === 0) return t("flows");
  return <span className="text-warning">{t("held", { seconds: Math.ceil(heldMs / 1000) })}</span>;
}
