import { cn } from "@botdeck/ui";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { VisitsSearch } from "./search.ts";

type Props = {
  /** Which visits, beside the filter of the page. */
  to: Partial<VisitsSearch> & Pick<VisitsSearch, "figure">;
  /** What the link is about, where the number alone does not say it. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/** A number that opens the conversations behind it. */
export function FigureLink({ to, label, className, children }: Props) {
  const search = useSearch({ from: "/_app/quality/" });
  return (
    <Link
      to="/quality/visits"
      search={{ ...search, ...to }}
      aria-label={label}
      className={cn("rounded-sm decoration-line-strong underline-offset-4 hover:underline", className)}
    >
      {children}
    </Link>
  );
}
