import { Field, Textarea } from "@botdeck/ui";
import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";

import type { OpenedLetter } from "../letter/opened-letter.ts";
import { type Problem, ProblemList } from "./problem-list.tsx";

type Props = {
  letter: OpenedLetter;
  text: string;
  problems: readonly Problem[];
  onChange: (text: string) => void;
};

/** A payload to be changed, as JSON; says what of it may be, and what is wrong with it. */
export function PayloadField({ letter, text, problems, onChange }: Props) {
  const t = useTranslations("deliveries.edit");
  const area = useRef<HTMLTextAreaElement>(null);
  // Whoever pressed "Check" goes on where the mistakes are; a screen reader reads them there.
  useLayoutEffect(() => {
    if (problems.length > 0) area.current?.focus();
  }, [problems]);
  const hints = [
    t("places", { places: letter.editPlaces.join(", ") }),
    ...(text.includes("***") ? [t("secrets")] : []),
  ];
  return (
    <Field
      label={t("payload")}
      hint={hints.join(" ")}
      error={problems.length > 0 && <ProblemList problems={problems} />}
    >
      <Textarea
        ref={area}
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={({ target }) => onChange(target.value)}
        className="max-h-[45dvh] min-h-40 font-mono"
      />
    </Field>
  );
}
