import { useFormatter, useTranslations } from "use-intl";

const KILO = 1_000;

/** Names a size in bytes as people read it: `1.2 MB`. */
export function useFileSize(): (sizeBytes: number) => string {
  const t = useTranslations("size");
  const format = useFormatter();
  return (sizeBytes) => {
    if (sizeBytes < KILO) return t("bytes", { value: sizeBytes });
    const unit = sizeBytes < KILO * KILO ? "kilobytes" : "megabytes";
    const value = sizeBytes / (unit === "kilobytes" ? KILO : KILO * KILO);
    return t(unit, { value: format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) });
  };
}
