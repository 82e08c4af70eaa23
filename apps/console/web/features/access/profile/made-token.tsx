import { Button, Dialog } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { CopiedText } from "../../../components/copied-text.tsx";

type Props = { made: { name: string; token: string }; onClose: () => void };

/** A new token; it is gone when this is closed. */
export function MadeToken({ made: { name, token }, onClose }: Props) {
  const t = useTranslations("access");
  const tApp = useTranslations("app");
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("tokens.created", { name })}
      text={t("tokens.createdText")}
      closeLabel={tApp("close")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("tokens.done")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <CopiedText label={t("tokens.token")} text={token} />
        <CopiedText label={t("tokens.usage")} text={`Authorization: Bearer ${token}`} />
      </div>
    </Dialog>
  );
}
