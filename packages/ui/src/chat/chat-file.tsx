import { FileText } from "lucide-react";

export type ChatFileProps = {
  name: string;
  /** The size as people read it, such as "1.2 MB". */
  size: string;
  url: string;
  /** Shown as a thumbnail instead of a card. */
  isImage?: boolean;
};

/** A file of a message; opens in a new tab. */
export function ChatFile({ name, size, url, isImage = false }: ChatFileProps) {
  if (isImage) {
    return (
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        className="block w-fit overflow-hidden rounded-lg border border-line"
      >
        <img
          src={url}
          alt={name}
          loading="lazy"
          className="max-h-56 min-h-12 max-w-full min-w-12 bg-surface object-contain"
        />
      </a>
    );
  }
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="flex items-center gap-2 rounded-lg border border-line bg-surface px-2 py-1.5 hover:border-line-strong"
    >
      <FileText aria-hidden className="size-5 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-xs text-ink-muted">{size}</span>
      </span>
    </a>
  );
}
