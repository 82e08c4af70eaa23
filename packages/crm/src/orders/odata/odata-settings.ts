import { z } from "zod";

import { SourceAddress, SourceTimeoutMs } from "../source-address.ts";
import { StatusWords } from "../status-words.ts";

/** A name of 1C, or several with `/` between them that lead through references: `Контрагент/Description`. */
const Path = z.string().regex(/^[\p{L}_][\p{L}\d_]*(?:\/[\p{L}_][\p{L}\d_]*)*$/u, "Not a name that 1C could have");
/** A field of the document itself, which can be searched. */
const Field = z.string().regex(/^[\p{L}_][\p{L}\d_]*$/u, "Not a name that 1C could have");

/** What a base calls things. The defaults are those of the demo, close to 1C's trade configurations. */
export const ODataFields = z.object({
  document: Field.default("Document_ЗаказКлиента"),
  number: Field.default("Number"),
  status: Path.default("Статус"),
  phone: Field.default("ТелефонПолучателя"),
  /** Null for a field that the base does not have. */
  customer: Path.nullable().default("Контрагент/Description"),
  purchased: Field.default("Date"),
  expected: Path.nullable().default("ДатаОтгрузки"),
  amount: Path.nullable().default("СуммаДокумента"),
  currency: Path.nullable().default("Валюта/Description"),
  items: Field.nullable().default("Товары"),
  /** Of a row of the items. */
  itemArticle: Path.default("Номенклатура/Артикул"),
  itemName: Path.nullable().default("Номенклатура/Description"),
  itemCategory: Path.nullable().default("Номенклатура/ВидНоменклатуры"),
  itemQuantity: Path.default("Количество"),
});
export type ODataFields = z.infer<typeof ODataFields>;

export const ODataSettings = z.object({
  /** Up to the interface's own part, `https://shop.example/trade/odata/standard.odata`. */
  url: SourceAddress,
  login: z.string().min(1),
  password: z.string(),
  fields: ODataFields.prefault({}),
  statuses: StatusWords.default({}),
  timeoutMs: SourceTimeoutMs,
});
export type ODataSettings = z.infer<typeof ODataSettings>;
