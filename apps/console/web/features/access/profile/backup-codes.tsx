import { Button, Dialog } from "@botdeck/ui";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

type Props = { codes: readonly string[]; onClose: () => void };

/** The codes for when the app is lost; they are gone when this is closed. */
export function BackupCodes({ codes, onClose }: Props) {
  const t = useTranslations("access");
  const tApp = useTranslations("app");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    setIsCopied(true);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("factor.codes.title")}
      text={t("factor.codes.text")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={() => void copy()}>
            {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {tApp(isCopied ? "copied" : "copy")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t("factor.codes.done")}
          </Button>
        </>
      }
    >
      <ul data-backup-codes className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md bg-sunken p-3 font-mono">
        {codes.map((code) => (
          <li key={code} className="text-center select-all">
            {code}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
