import { Badge, cn, Skeleton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { FaultLines } from "../../../components/fault/fault-note.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import { useWords } from "../use-words.ts";
import type { LetterFilter } from "./filter-of.ts";

/** As many letters as the server looks at for their causes. */
const LETTERS_LOOKED_AT = 10_000;

type Props = {
  filter: LetterFilter;
  chosen: string | undefined;
  onChoose: (causeId: string | undefined) => void;
};

/** What letters died of, the most frequent first; one of them narrows the list. */
export function CauseList({ filter, chosen, onChoose }: Props) {
  const t = useTranslations("deliveries.letters");
  const format = useFormatter();
  const words = useWords();
  const shortTime = useShortTime();
  const { data } = useQuery(useTRPC().deadLetter.causes.queryOptions({ ...filter, causeId: null }));
  const counted = data?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <section aria-labelledby="letter-causes" className="min-w-0">
      <h3 id="letter-causes" className="font-semibold">
        {t("causes")}
      </h3>
      <p className="text-sm text-pretty text-ink-muted">
        {counted >= LETTERS_LOOKED_AT ? t("causesCut", { count: LETTERS_LOOKED_AT }) : t("causesText")}
      </p>
      {data === undefined && <Skeleton className="mt-2 h-24" />}
      {data !== undefined && (
        <ul className="mt-2 flex flex-col gap-1.5 max-lg:max-h-56 max-lg:overflow-y-auto lg:max-h-[60vh] lg:overflow-y-auto">
          <li>
            <CauseButton isChosen={chosen === undefined} onPress={() => onChoose(undefined)}>
              <span className="font-medium">{t("allCauses")}</span>
            </CauseButton>
          </li>
          {data.map(({ causeId, cause, kind, portalId, portalDomain, count, lastAt }) => (
            <li key={`${causeId} ${kind} ${portalId}`}>
              <CauseButton
                isChosen={chosen === causeId}
                onPress={() => onChoose(chosen === causeId ? undefined : causeId)}
              >
                <span className="flex items-start gap-2">
                  <span className="min-w-0 flex-1 font-medium wrap-anywhere">
                    <FaultLines text={cause === "" ? t("noReason") : cause} />
                  </span>
                  <Badge tone="danger" aria-label={t("causeCount", { count })}>
                    {format.number(count)}
                  </Badge>
                </span>
                <span className="mt-0.5 block text-sm wrap-anywhere text-ink-muted">
                  {inOneLine([words("kinds", kind), portalDomain, shortTime(lastAt)])}
                </span>
              </CauseButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type ButtonProps = { isChosen: boolean; onPress: () => void; children: ReactNode };

function CauseButton({ isChosen, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onPress}
      className={cn(
        "block w-full rounded-md border border-line bg-surface px-2.5 py-1.5 text-left hover:bg-sunken",
        isChosen && "border-accent bg-accent-tint hover:bg-accent-tint",
      )}
    >
      {children}
    </button>
  );
}
