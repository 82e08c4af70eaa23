import { Card, cn } from "@botdeck/ui";
import { ArrowDown, ArrowUp, Equal } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";

type Props = {
  name: string;
  /** What is counted, in a sentence. */
  definition: string;
  /** The figure itself, as links to what is behind it. */
  value: ReactNode;
  /** What it is a share of, in words. */
  basis: ReactNode;
  /** Null where there is nothing to compare with. */
  change: Change | null;
};

export type Change = {
  /** Above 0 when it rose; 0 when it is the same as far as is shown. */
  by: number;
  text: string;
  /** Whether more of it is better. */
  isMoreBetter: boolean;
};

/** One figure, what it means, and how it was before. */
export function FigureCard({ name, definition, value, basis, change }: Props) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="flex min-w-0 flex-col gap-1 p-3">
      <h2 id={id} className="font-medium text-ink-muted">
        {name}
      </h2>
      <p className="text-2xl font-semibold tracking-tight tabular-nums">{value}</p>
      <p className="text-sm">{basis}</p>
      {change !== null && <ChangeText change={change} />}
      <p className="mt-auto pt-1 text-sm text-pretty text-ink-muted">{definition}</p>
    </Card>
  );
}

function ChangeText({ change: { by, text, isMoreBetter } }: { change: Change }) {
  const t = useTranslations("quality.change");
  if (by === 0) {
    return (
      <p className="flex items-center gap-1 text-sm text-ink-muted">
        <Equal aria-hidden className="size-3.5 shrink-0" />
        {t("same")}
      </p>
    );
  }
  const isBetter = by > 0 === isMoreBetter;
  const Arrow = by > 0 ? ArrowUp : ArrowDown;
  return (
    <p className={cn("flex items-center gap-1 text-sm", isBetter ? "text-human" : "text-danger")}>
      <Arrow aria-hidden className="size-3.5 shrink-0" />
      <span>
        {text} <span className="text-ink-muted">{t(isBetter ? "better" : "worse")}</span>
      </span>
    </p>
  );
}
