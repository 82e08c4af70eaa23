import { Button, IconButton } from "@botdeck/ui";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";

import { PersonInput } from "../person-input.tsx";
import type { KnownPerson } from "../use-people.ts";

const MOST = 50;

type Props = {
  people: readonly string[];
  known: readonly KnownPerson[];
  problem: string | null;
  onChange: (people: string[]) => void;
};

/** The people of a layer, in the order of their turns. */
export function PeopleField({ people, known, problem, onChange }: Props) {
  const t = useTranslations("notifications.onCall.form");
  const shown = people.length === 0 ? [""] : people;
  const replace = (index: number, id: string) => onChange(shown.map((one, at) => (at === index ? id : one)));
  const swap = (index: number, other: number) =>
    onChange(shown.map((one, at) => (at === index ? shown[other] : at === other ? shown[index] : one) ?? ""));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t("people")}</legend>
      <ol className="flex flex-col gap-1.5">
        {shown.map((id, index) => {
          const number = index + 1;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- people have nothing else that stays while they are written
            <li key={index} className="flex items-center gap-1">
              <span aria-hidden className="w-5 shrink-0 text-right text-sm text-ink-muted tabular-nums">
                {number}
              </span>
              <PersonInput
                people={known}
                value={id}
                label={t("person", { number })}
                placeholder={t("personHint")}
                onChange={(next) => replace(index, next)}
                className="min-w-0 flex-1"
              />
              <IconButton
                className="disabled:border-transparent disabled:opacity-50"
                size="sm"
                label={t("up", { number })}
                icon={<ArrowUp aria-hidden />}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <IconButton
                className="disabled:border-transparent disabled:opacity-50"
                size="sm"
                label={t("down", { number })}
                icon={<ArrowDown aria-hidden />}
                disabled={index === shown.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              <IconButton
                className="disabled:border-transparent disabled:opacity-50"
                size="sm"
                label={t("removePerson", { number })}
                icon={<X aria-hidden />}
                disabled={shown.length === 1}
                onClick={() => onChange(shown.filter((_, at) => at !== index))}
              />
            </li>
          );
        })}
      </ol>
      {problem !== null && <p className="text-sm text-danger">{problem}</p>}
      {shown.length < MOST && (
        <Button size="sm" className="self-start" onClick={() => onChange([...shown, ""])}>
          <Plus aria-hidden />
          {t("addPerson")}
        </Button>
      )}
    </fieldset>
  );
}
