import { buttonLook, EmptyState } from "@botdeck/ui";
import { Link, useSearch } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import type { ComponentProps } from "react";

import { BackTitle } from "./back-title.tsx";
import { RoomPage } from "./room-page.tsx";

type Props = Omit<ComponentProps<typeof RoomPage>, "title" | "tabTitle"> & {
  /** The list that the one belongs to, and what leads there is called. */
  list: { to: ComponentProps<typeof BackTitle>["to"]; label: string };
  title: string;
  /** Told where the one is not there; null where it is. */
  missing: { title: string; text: string; action: string } | null;
};

/** A page about one thing of a list. */
export function OnePage({ list, title, missing, children, ...page }: Props) {
  const { portal } = useSearch({ strict: false });
  return (
    <RoomPage
      {...page}
      title={
        <BackTitle to={list.to} label={list.label}>
          {title}
        </BackTitle>
      }
      tabTitle={title}
    >
      {missing === null ? (
        children
      ) : (
        <EmptyState
          icon={<SearchX />}
          title={missing.title}
          text={missing.text}
          action={
            <Link to={list.to} search={{ portal }} className={buttonLook()}>
              {missing.action}
            </Link>
          }
        />
      )}
    </RoomPage>
  );
}
