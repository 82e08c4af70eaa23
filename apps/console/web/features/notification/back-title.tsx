import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { BackLink } from "../../components/back-link.tsx";

type Props = {
  /** The list that the page belongs to. */
  to: "/notifications/alerts" | "/notifications/rules" | "/notifications/on-call" | "/notifications/policies";
  /** Where it leads, for who cannot see the arrow. */
  label: string;
  children: ReactNode;
};

/** The title of a page about one thing, with the way back to its list. */
export function BackTitle({ to, label, children }: Props) {
  const { portal } = useSearch({ strict: false });
  return (
    <span className="flex items-center gap-2">
      <BackLink to={to} search={{ portal }} aria-label={label} />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
