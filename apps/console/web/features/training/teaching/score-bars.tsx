import { useFormatter, useTranslations } from "use-intl";

import type { Run } from "../types.ts";

type Score = NonNullable<Run["before"]>;

/** Right, asked about and wrong, before and after: as bars, with their numbers. */
export function ScoreBars({ before, after }: { before: Score; after: Score }) {
  const t = useTranslations("training.teaching");
  return (
    <div className="flex flex-col gap-3">
      <Bar label={t("before")} score={before} />
      <Bar label={t("after")} score={after} />
    </div>
  );
}

const PARTS = [
  { name: "right", look: "bg-human" },
  { name: "unsure", look: "bg-warning" },
  { name: "wrong", look: "bg-danger" },
] as const;

function Bar({ label, score }: { label: string; score: Score }) {
  const t = useTranslations("training.teaching");
  const format = useFormatter();
  const shareOf = (count: number) => (score.phrases === 0 ? 0 : count / score.phrases);
  return (
    <div data-score={label}>
      <p className="mb-1 text-sm font-medium">{label}</p>
      <span aria-hidden className="flex h-2.5 w-full overflow-hidden rounded-full bg-sunken">
        {PARTS.map(({ name, look }) => (
          <span key={name} className={`block h-full ${look}`} style={{ width: `${shareOf(score[name]) * 100}%` }} />
        ))}
      </span>
      <ul className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-muted">
        {PARTS.map(({ name, look }) => (
          <li key={name} className="flex items-center gap-1 whitespace-nowrap tabular-nums">
            <span aria-hidden className={`size-2 rounded-full ${look}`} />
            {t(`parts.${name}`, {
              share: format.number(shareOf(score[name]), { style: "percent", maximumFractionDigits: 1 }),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
