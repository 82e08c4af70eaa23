import type { ReactNode } from "react";
import { cn } from "../cn.ts";
import { useStickToBottom } from "./use-stick-to-bottom.ts";

export type TranscriptProps = {
  label: string;
  /** Another conversation: the scroll goes to its end. */
  conversationId: string;
  children: ReactNode;
  /** Shown while the reader is away from the end; usually a button that leads back there. */
  awayFromEnd?: (toEnd: () => void) => ReactNode;
  className?: string;
};

/** The messages of one conversation, oldest first; new ones are announced, and followed while the reader is at the end. */
export function Transcript({ label, conversationId, children, awayFromEnd, className }: TranscriptProps) {
  const { ref, isAtEnd, toEnd } = useStickToBottom(conversationId);
  const log = (
    <div
      ref={ref}
      role="log"
      aria-label={label}
      // A region that scrolls must be reachable by keyboard.
      tabIndex={0}
      className={cn("min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2", className)}
    >
      <div className="mx-auto flex min-h-full max-w-5xl flex-col justify-end gap-2 p-4">{children}</div>
    </div>
  );
  if (!awayFromEnd) return log;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {log}
      {!isAtEnd && <div className="absolute right-4 bottom-3">{awayFromEnd(toEnd)}</div>}
    </div>
  );
}
