import { Button } from "@botdeck/ui";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

/** Something to be entered elsewhere, with a button that copies it. */
export function Copied({ name, text }: { name?: string; text: string }) {
  const t = useTranslations("portals.connecting");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <div>
      {name !== undefined && <p className="text-sm font-medium">{name}</p>}
      <div className="mt-1 flex items-start gap-2">
        <code className="min-w-0 flex-1 rounded-md bg-sunken px-2 py-1.5 font-mono text-sm break-all select-all">
          {text}
        </code>
        <Button aria-label={`${t("copy")}: ${name ?? text}`} onClick={() => void copy()}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {t(isCopied ? "copied" : "copy")}
        </Button>
      </div>
    </div>
  );
}
