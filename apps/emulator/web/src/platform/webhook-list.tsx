import { IconButton, useToast } from "@botdeck/ui";
import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Platform } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import { PersonName } from "../portal/person-name.tsx";
import { CopyButton } from "./copy-button.tsx";
import { NewWebhook } from "./new-webhook.tsx";

type Props = { webhooks: Platform["webhooks"]; people: Person[]; onChanged: () => void };

/** Inbound webhooks: their addresses to copy, a new one, and the end of one. */
export function WebhookList({ webhooks, people, onChanged }: Props) {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();

  async function remove(code: string): Promise<void> {
    try {
      await api.deleteWebhook(code);
      onChanged();
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.act"), text: problemText(error) });
    }
  }

  return (
    <>
      <NewWebhook people={people} onCreated={onChanged} />
      {webhooks.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {webhooks.map(({ code, url, userId, scopes }) => (
            <li key={code} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <span className="w-44 min-w-0 text-sm">
                <PersonName id={userId} people={people} />
              </span>
              <span className="min-w-48 flex-1">
                <code className="block font-mono text-sm wrap-anywhere">{url}</code>
                <span className="text-xs text-ink-muted">{scopes.join(", ")}</span>
              </span>
              <span className="flex">
                <CopyButton text={url} label={t("apps.copyAddress")} />
                <IconButton
                  size="sm"
                  label={t("apps.deleteWebhook")}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => void remove(code)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
