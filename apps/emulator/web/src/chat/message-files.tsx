import { buttonLook, ChatFile, Dialog } from "@botdeck/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MessageFile } from "../api/types.ts";
import { useFileSize } from "./use-file-size.ts";

/** The files of a message: pictures to look at, everything to download. */
export function MessageFiles({ files }: { files: MessageFile[] }) {
  return files.map((file) => <OneFile key={file.id} file={file} />);
}

function OneFile({ file }: { file: MessageFile }) {
  const t = useTranslations();
  const size = useFileSize();
  const [isOpen, setOpen] = useState(false);
  const shown = { name: file.name, size: size(file.sizeBytes), url: file.url };
  if (file.type !== "image") return <ChatFile {...shown} isDownload />;
  return (
    <>
      <ChatFile
        {...shown}
        isImage
        enlarge={{ label: t("chat.enlarge", { name: file.name }), onPress: () => setOpen(true) }}
      />
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={file.name}
        text={shown.size}
        closeLabel={t("app.close")}
        footer={
          <a href={file.url} download={file.name} className={buttonLook({ variant: "primary" })}>
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
