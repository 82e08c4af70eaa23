import { ChatFile } from "@botdeck/ui";
import { Paperclip } from "lucide-react";
import { useTranslations } from "use-intl";

import type { ShownMessage } from "../group-messages.ts";
import { useFileSize } from "../use-file-size.ts";

type Props = { file: NonNullable<ShownMessage["files"]>[number] };

/** A file of a message: a kept picture as it is, a kept file to be saved, and what is not kept by its name. */
export function MessageFile({ file: { name, sizeBytes, kept } }: Props) {
  const t = useTranslations("conversation");
  const size = useFileSize();
  const shownName = name ?? t("file");
  const shownSize = sizeBytes === null ? "" : size(sizeBytes);
  if (kept !== null) {
    const url = `/files/${kept.id}`;
    return (
      <ChatFile name={shownName} size={shownSize} url={url} isImage={kept.isPicture} isDownload={!kept.isPicture} />
    );
  }
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-sm text-ink-muted">
      <Paperclip aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{shownName}</span>
      {shownSize !== "" && <span className="shrink-0">· {shownSize}</span>}
    </p>
  );
}
