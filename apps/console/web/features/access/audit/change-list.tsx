import { useTranslations } from "use-intl";

import type { Change } from "./changes-of.ts";

/** What was so before, struck out, and what is so now. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations("access.audit");
  return (
    <ul data-changes className="flex flex-col gap-1">
      {changes.map(({ name, before, after }) => (
        <li key={name ?? ""} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          {name !== null && <span className="font-mono text-sm text-ink-muted">{name}</span>}
          {before !== null && (
            <del className="rounded-sm bg-danger-tint px-1 text-danger wrap-anywhere">
              <span className="sr-only">{t("before")}: </span>
              <Value of={before} />
            </del>
          )}
          {after === null ? (
            <span className="text-ink-muted">→ {t("nothing")}</span>
          ) : (
            <>
              {before !== null && <span aria-hidden>→</span>}
              <ins className="rounded-sm bg-human-tint px-1 text-human no-underline wrap-anywhere">
                <span className="sr-only">{t("after")}: </span>
                <Value of={after} />
              </ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A value as people read it; what has parts, as it is kept. */
export function Value({ of: value }: { of: unknown }) {
  const t = useTranslations("access.audit");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "string") return value === "" ? "“”" : value;
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined) return t("nothing");
  return <code className="font-mono text-sm whitespace-pre-wrap">{JSON.stringify(value)}</code>;
}
