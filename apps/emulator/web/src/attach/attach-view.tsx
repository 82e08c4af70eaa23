import { Avatar, cn } from "@botdeck/ui";
import { FileDown } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { BbView } from "../bb/bb-view.tsx";
import { useFileSize } from "../chat/use-file-size.ts";
import type { AttachBlock, AttachedFile, AttachTone, Picture } from "./attach-block.ts";
import { GridView } from "./grid-view.tsx";
import { readAttach } from "./read-attach.ts";
import { TargetLink } from "./target-link.tsx";

const EDGE: Record<AttachTone, string> = {
  primary: "border-l-accent",
  secondary: "border-l-line-strong",
  alert: "border-l-danger",
  base: "border-l-neutral",
};

/** The card under a message; nothing when what the bot sent is no attach. */
export function AttachView({ value }: { value: unknown }) {
  const attach = useMemo(() => readAttach(value), [value]);
  if (!attach) return null;
  return (
    <div
      data-attach
      className={cn(
        "flex w-full min-w-48 flex-col gap-2 rounded-md border border-l-4 border-line bg-surface px-3 py-2",
        EDGE[attach.tone],
      )}
      style={attach.color ? { borderLeftColor: attach.color } : undefined}
    >
      {attach.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: AttachBlock }) {
  switch (block.kind) {
    case "message":
      return <BbView text={block.text} />;
    case "user":
      return (
        <div className="flex items-center gap-2">
          {block.avatar ? (
            <img src={block.avatar} alt="" referrerPolicy="no-referrer" className="size-6 rounded-full object-cover" />
          ) : (
            <Avatar name={block.name} size="sm" />
          )}
          <TargetLink target={block.target} className="font-medium">
            {block.name}
          </TargetLink>
        </div>
      );
    case "link":
      return (
        <div className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <TargetLink target={block.target} className="font-medium">
              {block.name}
            </TargetLink>
            {block.text && <BbView text={block.text} className="text-ink-muted" />}
          </div>
          {block.preview && (
            <img
              src={block.preview}
              alt=""
              loading="lazy"
              referrerPolicy="no-referrer"
              className="max-h-20 max-w-28 rounded-md bg-sunken object-cover"
            />
          )}
        </div>
      );
    case "grid":
      return <GridView groups={block.groups} />;
    case "images":
      return <Pictures pictures={block.pictures} />;
    case "files":
      return <Files files={block.files} />;
    case "delimiter":
      return (
        <hr
          className="max-w-full border-0 border-t border-line-strong"
          style={{ width: block.widthPx, ...(block.color ? { borderTopColor: block.color } : {}) }}
        />
      );
  }
}

function Pictures({ pictures }: { pictures: Picture[] }) {
  const t = useTranslations("chat");
  return (
    <div className="flex flex-wrap gap-2">
      {pictures.map(({ href, preview, name }) => (
        <a
          key={href}
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="overflow-hidden rounded-md"
        >
          <img
            src={preview}
            alt={name || t("picture")}
            loading="lazy"
            referrerPolicy="no-referrer"
            className="max-h-48 min-h-10 max-w-full min-w-10 bg-sunken object-contain"
          />
        </a>
      ))}
    </div>
  );
}

function Files({ files }: { files: AttachedFile[] }) {
  const size = useFileSize();
  return (
    <ul className="flex flex-col gap-1">
      {files.map(({ href, name, sizeBytes }) => (
        <li key={href}>
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="flex items-center gap-2 text-accent hover:text-accent-strong"
          >
            <FileDown aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 truncate underline underline-offset-2">{name}</span>
            {sizeBytes !== null && <span className="shrink-0 text-xs text-ink-muted">{size(sizeBytes)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
