import { Button, cn, Field, IconButton, Input, Textarea } from "@botdeck/ui";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Language, Rule } from "../rules/rule-types.ts";

type Template = Rule["template"][Language];

const LANGUAGES = ["en", "ru"] as const;
const MOST_ROWS = 12;

type Props = {
  template: Rule["template"];
  /** Which of them is being written. */
  language: Language;
  onLanguage: (language: Language) => void;
  /** Whether something is wrong in the texts of a language. */
  hasFault: (language: Language) => boolean;
  problemAt: (place: string, value?: string) => string | null;
  onChange: (template: Rule["template"]) => void;
};

/** What the card says, in each language. */
export function TemplateField({ template, language, onLanguage, hasFault, problemAt, onChange }: Props) {
  const t = useTranslations("notifications.rule");
  const { title, rows } = template[language];
  const place = (rest: string) => `template.${language}.${rest}`;
  const write = (change: Partial<Template>) =>
    onChange({ ...template, [language]: { ...template[language], ...change } });
  const writeRow = (index: number, change: Partial<Template["rows"][number]>) =>
    write({ rows: rows.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  return (
    <div className="flex flex-col gap-4">
      <div role="group" aria-label={t("template")} className="flex w-fit gap-0.5 rounded-md bg-sunken p-0.5">
        {LANGUAGES.map((one) => (
          <Button
            key={one}
            size="sm"
            variant="ghost"
            aria-pressed={one === language}
            className={cn(one === language && "bg-surface text-ink hover:bg-surface")}
            onClick={() => onLanguage(one)}
          >
            {t(`languages.${one}`)}
            {hasFault(one) && <span aria-hidden className="size-1.5 rounded-full bg-danger-solid" />}
          </Button>
        ))}
      </div>
      <Field label={t("cardTitle")} hint={t("cardTitleHint")} error={problemAt(place("title"), title)}>
        <Textarea
          lang={language}
          value={title}
          onChange={({ target }) => write({ title: target.value })}
          className="max-h-40"
        />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t("rows")}</legend>
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have nothing else that stays while they are written
          <div key={index} className="flex items-start gap-2">
            <div className="-mt-1.5 grid min-w-0 flex-1 gap-x-2 sm:grid-cols-[1fr_2fr]">
              <Field
                label={<span className="sr-only">{t("rowName", { number: index + 1 })}</span>}
                error={problemAt(place(`rows.${index}.name`), row.name)}
              >
                <Input
                  lang={language}
                  value={row.name}
                  onChange={({ target }) => writeRow(index, { name: target.value })}
                />
              </Field>
              <Field
                label={<span className="sr-only">{t("rowValue", { number: index + 1 })}</span>}
                error={problemAt(place(`rows.${index}.value`), row.value)}
              >
                <Input
                  lang={language}
                  value={row.value}
                  onChange={({ target }) => writeRow(index, { value: target.value })}
                />
              </Field>
            </div>
            <IconButton
              label={t("removeRow", { number: index + 1 })}
              icon={<Trash2 aria-hidden />}
              onClick={() => write({ rows: rows.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        {rows.length < MOST_ROWS && (
          <Button size="sm" className="self-start" onClick={() => write({ rows: [...rows, { name: "", value: "" }] })}>
            <Plus aria-hidden />
            {t("addRow")}
          </Button>
        )}
      </fieldset>
    </div>
  );
}
