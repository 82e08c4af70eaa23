import { buttonLook, cn, Dialog } from "@botdeck/ui";
import { Download, FileText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MessageFile } from "../api/types.ts";
import { useFileSize } from "./use-file-size.ts";

/** The files of a message: pictures to look at, everything to download. */
export function MessageFiles({ files }: { files: MessageFile[] }) {
  return files.map((file) =>
    file.type === "image" ? <Picture key={file.id} file={file} /> : <Card key={file.id} file={file} />,
  );
}

function Picture({ file }: { file: MessageFile }) {
  const t = useTranslations();
  const size = useFileSize();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={t("chat.enlarge", { name: file.name })}
        className="block w-fit overflow-hidden rounded-lg border border-line hover:border-line-strong"
        onClick={() => setOpen(true)}
      >
        <img
          src={file.url}
          alt={file.name}
          loading="lazy"
          className="max-h-56 min-h-12 max-w-full min-w-12 bg-surface object-contain"
        />
      </button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={file.name}
        text={size(file.sizeBytes)}
        closeLabel={t("app.close")}
        footer={
          <a href={file.url} download={file.name} className={cn(buttonLook({ variant: "primary" }))}>
            <Download aria-hidden />
            {t("chat.download")}
          </a>
        }
      >
        <img src={file.url} alt={file.name} className="mx-auto max-h-[60dvh] max-w-full object-contain" />
      </Dialog>
    </>
  );
}

function Card({ file }: { file: MessageFile }) {
  const size = useFileSize();
  return (
    <a
      href={file.url}
      download={file.name}
      className="flex items-center gap-2 rounded-lg border border-line bg-surface px-2 py-1.5 hover:border-line-strong"
    >
      <FileText aria-hidden className="size-5 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{file.name}</span>
        <span className="block text-xs text-ink-muted">{size(file.sizeBytes)}</span>
      </span>
      <Download aria-hidden className="size-4 shrink-0 text-ink-muted" />
    </a>
  );
}
