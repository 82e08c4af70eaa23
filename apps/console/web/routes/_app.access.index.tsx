import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod/mini";

import { LINK_OUTCOMES } from "../features/access/profile/link-outcome.ts";
import { ProfilePage } from "../features/access/profile/profile-page.tsx";

/** What came of the way to a portal, for who just comes back from one. */
const Search = z.object({ link: z.catch(z.optional(z.enum(LINK_OUTCOMES)), undefined) });

export const Route = createFileRoute("/_app/access/")({ validateSearch: Search, component: ProfilePage });
