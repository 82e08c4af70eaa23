import { Button, Field, IconButton, Input, Select } from "@botdeck/ui";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Audience } from "../rules/rule-types.ts";
import { audienceName, audienceValue } from "../rules/rule-words.ts";
import { isNeedingValue, withKind, withValue } from "./change-audience.ts";

const KINDS = [
  "responsible",
  "creator",
  "participants",
  "supervisor",
  "on_call",
  "order_department",
  "person",
  "department",
  "chat",
] as const;
const MOST = 20;

type Props = {
  audience: readonly Audience[];
  problemAt: (place: string, value?: string) => string | null;
  onChange: (audience: Audience[]) => void;
};

/** Who is told: roles of the record, and people, departments, chats and rotas by name. */
export function AudienceField({ audience, problemAt, onChange }: Props) {
  const t = useTranslations("notifications");
  const options = KINDS.map((value) => ({ value, label: t(`rules.audiences.${value}`) }));
  const replace = (index: number, next: Audience) => onChange(audience.map((one, at) => (at === index ? next : one)));
  return (
    <div className="flex flex-col gap-2">
      {audience.map((one, index) => {
        const number = index + 1;
        const kind = audienceName(one);
        const value = audienceValue(one);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- recipients have nothing else that stays while they are written
          <div key={index} className="flex flex-wrap items-start gap-2">
            <Select
              label={t("rule.audience", { number })}
              value={kind}
              options={options}
              onChange={(next) => replace(index, withKind(next))}
              className="min-w-52 flex-1"
            />
            {isNeedingValue(kind) && (
              <Field
                label={<span className="sr-only">{t("rule.audienceValue", { number })}</span>}
                error={placesOf(index)
                  .map((place) => problemAt(place, value ?? ""))
                  .find((problem) => problem !== null)}
                className="-mt-1.5 min-w-40 flex-1"
              >
                <Input
                  value={value ?? ""}
                  placeholder={t(`rules.audienceValues.${kind}`)}
                  onChange={({ target }) => replace(index, withValue(one, target.value))}
                />
              </Field>
            )}
            <IconButton
              label={t("rule.removeAudience", { number })}
              icon={<Trash2 aria-hidden />}
              disabled={audience.length === 1}
              onClick={() => onChange(audience.filter((_, at) => at !== index))}
            />
            {problemAt(`audience.${index}`) !== null && (
              <p role="alert" className="basis-full text-sm text-danger">
                {problemAt(`audience.${index}`)}
              </p>
            )}
          </div>
        );
      })}
      {audience.length < MOST && (
        <Button size="sm" className="self-start" onClick={() => onChange([...audience, withKind("person")])}>
          <Plus aria-hidden />
          {t("rule.addAudience")}
        </Button>
      )}
    </div>
  );
}

const placesOf = (index: number): string[] => ["id", "dialogId", "rota"].map((field) => `audience.${index}.${field}`);
