import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";

import { useTRPC } from "../../trpc.ts";

// Most teams have one portal and never need the list.
const PortalSelect = lazy(() => import("./portal-select.tsx").then((module) => ({ default: module.PortalSelect })));

/** Names the portal; with several, chooses among them. */
export function PortalChoice() {
  const { data: portals = [] } = useQuery(useTRPC().portal.list.queryOptions());
  const [only] = portals;
  if (only === undefined) return null;
  if (portals.length === 1) return <p className="truncate text-sm text-ink-muted max-md:pb-1">{only.domain}</p>;
  return (
    <Suspense>
      <PortalSelect portals={portals} />
    </Suspense>
  );
}
