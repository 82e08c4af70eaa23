import { Button, cn } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { CircleUserRound } from "lucide-react";
import { useTranslations } from "use-intl";

import { OnDemand } from "../../components/on-demand.tsx";
import { useTRPC } from "../../trpc.ts";

const loadItems = async () => (await import("./account-items.tsx")).AccountItems;

type Props = { onShowShortcuts: () => void; isSmall?: boolean };

/** Who is signed in, the way to what is their own, and the way out. */
export function AccountMenu({ onShowShortcuts, isSmall = false }: Props) {
  const t = useTranslations("shell");
  const { data: me } = useQuery(useTRPC().session.me.queryOptions());
  if (me === undefined) return <span className="flex-1" />;
  const role = t(`roles.${me.role}`);
  const label = t("account", { name: me.name, role });
  return (
    <OnDemand
      kind="menu"
      load={loadItems}
      button={
        <Button
          variant="ghost"
          aria-label={isSmall ? label : undefined}
          title={label}
          className={cn("min-w-0 gap-2 px-2 font-normal", isSmall ? "size-8 px-0" : "h-9 flex-1 shrink justify-start")}
        >
          <CircleUserRound aria-hidden />
          {!isSmall && (
            <span className="min-w-0 text-left">
              <span className="block truncate leading-4 text-ink">{me.name}</span>
              <span className="block truncate text-xs leading-3.5">{role}</span>
            </span>
          )}
        </Button>
      }
    >
      {(AccountItems, trigger) => (
        <AccountItems
          trigger={trigger}
          align={isSmall ? "end" : "start"}
          side={isSmall ? "bottom" : "top"}
          onShowShortcuts={onShowShortcuts}
        />
      )}
    </OnDemand>
  );
}
