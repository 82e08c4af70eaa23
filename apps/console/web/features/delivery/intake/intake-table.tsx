import { cn } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";

import type { IntakeHours } from "../search.ts";
import { type Figure, type Figures, FIGURES } from "./sum-up.ts";

type Row = {
  key: string;
  name: string;
  /** Where its own figures are; null for none. */
  link: { portal: string; hours: IntakeHours } | null;
  figures: Figures;
};

type Props = {
  title: string;
  firstColumn: string;
  rows: readonly Row[];
  /** Null where another table tells it already. */
  total: Figures | null;
};

/** A border would stay behind when the rows move beneath it. */
const HEAD = "px-3 py-2 font-medium whitespace-nowrap shadow-[inset_0_-1px_0_var(--color-line)]";

/** What needs somebody stands out when it is there. */
const LOOK: Partial<Record<Figure, string>> = { waiting: "text-warning font-medium", dead: "text-danger font-medium" };

/** Events and what became of them, a row for each hour or portal. */
export function IntakeTable({ title, firstColumn, rows, total }: Props) {
  const t = useTranslations("deliveries.intake");
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">{title}</h3>
      <div
        tabIndex={0}
        role="group"
        aria-label={title}
        className="relative mt-2 max-h-[26rem] overflow-auto rounded-lg border border-line bg-surface"
      >
        <table className="w-full text-right tabular-nums" data-intake>
          <thead className="sticky top-0 z-10 bg-surface text-sm text-ink-muted">
            <tr>
              <th scope="col" className={cn("sticky left-0 bg-surface text-left", HEAD)}>
                {firstColumn}
              </th>
              {FIGURES.map((figure) => (
                <th key={figure} scope="col" className={HEAD}>
                  {t(figure)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {total !== null && <FigureRow name={t("total")} figures={total} isTotal />}
            {rows.map(({ key, name, link, figures }) => (
              <FigureRow key={key} name={name} link={link} figures={figures} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = { name: string; link?: Row["link"]; figures: Figures; isTotal?: boolean };

function FigureRow({ name, link = null, figures, isTotal = false }: RowProps) {
  const format = useFormatter();
  return (
    <tr className={cn(isTotal && "font-semibold")}>
      <th
        scope="row"
        className={cn(
          "sticky left-0 max-w-40 truncate bg-surface px-3 py-1.5 text-left sm:max-w-none",
          isTotal ? "font-semibold" : "font-normal",
        )}
      >
        {link === null ? (
          name
        ) : (
          <Link to="/deliveries/intake" search={link} className="text-accent underline underline-offset-2">
            {name}
          </Link>
        )}
      </th>
      {FIGURES.map((figure) => (
        <td
          key={figure}
          data-figure={figure}
          className={cn("px-3 py-1.5", figures[figure] === 0 ? "text-ink-muted" : LOOK[figure])}
        >
          {format.number(figures[figure])}
        </td>
      ))}
    </tr>
  );
}
