import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { keepProduct, ProductInput } from "../catalog/keep-product.ts";
import { OneCMode } from "../one-c/one-c-switch.ts";
import { orderViews } from "../one-c/order-view.ts";
import { keepShopOrder, ShopOrderInput } from "../one-c/shop-order-input.ts";
import type { Portal } from "../portal.ts";
import { createExecutions } from "../rest/create-execution.ts";

const Orders = z.object({ orders: z.array(ShopOrderInput) });
const Products = z.object({ products: z.array(ProductInput) });

/** The shop behind the bots: orders of its own system and how that is, products of the portal's catalog. */
export const shopRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  const { rest } = createExecutions(portal);

  app.get("/orders", async () => orderViews(portal.state, portal.now()));
  app.put("/orders", async (request) => {
    const { orders } = Orders.parse(request.body);
    for (const order of orders) keepShopOrder(portal.state, order);
    return { kept: orders.length };
  });

  app.put("/products", async (request) => {
    const { products } = Products.parse(request.body);
    for (const product of products) await keepProduct(rest, product);
    return { kept: products.length };
  });

  app.get("/one-c", async () => portal.oneC.read());
  app.put("/one-c", async (request) => {
    portal.oneC.set(OneCMode.parse(request.body));
    return portal.oneC.read();
  });
};
