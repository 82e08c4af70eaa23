import { EmptyState, ToastProvider } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { GraduationCap, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useTitle } from "../../components/use-title.ts";
import { useTRPC } from "../../trpc.ts";
import { useRole } from "../notification/use-role.ts";
import { BotHeader } from "./bot-header.tsx";
import { Inbox } from "./inbox/inbox.tsx";
import { TeachingPanel } from "./teaching/teaching-panel.tsx";

/** What bots did not understand, what it means, and what they are taught of it. */
export function TrainingPage() {
  const t = useTranslations();
  useTitle(t("training.title"));
  const { isKnown, isOperator, isLead } = useRole();
  const { bot: code } = useSearch({ from: "/_app/training/" });
  const query = useQuery({ ...useTRPC().training.bots.queryOptions(), enabled: isOperator });
  const bot = query.data?.find((one) => one.code === code) ?? query.data?.[0];
  return (
    <ToastProvider closeLabel={t("app.close")}>
      <div className="flex h-full flex-col overflow-y-auto">{contentOf()}</div>
    </ToastProvider>
  );

  function contentOf(): ReactNode {
    if (!isKnown) return <PageSkeleton />;
    if (!isOperator) {
      return (
        <Titled>
          <EmptyState icon={<Lock />} title={t("training.noRight.title")} text={t("training.noRight.text")} />
        </Titled>
      );
    }
    if (query.data === undefined && query.error !== null) {
      return (
        <Titled>
          <FailedState
            className="m-4"
            title={t("training.failed")}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        </Titled>
      );
    }
    if (query.data === undefined) return <PageSkeleton />;
    if (bot === undefined) {
      return (
        <Titled>
          <EmptyState icon={<GraduationCap />} title={t("training.noBots.title")} text={t("training.noBots.text")} />
        </Titled>
      );
    }
    return (
      <>
        <BotHeader bots={query.data} bot={bot} />
        <div className="mx-auto grid w-full max-w-7xl items-start gap-6 p-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:p-6">
          <Inbox key={bot.code} bot={bot} isLead={isLead} />
          <TeachingPanel key={`teaching ${bot.code}`} bot={bot} isLead={isLead} />
        </div>
      </>
    );
  }
}

function Titled({ children }: { children: ReactNode }) {
  const t = useTranslations("training");
  return (
    <>
      <h1 className="border-b border-line px-4 py-3 text-lg font-semibold">{t("title")}</h1>
      {children}
    </>
  );
}
