import { cn } from "@botdeck/ui";
import type { ReactNode } from "react";
import { usePress } from "../chat/press-context.ts";
import type { Target } from "./attach-block.ts";

/** Words of a card that lead to an address or a dialog; plain words when they lead nowhere. */
export function TargetLink({
  target,
  className,
  children,
}: {
  target: Target;
  className?: string;
  children: ReactNode;
}) {
  const press = usePress();
  const look = cn("text-left text-accent underline underline-offset-2 hover:text-accent-strong", className);
  if (target === null) return <span className={className}>{children}</span>;
  if ("href" in target) {
    return (
      <a href={target.href} target="_blank" rel="noopener noreferrer nofollow" className={look}>
        {children}
      </a>
    );
  }
  const open = () => ("personId" in target ? press.openPerson(target.personId) : press.openChat(target.chatId));
  return (
    <button type="button" className={look} onClick={open}>
      {children}
    </button>
  );
}
