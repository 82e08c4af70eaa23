import type { inferRouterOutputs } from "@trpc/server";
import { useMessages, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { wordsOf } from "../../../i18n/words-of.ts";

export type Checked = inferRouterOutputs<AppRouter>["deadLetter"]["checkEdit"];
export type Problem = Extract<Checked, { kind: "problems" }>["problems"][number];

/** More at once help nobody. */
const SHOWN = 6;

/** What is wrong with a payload and where. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations("deliveries.edit");
  const { expected, formats } = useMessages().deliveries.edit;
  return (
    <span className="flex flex-col gap-1">
      {problems.slice(0, SHOWN).map(({ code, place, values }) => (
        <span key={`${code} ${place}`} data-problem={code} className="wrap-anywhere">
          {t(`problems.${code}`, {
            ...values,
            place: place === "" ? t("whole") : place,
            expected: named(expected, values["expected"]),
            format: named(formats, values["format"]),
          })}
        </span>
      ))}
      {problems.length > SHOWN && <span>{t("more", { count: problems.length - SHOWN })}</span>}
    </span>
  );
}

const named = (words: Record<string, string>, name: string | number | undefined): string =>
  wordsOf(words, String(name ?? "")) ?? String(name ?? "");
