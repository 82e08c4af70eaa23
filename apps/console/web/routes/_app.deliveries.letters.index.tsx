import { createFileRoute } from "@tanstack/react-router";

import { LettersPage } from "../features/delivery/letters/letters-page.tsx";
import { LetterSearch } from "../features/delivery/search.ts";

export const Route = createFileRoute("/_app/deliveries/letters/")({
  validateSearch: LetterSearch,
  component: LettersPage,
});
