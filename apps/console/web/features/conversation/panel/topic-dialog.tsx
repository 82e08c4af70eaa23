import { Button, Dialog, Field, Select } from "@botdeck/ui";
import { useState } from "react";
import { useMessages, useTranslations } from "use-intl";

import type { DeskActs } from "./use-desk-acts.ts";

type Props = { topic: string | null; acts: DeskActs; onClose: () => void };

/** Says what a conversation is about. */
export function TopicDialog({ topic, acts, onClose }: Props) {
  const t = useTranslations("desk");
  const tApp = useTranslations("app");
  const { topics } = useMessages();
  const [chosen, setChosen] = useState(topic ?? "other");
  const named = Object.entries(topics).map(([value, label]) => ({ value, label }));
  // A bot of a deployment's own has topics that have no name here.
  const options = chosen in topics ? named : [...named, { value: chosen, label: chosen }];
  const save = async () => {
    if (await acts.setTopic(chosen, topic)) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("setTopic")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" isBusy={acts.isBusy} disabled={chosen === topic} onClick={() => void save()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <Field label={t("topic")}>
        <Select value={chosen} options={options} onChange={setChosen} className="w-full" />
      </Field>
    </Dialog>
  );
}
