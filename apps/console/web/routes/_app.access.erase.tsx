import { createFileRoute } from "@tanstack/react-router";

import { ErasePage } from "../features/access/erase/erase-page.tsx";
import { EraseSearch } from "../features/access/erase/search.ts";

export const Route = createFileRoute("/_app/access/erase")({ validateSearch: EraseSearch, component: ErasePage });
