import type { Cases, World } from "../world.ts";

const GIF = "R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";

async function iblockId(world: World): Promise<number> {
  const { catalogs } = await world.call("catalog.catalog.list");
  return catalogs[0].iblockId;
}

async function productFields(world: World): Promise<object> {
  const picture = { fileData: ["mug.gif", GIF] };
  return {
    iblockId: await iblockId(world),
    name: "Mug",
    quantity: 10,
    previewPicture: picture,
    detailPicture: picture,
  };
}

async function newProduct(world: World): Promise<number> {
  return (await world.call("catalog.product.add", { fields: await productFields(world) })).element.id;
}
const aProduct = (world: World): Promise<number> => world.once("product", () => newProduct(world));

const STORE = { address: "Demo street 2", imageId: { fileData: ["front.gif", GIF] } };

const newStore = async (world: World): Promise<number> =>
  (await world.call("catalog.store.add", { fields: STORE })).store.id;

async function newSection(world: World): Promise<number> {
  return (await world.call("catalog.section.add", { fields: { iblockId: await iblockId(world), name: "Mugs" } }))
    .section.id;
}

async function priceFields(world: World): Promise<object> {
  const { priceTypes } = await world.call("catalog.priceType.list");
  return { productId: await aProduct(world), catalogGroupId: priceTypes[0].id, price: 9.5, currency: "USD" };
}

async function newPrice(world: World): Promise<number> {
  return (await world.call("catalog.price.add", { fields: await priceFields(world) })).price.id;
}

async function stockId(world: World): Promise<number> {
  await aProduct(world);
  return (await world.call("catalog.storeproduct.list")).storeProducts[0].id;
}

export const catalogCases: Cases = {
  "catalog.catalog.list": () => ({}),
  "catalog.catalog.get": async (world) => ({ id: (await world.call("catalog.catalog.list")).catalogs[0].id }),
  "catalog.measure.list": () => ({}),
  "catalog.measure.get": async (world) => ({ id: (await world.call("catalog.measure.list")).measures[0].id }),
  "catalog.priceType.list": () => ({}),
  "catalog.priceType.get": async (world) => ({ id: (await world.call("catalog.priceType.list")).priceTypes[0].id }),
  "catalog.product.add": async (world) => ({ fields: await productFields(world) }),
  "catalog.product.get": async (world) => ({ id: await aProduct(world) }),
  "catalog.product.list": async (world) => ({
    select: ["*"],
    filter: { iblockId: await iblockId(world), id: await aProduct(world) },
  }),
  "catalog.product.update": async (world) => ({ id: await aProduct(world), fields: { name: "Large mug" } }),
  "catalog.product.delete": async (world) => ({ id: await newProduct(world) }),
  "catalog.price.add": async (world) => ({ fields: await priceFields(world) }),
  "catalog.price.get": async (world) => ({ id: await newPrice(world) }),
  "catalog.price.list": async (world) => {
    await newPrice(world);
    return {};
  },
  "catalog.price.update": async (world) => ({ id: await newPrice(world), fields: { price: 8, currency: "USD" } }),
  "catalog.price.delete": async (world) => ({ id: await newPrice(world) }),
  "catalog.section.add": async (world) => ({ fields: { iblockId: await iblockId(world), name: "Mugs" } }),
  "catalog.section.get": async (world) => ({ id: await newSection(world) }),
  "catalog.section.list": async (world) => {
    await newSection(world);
    return {};
  },
  "catalog.section.update": async (world) => ({
    id: await newSection(world),
    fields: { iblockId: await iblockId(world), name: "Cups" },
  }),
  "catalog.section.delete": async (world) => ({ id: await newSection(world) }),
  "catalog.store.add": () => ({ fields: STORE }),
  "catalog.store.get": async (world) => ({ id: await newStore(world) }),
  "catalog.store.list": async (world) => ({ filter: { id: await newStore(world) } }),
  "catalog.store.update": async (world) => ({ id: await newStore(world), fields: { title: "Second store" } }),
  "catalog.store.delete": async (world) => ({ id: await newStore(world) }),
  "catalog.storeproduct.get": async (world) => ({ id: await stockId(world) }),
  "catalog.storeproduct.list": async (world) => {
    await stockId(world);
    return {};
  },
};
