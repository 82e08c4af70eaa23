import { Download, FileText } from "lucide-react";

export type ChatFileProps = {
  name: string;
  /** The size as people read it, such as "1.2 MB". */
  size: string;
  url: string;
  /** Shown as a thumbnail instead of a card. */
  isImage?: boolean;
  /** The card saves the file instead of opening it. */
  isDownload?: boolean;
  /** Looks at the picture in the page; the label names the button. Without it a thumbnail opens in a new tab. */
  enlarge?: { label: string; onPress: () => void };
};

const THUMBNAIL = "block w-fit overflow-hidden rounded-lg border border-line hover:border-line-strong";

/** A file of a message; opens in a new tab unless told otherwise. */
export function ChatFile({ name, size, url, isImage = false, isDownload = false, enlarge }: ChatFileProps) {
  if (isImage) {
    const picture = (
      <img
        src={url}
        alt={name}
        loading="lazy"
        className="max-h-56 min-h-12 max-w-full min-w-12 bg-surface object-contain"
      />
    );
    if (enlarge) {
      return (
        <button type="button" aria-label={enlarge.label} className={THUMBNAIL} onClick={enlarge.onPress}>
          {picture}
        </button>
      );
    }
    return (
      <a href={url} target="_blank" rel="noopener noreferrer" className={THUMBNAIL}>
        {picture}
      </a>
    );
  }
  const opens = isDownload ? { download: name } : { target: "_blank", rel: "noopener noreferrer" };
  return (
    <a
      href={url}
      {...opens}
      className="flex items-center gap-2 rounded-lg border border-line bg-surface px-2 py-1.5 hover:border-line-strong"
    >
      <FileText aria-hidden className="size-5 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-xs text-ink-muted">{size}</span>
      </span>
      {isDownload && <Download aria-hidden className="size-4 shrink-0 text-ink-muted" />}
    </a>
  );
}
