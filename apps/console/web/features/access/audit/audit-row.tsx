import { Link } from "@tanstack/react-router";
import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { OpenedRow } from "../../../components/opened-row.tsx";
import { ChangeList, Value } from "./change-list.tsx";
import { readDetail } from "./changes-of.ts";
import { useActionName } from "./use-action-name.ts";

type Act = inferRouterOutputs<AppRouter>["audit"]["list"]["rows"][number];

/** What somebody did: in one line, and whole when it is opened. */
export function AuditRow({ act }: { act: Act }) {
  const t = useTranslations("access.audit");
  const tRoom = useTranslations("access");
  const format = useFormatter();
  const nameOf = useActionName();
  const { changes, reason, facts } = readDetail(act.detail);
  const at = format.dateTime(new Date(act.at), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return (
    <li data-act={act.action}>
      <OpenedRow
        summary={
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{nameOf(act.action)}</span>
              {act.subjectName !== null && act.subjectName !== act.actorName && (
                <span className="wrap-anywhere">{act.subjectName}</span>
              )}
            </span>
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
              <span className="wrap-anywhere">{act.actorName}</span>
              <time dateTime={act.at}>{at}</time>
            </span>
          </span>
        }
      >
        {changes.length > 0 && <ChangeList changes={changes} />}
        {reason !== null && (
          <p className="wrap-anywhere">
            <span className="text-ink-muted">{tRoom("reason")}: </span>
            {reason}
          </p>
        )}
        {facts.length > 0 && (
          <dl className="flex flex-wrap gap-x-6 gap-y-1">
            {facts.map(({ name, value }) => (
              <div key={name} className="min-w-0">
                <dt className="font-mono text-sm text-ink-muted">{name}</dt>
                <dd className="wrap-anywhere">
                  <Value of={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
          <code className="font-mono wrap-anywhere">{act.action}</code>
          {act.address !== null && <span>{t("address", { address: act.address })}</span>}
          {act.requestId !== null && <span className="wrap-anywhere">{t("request", { id: act.requestId })}</span>}
        </p>
        {act.subjectId !== null && (
          <Link
            to="/access/audit"
            search={{ subject: act.subjectId }}
            className="w-fit text-accent underline underline-offset-2 wrap-anywhere"
          >
            {t("aboutIt", { subject: act.subjectName ?? act.subjectId })}
          </Link>
        )}
      </OpenedRow>
    </li>
  );
}
