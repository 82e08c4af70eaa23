import { useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import { useEntityText } from "./use-entity-text.ts";
import { percentOf, type Understood } from "./understood.ts";

/** All that a message was understood to mean: every intent that came into question, who ranked them, and what was named. */
export function UnderstoodDetails({ understood }: { understood: Understood }) {
  const t = useTranslations("understood");
  const nameOf = useNames();
  const entityText = useEntityText();
  const { intents, provider, fellBackFrom, entities } = understood;
  const by = nameOf("providers", provider);
  return (
    <div className="flex flex-col gap-3">
      {intents.length > 0 && (
        <dl aria-label={t("intents")} className="flex flex-col gap-1.5">
          {intents.map(({ intent, confidence }) => (
            <div key={intent} className="grid grid-cols-[minmax(0,1fr)_6rem_2.5rem] items-center gap-2">
              <dt className="truncate">{nameOf("intents", intent)}</dt>
              <dd className="contents">
                <progress
                  aria-hidden
                  max={100}
                  value={percentOf(confidence)}
                  className="h-1.5 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent"
                />
                <span className="text-right text-ink-muted tabular-nums">{percentOf(confidence)}%</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-sm text-ink-muted">
        {fellBackFrom === null
          ? `${t("by")}: ${by}`
          : t("failed", { provider: nameOf("providers", fellBackFrom), instead: by })}
      </p>
      {entities.length > 0 && (
        <section>
          <h3 className="mb-1.5 text-sm font-medium">{t("entities")}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {entities.map((entity, index) => (
              <li
                // oxlint-disable-next-line react/no-array-index-key -- they never change, and the same may be named twice
                key={index}
                className="rounded-full bg-neutral-tint px-2 py-0.5 text-sm wrap-anywhere"
              >
                <span className="text-ink-muted">{t(`kinds.${entity.kind}`)}</span> {entityText(entity)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
