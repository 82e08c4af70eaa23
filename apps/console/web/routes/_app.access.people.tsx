import { createFileRoute } from "@tanstack/react-router";

import { PeoplePage } from "../features/access/people/people-page.tsx";
import { PeopleSearch } from "../features/access/people/search.ts";

export const Route = createFileRoute("/_app/access/people")({ validateSearch: PeopleSearch, component: PeoplePage });
