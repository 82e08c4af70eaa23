import { cn } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bell, Blocks, ChartColumn, GraduationCap, type LucideIcon, Send, ShieldCheck, Workflow } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";

import { isAtLeast } from "../../../server/roles.ts";
import { useCurrentInSight } from "../../components/use-current-in-sight.ts";
import { useTRPC } from "../../trpc.ts";
import { type RoomName, ROOMS } from "./rooms.ts";

const ICON: Record<RoomName, LucideIcon> = {
  workflows: Workflow,
  quality: ChartColumn,
  training: GraduationCap,
  deliveries: Send,
  notifications: Bell,
  portals: Blocks,
  access: ShieldCheck,
};

type Props = {
  /** What they stand in. */
  strip: RefObject<HTMLElement | null>;
  current: string | undefined;
  linkLook: string;
  currentLook: string;
  firstLook: string;
};

/** The ways to the other rooms, as far as one's role goes. */
export function RoomLinks({ strip, current, linkLook, currentLook, firstLook }: Props) {
  const t = useTranslations("shell.rooms");
  const { data: me } = useQuery(useTRPC().session.me.queryOptions());
  const rooms = me === undefined ? [] : ROOMS.filter(({ least }) => isAtLeast(me.role, least));
  // They come after the strip itself.
  useCurrentInSight(strip, current, me?.role);
  return rooms.map(({ to, name }, index) => {
    const Icon = ICON[name];
    return (
      <li key={to} className={index === 0 ? firstLook : "contents"}>
        <Link
          to={to}
          aria-current={current === to ? "page" : undefined}
          className={cn(linkLook, current === to && currentLook)}
        >
          <Icon aria-hidden className="size-4 shrink-0" />
          <span className="flex-1 truncate">{t(name)}</span>
        </Link>
      </li>
    );
  });
}
