import { Button } from "@botdeck/ui";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

type Props = {
  /** Over the text, and said by the button; the text itself where there is none. */
  label?: string;
  hint?: string;
  text: string;
};

/** Something to be taken away, such as a secret, with a button that copies it. */
export function CopiedText({ label, hint, text }: Props) {
  const t = useTranslations("app");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <div>
      {label !== undefined && <p className="text-sm font-medium">{label}</p>}
      <div className="mt-1.5 flex items-start gap-2">
        <code className="min-w-0 flex-1 rounded-md bg-sunken px-2 py-1.5 font-mono text-sm wrap-anywhere select-all">
          {text}
        </code>
        <Button aria-label={`${t("copy")}: ${label ?? text}`} onClick={() => void copy()}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {t(isCopied ? "copied" : "copy")}
        </Button>
      </div>
      {hint !== undefined && <p className="mt-1.5 text-sm text-ink-muted">{hint}</p>}
    </div>
  );
}
