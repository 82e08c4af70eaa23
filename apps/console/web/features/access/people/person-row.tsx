import { Avatar, Badge, Button, Menu, MenuItem, MenuSeparator, Select, StatusBadge } from "@botdeck/ui";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";

import { type Role, ROLES } from "../../../../server/roles.ts";
import { ReasonDialog } from "../../../components/reason-dialog.tsx";
import { useOneOpen } from "../../../components/use-one-open.ts";
import { useDayTime } from "../use-day-time.ts";
import type { ConsolePerson, PasswordLink } from "./person-types.ts";
import { usePeopleActs } from "./use-people-acts.ts";

type Props = { person: ConsolePerson; onLink: (link: PasswordLink) => void };

/** Somebody who may enter: as what, since when not, and what can be done about it. */
export function PersonRow({ person, onLink }: Props) {
  const t = useTranslations("access.people");
  const tRoom = useTranslations("access");
  const tRoles = useTranslations("shell.roles");
  const dayTime = useDayTime();
  const navigate = useNavigate();
  const acts = usePeopleActs();
  const { open: asked, setOpen: setAsked, shut } = useOneOpen<"block" | "reset">();
  const { id, name, email, role, isBlocked, isOwn, hasSecondFactor, hasPassword, hasPortal, sessions } = person;

  async function give(act: "block" | "reset", reason: string) {
    if (act === "block") await acts.block(person, reason);
    if (act === "reset") await acts.resetSecondFactor(person, reason);
    shut(act)();
  }

  return (
    <li data-person={email} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Avatar name={name} />
      <div className="min-w-0 flex-1 basis-56">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium wrap-anywhere">{name}</span>
          {isOwn && <Badge>{t("you")}</Badge>}
          {isBlocked && <StatusBadge tone="danger">{t("blocked")}</StatusBadge>}
          {!hasPassword && !isBlocked && <StatusBadge tone="warning">{t("noPassword")}</StatusBadge>}
        </div>
        <div className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
          <span className="wrap-anywhere">{email}</span>
          <span>
            {person.lastSeenAt === null ? t("notSeen") : t("seen", { date: dayTime(person.lastSeenAt) })}
            {sessions > 0 && ` · ${t("sessions", { count: sessions })}`}
          </span>
          {hasSecondFactor && <span>{t("factor")}</span>}
          {hasPortal && <span>{t("portal")}</span>}
        </div>
      </div>
      <div className="flex w-full items-center justify-end gap-2 sm:w-auto">
        <Select
          label={t("roleOf", { name })}
          value={role as Role} // safe: the server stores no other
          options={ROLES.map((value) => ({ value, label: tRoles(value) }))}
          onChange={(next) => next !== role && void acts.setRole(person, next)}
          className="w-36 flex-1 sm:flex-none"
        />
        <Menu
          align="end"
          trigger={
            <Button variant="ghost" aria-label={t("actions", { name })} className="size-8 px-0">
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          {!isBlocked && <MenuItem onClick={() => void acts.makeLink(person, onLink)}>{t("acts.link")}</MenuItem>}
          <MenuItem onClick={() => void navigate({ to: "/access/sessions", search: { person: id } })}>
            {t("acts.sessions")}
          </MenuItem>
          <MenuItem onClick={() => void acts.endSessions(person)}>{t("acts.end")}</MenuItem>
          {hasSecondFactor && <MenuItem onClick={() => setAsked("reset")}>{t("acts.reset")}</MenuItem>}
          {!isOwn && <MenuSeparator />}
          {!isOwn &&
            (isBlocked ? (
              <MenuItem onClick={() => void acts.unblock(person)}>{t("acts.unblock")}</MenuItem>
            ) : (
              <MenuItem onClick={() => setAsked("block")}>{t("acts.block")}</MenuItem>
            ))}
        </Menu>
      </div>
      {asked !== null && (
        <ReasonDialog
          title={t(`${asked}Title`, { name })}
          text={t(`${asked}Text`)}
          labels={{
            reason: tRoom("reason"),
            reasonMissing: tRoom("reasonMissing"),
            cancel: tRoom("cancel"),
            submit: t(`acts.${asked}`),
          }}
          isBusy={acts.isBusy}
          onClose={shut(asked)}
          onSubmit={(reason) => void give(asked, reason)}
        />
      )}
    </li>
  );
}
