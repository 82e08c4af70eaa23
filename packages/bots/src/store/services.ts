import type { ClientCard, OrderSource, ProductCatalog } from "@botdeck/crm";

/** What the store's bot asks the outside; each portal has its own. */
export type StoreServices = {
  orders: OrderSource;
  catalog: ProductCatalog;
  /** Numbers that were no orders of the client, of late in this conversation: somebody may be guessing. */
  refusals: { areTooMany(): boolean; note(number: string): void };
  /** Who writes, as the CRM knows them; empty where it may not be read. */
  clientCard(): Promise<ClientCard>;
  /** The same, as far as it was asked for of late: no request is made. */
  knownCard(): ClientCard | null;
  /** What was said in this conversation, as text for people. */
  transcript(): Promise<string>;
};
