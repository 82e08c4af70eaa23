import { createFileRoute } from "@tanstack/react-router";

import { AuditPage } from "../features/access/audit/audit-page.tsx";
import { AuditSearch } from "../features/access/audit/search.ts";

export const Route = createFileRoute("/_app/access/audit")({ validateSearch: AuditSearch, component: AuditPage });
