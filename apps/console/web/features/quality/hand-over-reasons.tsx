import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import { useTRPC } from "../../trpc.ts";
import { FigureLink } from "./figure-link.tsx";
import { Panel } from "./panel.tsx";
import type { filterOf, Period } from "./search.ts";
import { ShareBar } from "./share-bar.tsx";
import { usePercent } from "./use-percent.ts";

type Props = { asked: { filter: ReturnType<typeof filterOf>; period: Period }; total: number };

/** Why people were called. */
export function HandOverReasons({ asked, total }: Props) {
  const t = useTranslations("quality.reasons");
  const names = useNames();
  const format = useFormatter();
  const percent = usePercent();
  const query = useQuery(useTRPC().quality.groups.queryOptions({ ...asked, by: "cause", kind: "handed_over" }));
  const valueOf = (decided: number) => `${format.number(decided)} · ${percent(total === 0 ? null : decided / total)}`;
  return (
    <Panel title={t("title")} text={t("text", { total })} query={query}>
      {query.data?.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <ul className="flex flex-col gap-2.5">
        {query.data?.map(({ key: [, cause], decided }) => (
          <li key={cause} className="flex flex-col gap-1">
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 wrap-anywhere first-letter:uppercase">{names("causes", cause ?? "")}</span>
              <FigureLink
                to={{ figure: "handed_over", cause: cause ?? undefined }}
                label={t("open", { cause: names("causes", cause ?? ""), value: valueOf(decided) })}
                className="shrink-0 tabular-nums"
              >
                {valueOf(decided)}
              </FigureLink>
            </span>
            <ShareBar share={total === 0 ? 0 : decided / total} look="bg-warning" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
