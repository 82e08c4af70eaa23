import { Dialog, Skeleton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FailedState } from "../../../components/failed-state.tsx";
import { useNames } from "../../../i18n/use-names.ts";
import { useTRPC } from "../../../trpc.ts";
import { EffectName } from "./effect-name.tsx";
import { EffectStatus } from "./effect-status.tsx";
import { TraceStep } from "./trace-step.tsx";

type Trace = inferRouterOutputs<AppRouter>["conversation"]["trace"];

type Props = { messageId: string; onClose: () => void };

/** The way of one message: through the door, the bot's turn, what was decided in it, and each try to deliver that. */
export function TraceDrawer({ messageId, onClose }: Props) {
  const t = useTranslations("trace");
  const tApp = useTranslations("app");
  const { data: trace, error, refetch } = useQuery(useTRPC().conversation.trace.queryOptions({ messageId }));
  return (
    <Dialog isOpen onOpenChange={onClose} side="right" title={t("title")} text={t("text")} closeLabel={tApp("close")}>
      {error !== null && trace === undefined && (
        <FailedState title={t("failed")} error={error} onRetry={() => void refetch()} />
      )}
      {error === null && trace === undefined && <Skeleton className="w-2/3" />}
      {trace && <TraceSteps trace={trace} />}
    </Dialog>
  );
}

function TraceSteps({ trace: { message, event, effects, workflows } }: { trace: Trace }) {
  const t = useTranslations("trace");
  const nameOf = useNames();
  return (
    <ol data-trace className="flex flex-col">
      {message.occurredAt !== null && (
        <TraceStep title={t("said", { name: message.authorName })} at={message.occurredAt} />
      )}
      {event === null && (
        <TraceStep
          title={t(message.author === "operator" ? "atConsole" : "noEvent", { name: message.authorName })}
          at={message.at}
        />
      )}
      {event !== null && (
        <>
          <TraceStep title={t(`door.${event.source}`)} at={event.receivedAt} since={message.occurredAt}>
            {event.kind}
          </TraceStep>
          <TraceStep
            title={t(event.status === "dead" ? "turnDead" : event.settledAt === null ? "turnWaits" : "turn")}
            at={event.settledAt}
            since={event.receivedAt}
            isBad={event.status === "dead"}
          >
            {t("runs", { count: event.attempts })}
            {event.lastError !== null && event.status !== "done" && `: ${event.lastError}`}
          </TraceStep>
        </>
      )}
      {effects.map((effect) => (
        <TraceStep
          key={effect.id}
          title={
            <>
              <EffectName kind={effect.kind} /> <EffectStatus status={effect.status} />
            </>
          }
          at={effect.createdAt}
          isMarked={effect.isOfMessage}
          isBad={effect.status === "dead"}
        >
          {effect.attempts.length === 0 && effect.status === "ready" && t("notTried")}
          {effect.attempts.length > 0 && (
            <ol className="flex flex-col gap-0.5">
              {effect.attempts.map((attempt, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- tries come in their order and never move
                <li key={index} className="wrap-anywhere">
                  {t(`tries.${attempt.outcome}`, { number: index + 1 })}{" "}
                  {t("took", { ms: Date.parse(attempt.finishedAt) - Date.parse(attempt.startedAt) })}
                  {attempt.outcome !== "sent" && attempt.outcome !== "found" && attempt.detail !== null && (
                    <>: {attempt.detail}</>
                  )}
                </li>
              ))}
            </ol>
          )}
          {effect.externalId !== null && <p>{t("portalId", { id: effect.externalId })}</p>}
        </TraceStep>
      ))}
      {workflows.map(({ id, kind, state, step }) => (
        <TraceStep key={id} title={nameOf("workflows", kind)} at={null}>
          {step === null ? t(`workflow.${state}`) : nameOf("workflowSteps", step)}
        </TraceStep>
      ))}
    </ol>
  );
}
