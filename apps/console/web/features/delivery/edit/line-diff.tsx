import { useTranslations } from "use-intl";

import type { DiffLine } from "../../../../server/dead-letter/edit/diff-lines.ts";

/** Two payloads line by line: what goes is marked by a minus, what comes by a plus. */
export function LineDiff({ label, lines }: { label: string; lines: readonly DiffLine[] }) {
  return (
    <pre
      data-diff
      tabIndex={0}
      aria-label={label}
      className="max-h-96 overflow-auto rounded-md bg-sunken py-2 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
    >
      {lines.map((line, index) => (
        <Line key={index} {...line} />
      ))}
    </pre>
  );
}

function Line({ kind, text }: DiffLine) {
  const t = useTranslations("deliveries.edit");
  if (kind === "same") return <span className="block pr-3 pl-7">{text}</span>;
  const Marked = kind === "removed" ? "del" : "ins";
  const look = kind === "removed" ? "bg-danger-tint text-danger" : "bg-human-tint text-human";
  return (
    <Marked className={`relative block pr-3 pl-7 no-underline ${look}`}>
      <span aria-hidden className="absolute left-3">
        {kind === "removed" ? "−" : "+"}
      </span>
      <span className="sr-only">{t(kind)}: </span>
      {text}
    </Marked>
  );
}
