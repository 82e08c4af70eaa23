import { Badge } from "@botdeck/ui";
import { Paperclip } from "lucide-react";
import { useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import type { Details } from "./details.tsx";
import { Facts } from "./facts.tsx";

/** What the client sent in this visit; of a file that was of no use, why. */
export function FileFacts({ files }: Pick<Details, "files">) {
  const t = useTranslations();
  const nameOf = useNames();
  if (files.length === 0) return null;
  return (
    <Facts title={t("details.files")}>
      <ul className="flex flex-col gap-1 text-sm">
        {files.map(({ id, name, problem }) => (
          <li key={id} className="flex min-w-0 items-center gap-1.5">
            <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
            <span className="truncate">{name ?? t("conversation.file")}</span>
            {problem !== null && <Badge tone="warning">{nameOf("fileProblems", problem)}</Badge>}
          </li>
        ))}
      </ul>
    </Facts>
  );
}
