import { Card } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { useWords } from "../use-words.ts";
import type { OpenedLetter } from "./opened-letter.ts";

/** Who did what with a letter, the newest first. */
export function ActList({ acts }: { acts: OpenedLetter["acts"] }) {
  const t = useTranslations("deliveries.letter");
  const words = useWords();
  const shortTime = useShortTime();
  return (
    <Card>
      <h3 className="font-semibold">{t("acts")}</h3>
      {acts.length === 0 && <p className="text-ink-muted">{t("noActs")}</p>}
      {acts.length > 0 && (
        <ol className="mt-2 flex flex-col gap-2.5">
          {acts.map(({ id, at, actorName, action, detail }) => {
            const reason = detail["reason"];
            return (
              <li key={id}>
                <p className="wrap-anywhere">
                  <span className="font-medium">{actorName}</span> {words("actions", action)}
                </p>
                {typeof reason === "string" && <p className="text-ink-muted wrap-anywhere">{reason}</p>}
                <p className="text-sm text-ink-muted">
                  <time dateTime={at}>{shortTime(at)}</time>
                </p>
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}
