import { ErrorState } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { Refusal } from "./refusals.ts";

/** Why a sign-in by a portal came to nothing. */
export function RefusalNote({ why }: { why: Refusal }) {
  const t = useTranslations("entry.refused");
  return <ErrorState className="mt-5" title={t(why)} />;
}
