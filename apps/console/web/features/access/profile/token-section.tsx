import { Button, Dialog, StatusBadge, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FailureText } from "../../../components/failure-text.tsx";
import { useTRPC } from "../../../trpc.ts";
import { useDayTime } from "../use-day-time.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { MadeToken } from "./made-token.tsx";
import { NewTokenDialog } from "./new-token-dialog.tsx";
import type { Account } from "./profile-page.tsx";
import { Section } from "./section.tsx";

const TONE = { open: "human", over: "neutral", revoked: "neutral" } as const;

/** What programs call with in one's name. */
export function TokenSection({ account }: { account: Account }) {
  const t = useTranslations("access.tokens");
  const tRoles = useTranslations("shell.roles");
  const dayTime = useDayTime();
  const trpc = useTRPC();
  const { data: tokens, error } = useQuery(trpc.apiToken.list.queryOptions());
  const [isAsking, setIsAsking] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const [revoked, setRevoked] = useState<{ id: string; name: string } | null>(null);
  return (
    <Section
      title={t("title")}
      text={t("text")}
      action={<Button onClick={() => setIsAsking(true)}>{t("create")}</Button>}
    >
      {error !== null && tokens === undefined && (
        <p className="text-danger">
          <FailureText error={error} />
        </p>
      )}
      {tokens?.length === 0 && <p className="text-ink-muted">{t("empty")}</p>}
      {tokens !== undefined && tokens.length > 0 && (
        <ul className="-mb-2 divide-y divide-line">
          {tokens.map((token) => (
            <li key={token.id} data-token={token.name} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="min-w-0 flex-1 basis-52">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium wrap-anywhere">{token.name}</span>
                  {token.state !== "open" && (
                    <StatusBadge tone={TONE[token.state]}>{t(`states.${token.state}`)}</StatusBadge>
                  )}
                </span>
                <span className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
                  <code className="font-mono">{token.hint}…</code>
                  <span>{tRoles(token.role)}</span>
                  <span>{token.expiresAt === null ? t("noEnd") : t("until", { date: dayTime(token.expiresAt) })}</span>
                  <span>
                    {token.lastUsedAt === null ? t("unused") : t("used", { date: dayTime(token.lastUsedAt) })}
                  </span>
                </span>
              </span>
              {token.state === "open" && (
                <Button size="sm" onClick={() => setRevoked(token)}>
                  {t("revoke")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isAsking && (
        <NewTokenDialog
          account={account}
          onClose={() => setIsAsking(false)}
          onMade={(token) => {
            setIsAsking(false);
            setMade(token);
          }}
        />
      )}
      {made !== null && <MadeToken made={made} onClose={() => setMade(null)} />}
      {revoked !== null && (
        <RevokeDialog token={revoked} onClose={() => setRevoked((now) => (now === revoked ? null : now))} />
      )}
    </Section>
  );
}

function RevokeDialog({ token: { id, name }, onClose }: { token: { id: string; name: string }; onClose: () => void }) {
  const t = useTranslations("access.tokens");
  const tRoom = useTranslations("access");
  const tApp = useTranslations("app");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const { mutateAsync, isPending } = useMutation(trpc.apiToken.revoke.mutationOptions());

  async function revoke() {
    try {
      await mutateAsync({ tokenId: id });
      toast.show({ title: t("revoked", { name }) });
    } catch (error) {
      tellFailure(error);
    }
    onClose();
    await queryClient.invalidateQueries(trpc.apiToken.list.queryFilter());
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("revokeTitle", { name })}
      text={t("revokeText")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{tRoom("cancel")}</Button>
          <Button variant="danger" isBusy={isPending} onClick={() => void revoke()}>
            {t("revoke")}
          </Button>
        </>
      }
    />
  );
}
