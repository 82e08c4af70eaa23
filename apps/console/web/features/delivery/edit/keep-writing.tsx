import { Button, Dialog } from "@botdeck/ui";
import { useTranslations } from "use-intl";

type Props = { isOpen: boolean; onStay: () => void; onLeave: () => void };

/** Asks, above the dialog that somebody is about to leave, whether what they wrote may be lost; Escape goes on writing. */
export function KeepWriting({ isOpen, onStay, onLeave }: Props) {
  const t = useTranslations("deliveries.edit.leave");
  const tApp = useTranslations("app");
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && onStay()}
      title={t("title")}
      text={t("text")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button variant="danger" onClick={onLeave}>
            {t("leave")}
          </Button>
          <Button variant="primary" onClick={onStay}>
            {t("stay")}
          </Button>
        </>
      }
    />
  );
}
