import { createFileRoute } from "@tanstack/react-router";

import { LetterPage } from "../features/delivery/letter/letter-page.tsx";
import { LetterSearch } from "../features/delivery/search.ts";

export const Route = createFileRoute("/_app/deliveries/letters/$id")({
  // The list that it was opened from, for the way back.
  validateSearch: LetterSearch,
  component: Letter,
});

function Letter() {
  const { id } = Route.useParams();
  return <LetterPage key={id} id={id} />;
}
