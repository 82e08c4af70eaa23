import { useToast } from "@botdeck/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { type AuditSearch, filterOf } from "./search.ts";

/** Gives the acts that fit to the reader as a file. */
export function useExport(): { isBusy: boolean; exportActs: (search: AuditSearch) => Promise<void> } {
  const t = useTranslations("access.audit");
  const toast = useToast();
  const tellFailure = useTellFailure();
  const { mutateAsync, isPending } = useMutation(useTRPC().audit.export.mutationOptions());
  return {
    isBusy: isPending,
    async exportActs(search) {
      try {
        const { csv, rows, isWhole } = await mutateAsync(filterOf(search));
        saveFile(csv, `audit-${new Date().toISOString().slice(0, 10)}.csv`);
        toast.show({ title: t(isWhole ? "exported" : "exportedPart", { rows }) });
      } catch (error) {
        tellFailure(error);
      }
    },
  };
}

function saveFile(csv: string, name: string): void {
  // With the mark, programs for tables read Cyrillic as what it is.
  const url = URL.createObjectURL(new Blob(["\uFEFF", csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
