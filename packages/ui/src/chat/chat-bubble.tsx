import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../cn.ts";

export type MessageAuthor = "client" | "bot" | "operator" | "system" | "employee";

export type ChatBubbleProps = {
  /** Whose words these are; also `data-message-author`, which browser tests read. */
  author: MessageAuthor;
  side: "left" | "right";
  /** The reader's own words, where one reader is meant: they get a ground of their own. */
  isOwn?: boolean;
  /** Shown above the text; leave it out where the one before has the same author. */
  authorName?: ReactNode;
  avatar?: ReactNode;
  /** The time as people read it, and as machines do (ISO 8601). */
  time?: string | undefined;
  dateTime?: string | undefined;
  /** Follows the time, such as "edited" or "sent". */
  remark?: ReactNode;
  /** Set for a note that the client does not see: the words that say so. */
  forOperatorsLabel?: ReactNode;
  /** Text of the message, usually `<BbText>`. */
  children?: ReactNode;
  files?: ReactNode;
  /** A keyboard under the bubble, usually `<ChatButtons>`. */
  buttons?: ReactNode;
  /** A quiet line under the bubble, about the message and not of it. */
  note?: ReactNode;
  /** What can be done with the message; stands beside the bubble, on hover and focus only. */
  actions?: ReactNode;
};

const GROUND: Record<Exclude<MessageAuthor, "system">, string> = {
  client: "bg-sunken",
  employee: "bg-sunken",
  bot: "bg-bot-tint",
  operator: "bg-human-tint",
};
const AUTHOR_INK: Record<Exclude<MessageAuthor, "system">, string> = {
  client: "text-ink-muted",
  employee: "text-ink-muted",
  bot: "text-bot",
  operator: "text-human",
};

/** One message of a transcript. A system message stands in the middle and has no bubble. */
export function ChatBubble(props: ChatBubbleProps) {
  const { author, side, isOwn, authorName, avatar, time, dateTime, remark, forOperatorsLabel } = props;
  const { children, files, buttons, note, actions } = props;
  if (author === "system") return <SystemLine {...props} />;
  const isRight = side === "right";
  return (
    <article
      data-message-author={author}
      data-for-operators={forOperatorsLabel ? true : undefined}
      className={cn("group/message flex w-full items-start gap-2", isRight && "flex-row-reverse")}
    >
      {avatar}
      <div
        data-side={side}
        className={cn(
          "group/side flex max-w-[min(36rem,85%)] min-w-0 flex-col gap-1.5",
          isRight ? "items-end" : "items-start",
        )}
      >
        <div
          className={cn(
            "max-w-full min-w-16 rounded-xl px-3 py-2 text-ink",
            isRight ? "rounded-tr-sm" : "rounded-tl-sm",
            forOperatorsLabel
              ? "border border-dashed border-warning bg-warning-tint"
              : isOwn
                ? "bg-accent-tint"
                : GROUND[author],
          )}
        >
          {forOperatorsLabel && (
            <p className="mb-0.5 flex items-center gap-1 text-xs font-medium text-warning">
              <EyeOff aria-hidden className="size-3" />
              {forOperatorsLabel}
            </p>
          )}
          {authorName && (
            <p className={cn("mb-0.5 text-sm font-medium", forOperatorsLabel ? "text-warning" : AUTHOR_INK[author])}>
              {authorName}
            </p>
          )}
          {children}
          {files && <div className="mt-1.5 flex flex-col gap-1.5">{files}</div>}
          {(time || remark) && (
            <p className="mt-0.5 flex justify-end gap-1.5 text-xs text-ink-muted tabular-nums">
              {remark}
              {time && <time dateTime={dateTime}>{time}</time>}
            </p>
          )}
        </div>
        {buttons}
        {note}
      </div>
      {actions && (
        <div className="shrink-0 self-start opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100">
          {actions}
        </div>
      )}
    </article>
  );
}

function SystemLine({ time, dateTime, forOperatorsLabel, children, files }: ChatBubbleProps) {
  return (
    <article data-message-author="system" className="flex w-full flex-col items-center gap-1 px-4 text-center">
      <p className={cn("max-w-[40rem] text-sm text-ink-muted", forOperatorsLabel && "text-warning")}>
        {forOperatorsLabel && <EyeOff aria-hidden className="mr-1 inline size-3" />}
        {forOperatorsLabel && <span className="sr-only">{forOperatorsLabel} </span>}
        {children}
        {time && (
          <time dateTime={dateTime} className="ml-1.5 text-xs tabular-nums">
            {time}
          </time>
        )}
      </p>
      {files}
    </article>
  );
}
