/**
 * The contact that an open line has bound to a dialog, from `LEAD|1209|COMPANY|0|CONTACT|7|DEAL|0`; null when there is none.
 *
 * @see Bitrix24 docs: imopenlines.dialog.get
 */
export function boundContact(entityData: string | null | undefined): string | null {
  const id = /(?:^|\|)CONTACT\|(\d+)/.exec(entityData ?? "")?.[1];
  return id === undefined || Number(id) === 0 ? null : id;
}
