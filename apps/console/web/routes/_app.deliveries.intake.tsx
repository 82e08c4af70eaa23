import { createFileRoute } from "@tanstack/react-router";

import { IntakePage } from "../features/delivery/intake/intake-page.tsx";
import { IntakeSearch } from "../features/delivery/search.ts";

export const Route = createFileRoute("/_app/deliveries/intake")({
  validateSearch: IntakeSearch,
  component: IntakePage,
});
