import { imageSize } from "../../chat/image-size.ts";
import { nameOf } from "../../chat/find.ts";
import type { Portal } from "../../portal.ts";
import type { TimelineComment } from "../../state/crm.ts";
import { createDownloadUrl } from "../download.ts";

type Row = Record<string, unknown>;

/** A comment as the methods answer it, on the timeline of one entity. Bitrix24 docs: crm.timeline.comment.get. */
export async function commentRow(
  portal: Portal,
  { id, at, text, authorId, fileIds }: TimelineComment,
  { entityType, entityId }: { entityType: string; entityId: number },
): Promise<Row> {
  const files = await Promise.all(fileIds.map((fileId) => fileRow(portal, fileId)));
  return {
    ID: String(id),
    ENTITY_ID: String(entityId),
    ENTITY_TYPE: entityType,
    CREATED: at,
    COMMENT: text,
    AUTHOR_ID: String(authorId),
    FILES: Object.fromEntries(files.map((file) => [String(file["id"]), file])),
  };
}

async function fileRow(portal: Portal, fileId: number): Promise<Row> {
  const file = portal.state.files.get(fileId);
  if (file === undefined) return { id: fileId };
  const author = portal.state.people.get(file.authorId);
  const size = file.type === "image" ? imageSize(await portal.files.get(file.contentId)) : null;
  const url = createDownloadUrl(portal, fileId);
  return {
    id: file.id,
    date: file.at,
    type: file.type,
    name: file.name,
    size: file.sizeBytes,
    ...(file.type === "image" && { image: { width: size?.width ?? 0, height: size?.height ?? 0 }, urlPreview: url }),
    authorId: file.authorId,
    authorName: author === undefined ? "" : nameOf(author),
    urlShow: url,
    urlDownload: createDownloadUrl(portal, fileId),
  };
}
