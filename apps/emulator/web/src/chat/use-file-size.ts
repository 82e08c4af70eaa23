import { useCallback } from "react";
import { useTranslations } from "use-intl";

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** Says a size in bytes as people read it: 1 258 291 → "1.2 MB". */
export function useFileSize(): (sizeBytes: number) => string {
  const t = useTranslations("size");
  return useCallback(
    (sizeBytes) => {
      if (sizeBytes < KILOBYTE) return t("bytes", { value: sizeBytes });
      if (sizeBytes < MEGABYTE) return t("kilobytes", { value: Math.round(sizeBytes / KILOBYTE) });
      return t("megabytes", { value: Math.round((sizeBytes / MEGABYTE) * 10) / 10 });
    },
    [t],
  );
}
