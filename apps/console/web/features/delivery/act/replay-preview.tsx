import { type Tone, toneText } from "@botdeck/ui";
import type { inferRouterOutputs } from "@trpc/server";
import type { ReactNode } from "react";
import { useMessages, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useWords } from "../use-words.ts";

export type Preview = inferRouterOutputs<AppRouter>["job"]["preview"];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Props = {
  preview: Preview;
  isOne: boolean;
  acceptsTwice: boolean;
  onAcceptTwice: (accepts: boolean) => void;
};

/** What a dry run showed: how many run, which may happen twice, which stay and why. */
export function ReplayPreview({ preview, isOne, acceptsTwice, onAcceptTwice }: Props) {
  const t = useTranslations("deliveries.replay");
  const words = useWords();
  const { plain, twice, obstacles, planned, count, isCut, atLeastMs } = preview;
  const stuck = planned - plain - twice;
  const total = isCut ? `${count}+` : String(count);
  return (
    <>
      <ul className="flex flex-col gap-2">
        {plain > 0 && (
          <Line tone="human" title={t("plain", { count: plain })}>
            {t("plainText")}
          </Line>
        )}
        {twice > 0 && (
          <Line tone="warning" title={t("twice", { count: twice })}>
            {t("twiceText")}
          </Line>
        )}
        {stuck > 0 && (
          <Line tone="danger" title={t("stuck", { count: stuck })}>
            {Object.keys(obstacles)
              .map((why) => words("refusals", why))
              .join("; ")}
          </Line>
        )}
        <Warnings preview={preview} />
      </ul>
      {twice > 0 && (
        <label className="flex items-start gap-2 rounded-md border border-line px-3 py-2">
          <input
            type="checkbox"
            checked={acceptsTwice}
            onChange={({ target }) => onAcceptTwice(target.checked)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          {t(isOne ? "acceptOne" : "accept")}
        </label>
      )}
      {(count > planned || isCut) && (
        <p className="text-sm text-ink-muted">{t("planned", { planned, count: total })}</p>
      )}
      {atLeastMs >= MINUTE_MS && <AtLeast ms={atLeastMs} />}
    </>
  );
}

function Warnings({ preview }: { preview: Preview }) {
  const t = useTranslations("deliveries.replay");
  const known = useMessages().deliveries.replay.warnings;
  return Object.entries(preview.warnings).flatMap(([code, count]) =>
    code in known ? [<Line key={code} tone="neutral" title={t(`warnings.${code}`, { count })} />] : [],
  );
}

function AtLeast({ ms }: { ms: number }) {
  const t = useTranslations("deliveries.replay");
  const time =
    ms < HOUR_MS ? t("minutes", { count: Math.ceil(ms / MINUTE_MS) }) : t("hours", { count: Math.ceil(ms / HOUR_MS) });
  return <p className="text-sm text-ink-muted">{t("atLeast", { time })}</p>;
}

type LineProps = { tone: Tone; title: string; children?: ReactNode };

function Line({ tone, title, children }: LineProps) {
  return (
    <li className="flex gap-2">
      <span aria-hidden className={`mt-1.5 size-2 shrink-0 rounded-full bg-current ${toneText[tone]}`} />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children !== undefined && <p className="text-sm text-ink-muted">{children}</p>}
      </div>
    </li>
  );
}
