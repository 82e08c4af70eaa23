import { type Fault, readFault } from "@botdeck/core/faults";
import { cn } from "@botdeck/ui";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";

type Props = { text: string; className?: string | undefined };

type NoteProps = Props & {
  /** What failed is tried again without anybody's doing: only its caller knows. */
  isRetried?: boolean;
};

/** What went wrong and what to do, in the reader's language; as it was said itself, once somebody asks. What nobody has put into words stands as it is. */
export function FaultNote({ text, className, isRetried = false }: NoteProps) {
  const t = useTranslations("faults");
  const fault = readFault(text);
  if (fault.cause === null) return <Words fault={fault} className={className} />;
  return (
    <div className={className}>
      <p className="text-pretty">
        {t(`causes.${fault.cause}`)}
        {isRetried && ` ${t("retried")}`}
      </p>
      <details className="group mt-0.5 text-sm text-ink-muted">
        <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
          {t(fault.by === "portal" ? "portalWords" : "ourWords")}
        </summary>
        <Words fault={fault} className="mt-0.5" />
      </details>
    </div>
  );
}

/** The same in few lines, where nothing more can be pressed: the sentence, and a portal's words beneath it. */
export function FaultLines({ text, className }: Props) {
  const t = useTranslations("faults");
  const fault = readFault(text);
  const { cause, by, words, lang } = fault;
  if (cause === null) return <Words fault={fault} className={cn("line-clamp-2", className)} />;
  return (
    <span className="block min-w-0">
      <span className={cn("block text-pretty", className)}>{t(`causes.${cause}`)}</span>
      {by === "portal" && (
        <span className="line-clamp-2 text-xs font-normal wrap-anywhere text-ink-muted">
          {t("portalWords")}: <span lang={lang ?? undefined}>{words}</span>
        </span>
      )}
    </span>
  );
}

function Words({ fault: { words, lang }, className }: { fault: Fault; className?: string | undefined }) {
  return (
    <span lang={lang ?? undefined} className={cn("block wrap-anywhere", className)}>
      {words}
    </span>
  );
}
