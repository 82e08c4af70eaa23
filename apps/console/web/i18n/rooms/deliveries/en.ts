const deliveries = {
  title: "Deliveries",
};

export const messages = { deliveries };
