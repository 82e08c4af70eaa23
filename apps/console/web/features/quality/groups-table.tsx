import { Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";
import { FigureLink } from "./figure-link.tsx";
import { narrowedTo } from "./narrowed-to.ts";
import { Panel } from "./panel.tsx";
import type { GroupRow } from "./quality-data.ts";
import { type filterOf, type Group, GROUPS, type Period, type QualitySearch } from "./search.ts";
import { useDuration } from "./use-duration.ts";
import { useGroupName } from "./use-group-name.ts";
import { usePercent } from "./use-percent.ts";

type Props = { asked: { filter: ReturnType<typeof filterOf>; period: Period }; search: QualitySearch };

/** The same figures bot by bot, line by line, and so on. */
export function GroupsTable({ asked, search }: Props) {
  const t = useTranslations("quality.groups");
  const navigate = useNavigate();
  const by = search.by ?? "bot";
  const query = useQuery(useTRPC().quality.groups.queryOptions({ ...asked, by }));
  return (
    <Panel
      title={t("title")}
      text={t("text")}
      query={query}
      actions={
        <Select
          label={t("by")}
          value={by}
          options={GROUPS.map((one) => ({ value: one, label: t(`name.${one}`) }))}
          onChange={(next) => void navigate({ to: "/quality", search: { ...search, by: next }, resetScroll: false })}
          className="w-auto min-w-40"
        />
      }
    >
      {/* Wider than a phone: it scrolls by itself, with the keyboard too. */}
      <div tabIndex={0} role="region" aria-label={t("title")} className="-mx-4 overflow-x-auto px-4">
        <table className="w-full min-w-160 border-collapse tabular-nums">
          <thead>
            <tr className="text-left text-sm text-ink-muted [&>th]:py-1.5 [&>th]:font-medium">
              <th scope="col">{t(`name.${by}`)}</th>
              {(["visits", "containment", "handedOver", "recontact", "satisfaction", "firstResponse"] as const).map(
                (name) => (
                  <th key={name} scope="col" className="pl-3 text-right">
                    {t(`column.${name}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {query.data?.map((row) => (
              <Row key={JSON.stringify(row.key)} by={by} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ by, row }: { by: Group; row: GroupRow }) {
  const t = useTranslations("quality.groups");
  const format = useFormatter();
  const percent = usePercent();
  const duration = useDuration();
  const name = useGroupName()(by, row);
  const { p50Ms, p95Ms } = row.firstResponse;
  const inIt = narrowedTo(by, row.key);
  const link = (figure: "decided" | "contained" | "handed_over" | "recontacted" | "satisfied", text: string) => (
    <FigureLink to={{ ...inIt, figure }} label={t("open", { name, value: text })}>
      {text}
    </FigureLink>
  );
  const cells = [
    link("decided", format.number(row.decided)),
    link("contained", percent(row.containment.share)),
    link("handed_over", percent(row.handedOver.share)),
    link("recontacted", percent(row.recontact.share)),
    link("satisfied", percent(row.satisfaction.share)),
    p50Ms === null || p95Ms === null ? "–" : `${duration(p50Ms)} / ${duration(p95Ms)}`,
  ];
  return (
    <tr className="border-t border-line [&>*]:py-2">
      <th scope="row" className="max-w-64 pr-2 text-left font-normal wrap-anywhere">
        {name}
      </th>
      {cells.map((cell, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- columns never move
        <td key={index} className="pl-3 text-right whitespace-nowrap">
          {cell}
        </td>
      ))}
    </tr>
  );
}
