import { Button, Dialog } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { CopiedText } from "../../../components/copied-text.tsx";

export type NewHook = { id: string; name: string; kind: string; secret: string };

type Props = {
  hook: NewHook | null;
  /** The whole of it, where the console knows it. */
  address: string | null;
  onClose: () => void;
};

/** What the system that posts has to know. The secret is gone when this is closed. */
export function MadeHook({ hook, address, onClose }: Props) {
  const t = useTranslations("notifications.sources.made");
  const tApp = useTranslations("app");
  if (hook === null) return null;
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: hook.name })}
      text={t("text")}
      closeLabel={tApp("close")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <CopiedText
          label={t("address")}
          {...(address === null && { hint: t("addressHint") })}
          text={address ?? `/hooks/${hook.kind}/${hook.id}`}
        />
        <CopiedText label={t("secret")} hint={t("secretHint")} text={hook.secret} />
      </div>
    </Dialog>
  );
}
