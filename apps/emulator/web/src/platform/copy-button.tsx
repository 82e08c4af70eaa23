import { IconButton, useToast } from "@botdeck/ui";
import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { useProblemText } from "../api/use-problem-text.ts";

/** Copies a text for use elsewhere. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast.show({ title: t("composer.copied") });
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.copy"), text: problemText(error) });
    }
  };
  return <IconButton size="sm" label={label} icon={<Copy aria-hidden />} onClick={() => void copy()} />;
}
