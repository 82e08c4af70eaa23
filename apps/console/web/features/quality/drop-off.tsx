import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import { useTRPC } from "../../trpc.ts";
import { FigureLink } from "./figure-link.tsx";
import { Panel } from "./panel.tsx";
import type { filterOf, Period } from "./search.ts";
import { type DialogSteps, stepsByDialog } from "./steps-by-dialog.ts";
import { ShareBar } from "./share-bar.tsx";
import { usePercent } from "./use-percent.ts";

/** Where in dialogs clients gave up or needed a person. */
export function DropOff({ asked }: { asked: { filter: ReturnType<typeof filterOf>; period: Period } }) {
  const t = useTranslations("quality.dropOff");
  const query = useQuery(useTRPC().quality.groups.queryOptions({ ...asked, by: "step" }));
  const dialogs = stepsByDialog(query.data ?? []);
  return (
    <Panel title={t("title")} text={t("text")} query={query}>
      {dialogs.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      {dialogs.map((dialog) => (
        <Steps key={dialog.dialog} {...dialog} />
      ))}
    </Panel>
  );
}

function Steps({ dialog, visits, steps }: DialogSteps) {
  const t = useTranslations("quality.dropOff");
  const names = useNames();
  const format = useFormatter();
  const percent = usePercent();
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">
        {names("dialog", dialog)} <span className="font-normal text-ink-muted">{t("visits", { visits })}</span>
      </h3>
      <ul className="flex flex-col gap-2">
        {steps.map(({ step, abandoned, handedOver }) => (
          <li key={step ?? ""} className="flex flex-col gap-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="min-w-0 wrap-anywhere">{step === null ? t("atEnd") : names("dialog", step)}</span>
              <span className="flex gap-3 text-sm tabular-nums">
                <FigureLink to={{ figure: "abandoned", dialog, step: step ?? "" }}>
                  {t("abandoned", { count: abandoned })}
                </FigureLink>
                <FigureLink to={{ figure: "handed_over", dialog, step: step ?? "" }}>
                  {t("handedOver", { count: handedOver })}
                </FigureLink>
                <span className="w-12 text-right">{percent((abandoned + handedOver) / visits)}</span>
              </span>
            </span>
            <ShareBar share={(abandoned + handedOver) / visits} look="bg-danger" />
          </li>
        ))}
      </ul>
      {steps.length === 0 && <p className="text-sm text-ink-muted">{t("nobody", { visits: format.number(visits) })}</p>}
    </div>
  );
}
