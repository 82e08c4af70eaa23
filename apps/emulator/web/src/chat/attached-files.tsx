import { Paperclip, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Attachment } from "./use-attachments.ts";
import { useFileSize } from "./use-file-size.ts";

type Props = { files: readonly Attachment[]; onRemove: (id: number) => void };

export function AttachedFiles({ files, onRemove }: Props) {
  const t = useTranslations("composer");
  const size = useFileSize();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("attached")} className="flex flex-wrap gap-1.5">
      {files.map((file) => (
        <li
          key={file.id}
          className="flex h-7 max-w-full items-center gap-1.5 rounded-md border border-line bg-sunken pr-0.5 pl-2 text-sm"
        >
          <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
          <span className="truncate">{file.name}</span>
          <span className="shrink-0 text-xs text-ink-muted">{size(file.sizeBytes)}</span>
          <button
            type="button"
            aria-label={t("remove", { name: file.name })}
            onClick={() => onRemove(file.id)}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-muted hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
