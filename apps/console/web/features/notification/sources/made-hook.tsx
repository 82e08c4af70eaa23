import { Button, Dialog } from "@botdeck/ui";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

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
        <Copied
          name={t("address")}
          hint={address === null ? t("addressHint") : null}
          text={address ?? `/hooks/${hook.kind}/${hook.id}`}
        />
        <Copied name={t("secret")} hint={t("secretHint")} text={hook.secret} />
      </div>
    </Dialog>
  );
}

function Copied({ name, hint, text }: { name: string; hint: string | null; text: string }) {
  const t = useTranslations("notifications.sources.made");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <div>
      <p className="text-sm font-medium">{name}</p>
      <div className="mt-1.5 flex items-start gap-2">
        <code className="min-w-0 flex-1 rounded-md bg-sunken px-2 py-1.5 font-mono text-sm break-all select-all">
          {text}
        </code>
        <Button aria-label={`${t("copy")}: ${name}`} onClick={() => void copy()}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {t(isCopied ? "copied" : "copy")}
        </Button>
      </div>
      {hint !== null && <p className="mt-1.5 text-sm text-ink-muted">{hint}</p>}
    </div>
  );
}
