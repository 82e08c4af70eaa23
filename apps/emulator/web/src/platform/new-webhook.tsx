import { Button, ErrorState, Select } from "@botdeck/ui";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import { CopyButton } from "./copy-button.tsx";

/** What bots ask for; Bitrix24 docs: api-reference/scopes/permissions. */
const SCOPES = [
  "imbot",
  "im",
  "imopenlines",
  "crm",
  "task",
  "tasks",
  "user",
  "department",
  "calendar",
  "disk",
  "lists",
  "bizproc",
  "catalog",
  "sale",
  "telephony",
  "imconnector",
  "timeman",
];

/** Makes an inbound webhook, as an administrator does on a portal, and shows its address once more than a portal would. */
export function NewWebhook({ people, onCreated }: { people: Person[]; onCreated?: () => void }) {
  const t = useTranslations("apps");
  const problemText = useProblemText();
  const { api } = usePortal();
  const staff = people.filter(({ role }) => role !== "client" && role !== "bot");
  const [userId, setUserId] = useState<string | null>(null);
  const [scopes, setScopes] = useState<readonly string[]>(["imbot", "im", "imopenlines", "crm", "task", "user"]);
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const owner = userId ?? staff.find(({ role }) => role === "manager")?.id ?? staff[0]?.id;
  if (owner === undefined) return null;

  async function create(as: string): Promise<void> {
    setProblem(null);
    try {
      setUrl((await api.createWebhook(as, [...scopes])).url);
      onCreated?.();
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  const toggle = (scope: string) =>
    setScopes((before) => (before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope]));
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t("scopesToGive")}</legend>
        <div className="flex flex-wrap gap-1.5">
          {SCOPES.map((scope) => (
            <label
              key={scope}
              className="inline-flex h-7 cursor-pointer items-center rounded-full border border-line px-3 font-mono text-sm text-ink-muted hover:bg-sunken has-checked:border-accent has-checked:bg-accent-tint has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={scopes.includes(scope)}
                onChange={() => toggle(scope)}
              />
              {scope}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t("webhookOf")}
          className="w-52"
          value={owner}
          options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUserId}
        />
        <Button variant="primary" disabled={scopes.length === 0} onClick={() => void create(owner)}>
          <KeyRound aria-hidden />
          {t("createWebhook")}
        </Button>
      </div>
      {problem && <ErrorState title={t("noWebhook")} text={problem} />}
      {url && (
        <p role="status" className="flex items-center gap-2 rounded-md bg-human-tint px-3 py-1.5">
          <code className="min-w-0 flex-1 font-mono text-sm wrap-anywhere">{url}</code>
          <CopyButton text={url} label={t("copyAddress")} />
        </p>
      )}
    </div>
  );
}
