import { Button, Textarea } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

/** A comment in a timeline or under a task; stays in the input when it was not taken. */
export function NewComment({ isBusy, onAdd }: { isBusy: boolean; onAdd: (text: string) => Promise<boolean> }) {
  const t = useTranslations("crm");
  const [text, setText] = useState("");
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void onAdd(text.trim()).then((isDone) => isDone && setText(""));
      }}
    >
      <Textarea
        rows={1}
        aria-label={t("newComment")}
        placeholder={t("newComment")}
        className="max-h-32 min-h-8 flex-1 resize-none"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" isBusy={isBusy} disabled={text.trim() === ""}>
        {t("add")}
      </Button>
    </form>
  );
}
