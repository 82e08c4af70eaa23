import { useTranslations } from "use-intl";

import { inOneLine } from "../../notification/in-one-line.ts";
import { useWords } from "../use-words.ts";
import type { Preview } from "./replay-preview.tsx";

/** Some of the letters by name, with what would be sent or handled. */
export function ReplaySamples({ preview, isOne }: { preview: Preview; isOne: boolean }) {
  const t = useTranslations("deliveries");
  const words = useWords();
  const { samples, planned } = preview;
  if (samples.length === 0) return <p className="text-ink-muted">{t("replay.nothing")}</p>;
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-muted">
        {isOne ? t("replay.willSend") : `${t("replay.willSend")} (${samples.length}/${planned})`}
      </h3>
      <ul className="mt-1 divide-y divide-line rounded-md border border-line">
        {samples.map(({ id, kind, gist, portalDomain, reason, willRun }) => (
          <li key={id} className="px-3 py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{words("kinds", kind)}</span>
              <span className="text-sm text-ink-muted">{t(`replay.willRun.${willRun}`)}</span>
            </p>
            {gist !== null && <p className="line-clamp-3 wrap-anywhere">{gist}</p>}
            <p className="line-clamp-2 text-sm wrap-anywhere text-ink-muted">{inOneLine([portalDomain, reason])}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
